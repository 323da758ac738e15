package org.netzero.gateway.roadmap.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is known beside the base inventory.
///
/// @param measurements of the data centres in one year, best the latest in which a facility is
///   annualised
/// @param completeInventories of full later years; an inventory with open findings does not belong
///   here, and one of a year that is not projected changes nothing
public record Actuals(Optional<Measurements> measurements, List<Inventory> completeInventories) {

    private static final int MAXIMUM_INVENTORIES = 60;

    public static final Actuals NONE = new Actuals(Optional.empty(), List.of());

    public Actuals {
        Require.atMost("completeInventories", completeInventories.size(), MAXIMUM_INVENTORIES);
        completeInventories = List.copyOf(completeInventories);
        Set<Integer> years = new HashSet<>();
        for (Inventory inventory : completeInventories) {
            if (!years.add(inventory.year())) {
                throw new DuplicateEntry("completeInventories", Integer.toString(inventory.year()));
            }
        }
    }

    public static Actuals measured(Measurements measurements) {
        return new Actuals(Optional.of(measurements), List.of());
    }

    Optional<Inventory> completeInventory(int year) {
        return completeInventories.stream()
                .filter(inventory -> inventory.year() == year)
                .findFirst();
    }
}
