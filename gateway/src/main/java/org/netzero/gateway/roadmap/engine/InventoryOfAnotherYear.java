package org.netzero.gateway.roadmap.engine;

/// The base inventory is not of the scenario's base year.
public final class InventoryOfAnotherYear extends RoadmapRefusal {

    private static final long serialVersionUID = 1L;

    InventoryOfAnotherYear(int inventoryYear, int baseYear) {
        super(
                "base inventory",
                "is of " + inventoryYear + " and the scenario's base year is " + baseYear,
                "give the inventory of " + baseYear + ", or set the base year to " + inventoryYear);
    }
}
