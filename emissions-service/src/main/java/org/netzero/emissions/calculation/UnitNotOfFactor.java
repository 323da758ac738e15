package org.netzero.emissions.calculation;

import org.netzero.emissions.factor.CalculationRefused;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.quantities.Quantity;

/// The quantity measures something else than the factor is given for.
public final class UnitNotOfFactor extends CalculationRefused {

    private static final long serialVersionUID = 1;

    UnitNotOfFactor(Quantity quantity, EmissionFactor factor) {
        super(
                "INCOMPATIBLE_UNIT",
                "%s cannot be multiplied with factor '%s', which is per %s; give the quantity in a unit of %s"
                        .formatted(quantity, factor.id(), factor.per(), factor.per().dimension()));
    }
}
