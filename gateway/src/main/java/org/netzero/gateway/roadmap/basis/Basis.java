package org.netzero.gateway.roadmap.basis;

import java.util.ArrayList;
import java.util.List;
import org.netzero.gateway.roadmap.engine.Actuals;
import org.netzero.gateway.roadmap.engine.Inventory;

/// The figures a projection starts from and is held against.
///
/// @param inventory of the base year
/// @param actuals of later years
/// @param drivers revenue, staff and the like of the base year
/// @param remarks what a reader should know of these figures
public record Basis(
        Inventory inventory, Actuals actuals, List<DriverValue> drivers, List<String> remarks) {

    public Basis {
        drivers = List.copyOf(drivers);
        remarks = List.copyOf(remarks);
    }

    /// The same with something more to know.
    public Basis withRemark(String remark) {
        List<String> more = new ArrayList<>(remarks);
        more.add(remark);
        return new Basis(inventory, actuals, drivers, more);
    }
}
