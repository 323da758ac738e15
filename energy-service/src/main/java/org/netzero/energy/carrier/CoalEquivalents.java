package org.netzero.energy.carrier;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Energy as the mass of coal that would give it: kilograms of coal equivalent (kgce), as GB/T 2589
/// counts the comprehensive energy consumption of a company, each carrier by its own energy content
/// (calorific value). What it takes to generate electricity (equivalent value) changes every year
/// and is not counted here.
///
/// @param coefficients at most one for each carrier and set of heating values
public record CoalEquivalents(List<Coefficient> coefficients) {

    /// How coal equivalents are counted here.
    public static final String CONVENTION =
            "Calorific value: a fuel by its coefficient in GB/T 2589-2008 where it is recorded by mass or volume and the balance is on that set of heating values,"
                    + " electricity at 0.1229 kgce/kWh, heat, steam and cooling at 0.03412 kgce/MJ, everything else by its net calorific energy at 29,307.6 kJ/kgce."
                    + " Electricity by equivalent value, the coal burnt to generate it, is not counted.";

    /// What is counted by no coefficient of its own.
    public static final String BY_ENERGY = "29307.6 kJ/kgce";

    /// 29,307.6 kJ, 7,000 kcal.
    private static final BigDecimal KJ_PER_KGCE = new BigDecimal("29307.6");

    private static final BigDecimal KJ_PER_KWH = new BigDecimal("3600");
    private static final int DECIMALS = 12;

    /// A published coefficient.
    ///
    /// @param kgce kilograms of coal equivalent for each unit
    /// @param heatingValues the set of heating values it belongs to; empty where it needs none
    public record Coefficient(
            String id,
            EnergyCarrier carrier,
            BigDecimal kgce,
            Unit per,
            Optional<String> heatingValues,
            String source) {}

    /// @param kgce kilograms of coal equivalent
    /// @param by the coefficient it was found by
    public record CoalEquivalent(BigDecimal kgce, String by) {}

    public CoalEquivalents {
        coefficients = List.copyOf(coefficients);
    }

    /// The coal equivalent of a quantity. Empty when neither a coefficient nor its energy is known.
    ///
    /// @param energy of the quantity
    /// @param heatingValues the set it was computed by
    public Optional<CoalEquivalent> of(
            EnergyCarrier carrier,
            Quantity quantity,
            Optional<EnergyContent> energy,
            String heatingValues) {
        return coefficients.stream()
                .filter(coefficient -> coefficient.carrier() == carrier)
                .filter(coefficient ->
                        coefficient
                                .heatingValues()
                                .filter(set -> !set.equals(heatingValues))
                                .isEmpty())
                .flatMap(coefficient -> of(coefficient, quantity, energy).stream())
                .findFirst()
                .or(() ->
                        energy.map(content ->
                                new CoalEquivalent(ofKwh(content.energyKwh()), BY_ENERGY)));
    }

    private static Optional<CoalEquivalent> of(
            Coefficient coefficient, Quantity quantity, Optional<EnergyContent> energy) {
        return inUnit(coefficient.per(), quantity, energy)
                .map(counted ->
                        new CoalEquivalent(
                                counted.value().multiply(coefficient.kgce()), coefficient.id()));
    }

    /// The quantity as the coefficient counts it; a volume by the density its energy was found by.
    private static Optional<Quantity> inUnit(
            Unit per, Quantity quantity, Optional<EnergyContent> energy) {
        if (quantity.unit().compatibleWith(per)) {
            return Optional.of(quantity.to(per));
        }
        return energy.flatMap(EnergyContent::density)
                .map(density -> density.massPerVolume().times(quantity))
                .filter(mass -> mass.unit().compatibleWith(per))
                .map(mass -> mass.to(per));
    }

    private static BigDecimal ofKwh(BigDecimal energyKwh) {
        return energyKwh.multiply(KJ_PER_KWH).divide(KJ_PER_KGCE, DECIMALS, RoundingMode.HALF_EVEN);
    }
}
