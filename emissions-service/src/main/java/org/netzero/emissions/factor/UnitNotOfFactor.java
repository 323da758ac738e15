package org.netzero.emissions.factor;

import java.util.Collection;
import java.util.List;
import org.netzero.quantities.Quantity;

/// The quantity measures something else than the factors are given for.
public final class UnitNotOfFactor extends CalculationRefused {

    private static final long serialVersionUID = 1;

    /// Of a chosen factor.
    public UnitNotOfFactor(Quantity quantity, EmissionFactor factor) {
        super(
                "INCOMPATIBLE_UNIT",
                "%s cannot be multiplied with factor '%s', which is per %s; give the quantity in a unit of %s%s"
                        .formatted(
                                quantity,
                                factor.id(),
                                factor.per(),
                                factor.per().dimension(),
                                remedyOfMoney(List.of(factor))));
    }

    /// Of all factors that would have been chosen from.
    UnitNotOfFactor(Quantity quantity, FactorQuery query, Collection<EmissionFactor> factors) {
        super(
                "INCOMPATIBLE_UNIT",
                "%s fits no factor of '%s' (%s) in %s; give the quantity in a unit of %s%s"
                        .formatted(
                                quantity,
                                query.activity(),
                                query.purpose(),
                                String.join(", ", query.regions()),
                                String.join(
                                        " or ",
                                        factors.stream()
                                                .map(UnitNotOfFactor::unit)
                                                .distinct()
                                                .sorted()
                                                .toList()),
                                remedyOfMoney(factors)));
    }

    private static String unit(EmissionFactor factor) {
        return "%s (%s)".formatted(factor.per().dimension(), factor.per());
    }

    private static String remedyOfMoney(Collection<EmissionFactor> factors) {
        return factors.stream()
                .flatMap(factor -> factor.priceBasis().stream())
                .findFirst()
                .map(basis -> "; convert the money to %s and say how".formatted(basis))
                .orElse("");
    }
}
