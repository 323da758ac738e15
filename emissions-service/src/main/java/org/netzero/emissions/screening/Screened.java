package org.netzero.emissions.screening;

import java.util.List;
import java.util.Optional;
import org.netzero.emissions.boundary.Consolidated;
import org.netzero.emissions.calculation.Inventory;

/// An inventory with what its screening found.
///
/// @param inventory with the findings of the screening among its own
/// @param missing what is not yet calculated; empty only when everything is declared otherwise
public record Screened(Inventory inventory, Consolidated boundary, List<Missing> missing) {

    public Screened {
        missing = List.copyOf(missing);
    }

    /// @param entity empty: the company itself
    /// @param reason why it is not yet calculated; empty where nobody declared anything
    public record Missing(Optional<String> entity, String subject, Optional<String> reason) {}
}
