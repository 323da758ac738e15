package org.netzero.energy.resource;

import org.netzero.quantities.Dimension;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// What is accounted beside energy.
enum Resource {
    /// Water drawn, in cubic metres. A tonne of water is a cubic metre.
    WATER(Unit.M3),
    HAZARDOUS_WASTE(Unit.T),
    NON_HAZARDOUS_WASTE(Unit.T);

    private final Unit accounted;

    Resource(Unit accounted) {
        this.accounted = accounted;
    }

    boolean isMeteredIn(Unit unit) {
        return unit.compatibleWith(accounted)
                || (this == WATER && unit.dimension() == Dimension.MASS);
    }

    /// The amount in the unit this resource is accounted in.
    Quantity accounted(Quantity quantity) {
        return quantity.unit().compatibleWith(accounted)
                ? quantity.to(accounted)
                : new Quantity(quantity.to(Unit.T).value(), accounted);
    }

    Unit unit() {
        return accounted;
    }
}
