package org.netzero.datacenter.thermal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// Power, heat and cooling, kWh. An output that a plant does not have is empty.
public record Outputs(
        Optional<BigDecimal> powerKwh,
        Optional<BigDecimal> heatKwh,
        Optional<BigDecimal> coolingKwh) {

    private static final int DECIMALS = 12;

    public BigDecimal totalKwh() {
        return powerKwh.orElse(BigDecimal.ZERO)
                .add(heatKwh.orElse(BigDecimal.ZERO))
                .add(coolingKwh.orElse(BigDecimal.ZERO));
    }

    /// Whether of any of them there is more than of another's.
    public boolean exceeds(Outputs other) {
        return isAbove(powerKwh, other.powerKwh)
                || isAbove(heatKwh, other.heatKwh)
                || isAbove(coolingKwh, other.coolingKwh);
    }

    private static boolean isAbove(Optional<BigDecimal> part, Optional<BigDecimal> all) {
        return part.filter(kwh -> kwh.compareTo(all.orElse(BigDecimal.ZERO)) > 0).isPresent();
    }

    /// What is left when a part of each output is taken away.
    Outputs minus(Outputs part) {
        return new Outputs(
                minus(powerKwh, part.powerKwh),
                minus(heatKwh, part.heatKwh),
                minus(coolingKwh, part.coolingKwh));
    }

    private static Optional<BigDecimal> minus(Optional<BigDecimal> all, Optional<BigDecimal> part) {
        return all.map(kwh -> kwh.subtract(part.orElse(BigDecimal.ZERO)));
    }

    /// The fuel that would make these outputs apart from each other: E/η_E + H/η_H + C/(COP · η_E).
    /// Empty where an output has no reference.
    Optional<BigDecimal> separateFuelKwh(SeparateProduction references) {
        Optional<BigDecimal> forCooling =
                references
                        .coolingPerformance()
                        .flatMap(cop -> references.electricalEfficiency().map(cop::multiply));
        return sum(
                per(powerKwh, references.electricalEfficiency()),
                per(heatKwh, references.thermalEfficiency()),
                per(coolingKwh, forCooling));
    }

    /// What these outputs would emit if they were made apart from each other, kg CO2e: power and
    /// the chiller's power from the grid, heat from a boiler.
    Optional<BigDecimal> separateKg(
            SeparateProduction references, BigDecimal gridKgPerKwh, BigDecimal boilerKgPerKwh) {
        return sum(
                Optional.of(powerKwh.orElse(BigDecimal.ZERO).multiply(gridKgPerKwh)),
                per(heatKwh, references.thermalEfficiency()).map(boilerKgPerKwh::multiply),
                per(coolingKwh, references.coolingPerformance()).map(gridKgPerKwh::multiply));
    }

    /// An output that is not there needs nothing; one without a reference makes the sum unknown.
    private static Optional<BigDecimal> per(
            Optional<BigDecimal> output, Optional<BigDecimal> reference) {
        if (output.isEmpty() || output.get().signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        return reference.map(of -> output.get().divide(of, DECIMALS, RoundingMode.HALF_EVEN));
    }

    private static Optional<BigDecimal> sum(
            Optional<BigDecimal> one, Optional<BigDecimal> two, Optional<BigDecimal> three) {
        return one.flatMap(a -> two.flatMap(b -> three.map(c -> a.add(b).add(c))));
    }
}
