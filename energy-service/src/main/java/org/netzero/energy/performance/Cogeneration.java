package org.netzero.energy.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;
import org.netzero.energy.plant.SeparateProduction;

/// What a plant made of its fuel. All amounts are kWh, the fuel on net calorific value; what is not
/// on file is empty, never zero.
///
/// @param heatKwh handed over as heat, without what drives the plant's own chillers
record Cogeneration(
        Optional<BigDecimal> fuelKwh,
        Optional<BigDecimal> powerKwh,
        Optional<BigDecimal> heatKwh,
        Optional<BigDecimal> coolingKwh) {

    private static final int KWH_DECIMALS = 12;

    Optional<Ratio> electricalEfficiency() {
        return Ratio.of(powerKwh, fuelKwh);
    }

    Optional<Ratio> thermalEfficiency() {
        return Ratio.of(heatKwh, fuelKwh);
    }

    /// Power, heat and cooling per fuel.
    Optional<Ratio> overallEfficiency() {
        return Ratio.of(outputKwh(), fuelKwh);
    }

    /// Empty unless power and heat or cooling are on file.
    private Optional<BigDecimal> outputKwh() {
        Optional<BigDecimal> used =
                Stream.of(heatKwh, coolingKwh).flatMap(Optional::stream).reduce(BigDecimal::add);
        return powerKwh.flatMap(power -> used.map(power::add));
    }

    /// Whether power alone is more than the fuel holds, or power and heat are.
    boolean isAboveFuel() {
        Optional<BigDecimal> made =
                Stream.of(powerKwh, heatKwh).flatMap(Optional::stream).reduce(BigDecimal::add);
        return fuelKwh.isPresent() && made.isPresent() && made.get().compareTo(fuelKwh.get()) > 0;
    }

    /// The fuel that would make the same outputs apart from each other: E/η_E + H/η_H + C/(COP ·
    /// η_E). Empty where an output has no reference.
    Optional<BigDecimal> separateFuelKwh(SeparateProduction references) {
        if (outputKwh().isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> power = per(powerKwh, references.electricalEfficiency());
        Optional<BigDecimal> heat =
                heatKwh.isEmpty()
                        ? Optional.of(BigDecimal.ZERO)
                        : per(heatKwh, references.thermalEfficiency());
        Optional<BigDecimal> cooling =
                coolingKwh.isEmpty()
                        ? Optional.of(BigDecimal.ZERO)
                        : per(
                                coolingKwh,
                                references
                                        .coolingPerformance()
                                        .flatMap(performance ->
                                                references
                                                        .electricalEfficiency()
                                                        .map(performance::multiply)));
        return power.flatMap(forPower ->
                heat.flatMap(forHeat ->
                        cooling.map(forCooling -> forPower.add(forHeat).add(forCooling))));
    }

    /// Primary energy saving: 1 − F / (E/η_E + H/η_H), which is the same as 1 − 1 / (Hη/RefHη +
    /// Eη/RefEη) of Directive 2012/27/EU, Annex II (b); with cooling as in
    /// [#separateFuelKwh(SeparateProduction)], of which the directive says nothing.
    Optional<Ratio> primaryEnergySaving(SeparateProduction references) {
        Optional<BigDecimal> separate = separateFuelKwh(references);
        return Ratio.of(separate.flatMap(apart -> fuelKwh.map(apart::subtract)), separate);
    }

    private static Optional<BigDecimal> per(
            Optional<BigDecimal> amount, Optional<BigDecimal> reference) {
        return amount.flatMap(
                kwh -> reference.map(of -> kwh.divide(of, KWH_DECIMALS, RoundingMode.HALF_EVEN)));
    }
}
