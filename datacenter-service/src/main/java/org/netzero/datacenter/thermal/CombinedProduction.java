package org.netzero.datacenter.thermal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.netzero.datacenter.effectiveness.Boundary;

/// Power, heat and cooling made of one fuel, against making the same apart from each other.
///
/// Where the plant is metered makes no difference to its saving, only to what enters the facility:
/// see [Boundary]. Its fuel is scope 1 either way.
///
/// @param fuelKwh on net calorific value
/// @param made every output
/// @param exported the part of it that leaves the site
public record CombinedProduction(BigDecimal fuelKwh, Outputs made, Outputs exported) {

    private static final int KG_DECIMALS = 12;

    public CombinedProduction {
        requireWithin("power", made.powerKwh(), exported.powerKwh());
        requireWithin("heat", made.heatKwh(), exported.heatKwh());
        requireWithin("cooling", made.coolingKwh(), exported.coolingKwh());
    }

    private static void requireWithin(
            String output, Optional<BigDecimal> made, Optional<BigDecimal> exported) {
        if (exported.isPresent() && exported.get().compareTo(made.orElse(BigDecimal.ZERO)) > 0) {
            throw new ExportAboveProduction(output, made.orElse(BigDecimal.ZERO), exported.get());
        }
    }

    /// The energy by which the plant enters the data centre, kWh: counted once, at its outputs or
    /// at its inputs.
    public BigDecimal entersFacilityKwh(Boundary boundary) {
        return switch (boundary) {
            case OUTSIDE -> ownUse().totalKwh();
            case INSIDE -> fuelKwh;
        };
    }

    /// What the site uses itself.
    public Outputs ownUse() {
        return made.minus(exported);
    }

    /// Power, heat and cooling per fuel.
    public Optional<BigDecimal> overallEfficiency() {
        return Share.of(made.totalKwh(), fuelKwh);
    }

    /// The fuel of separate production, kWh on net calorific value.
    public Optional<BigDecimal> separateFuelKwh(SeparateProduction references) {
        return made.separateFuelKwh(references);
    }

    /// Primary energy saving: 1 − F / (E/η_E + H/η_H + C/(COP · η_E)). Without cooling it is 1 − 1
    /// / (Hη/RefHη + Eη/RefEη) of Directive 2012/27/EU, Annex II (b), which has no term for
    /// cooling.
    public Optional<BigDecimal> primaryEnergySaving(SeparateProduction references) {
        return separateFuelKwh(references)
                .flatMap(apart -> Share.of(apart.subtract(fuelKwh), apart));
    }

    /// What emissions are counted with, kg CO2e per kWh.
    ///
    /// @param fuel of the plant's fuel on net calorific value
    /// @param boilerFuel of the fuel of the boiler that is not needed, on net calorific value
    /// @param grid of the grid's electricity
    public record Factors(BigDecimal fuel, BigDecimal boilerFuel, BigDecimal grid) {}

    /// Emissions saved by a part of the outputs.
    ///
    /// @param separateKg of making it apart, kg CO2e
    /// @param plantKg its share of the plant's emissions, kg CO2e
    public record Saving(BigDecimal separateKg, BigDecimal plantKg) {

        /// Below 0 where the plant emits more.
        public BigDecimal savedKg() {
            return separateKg.subtract(plantKg);
        }
    }

    /// Emissions saved for the site itself: in its scopes already, never counted again.
    public Optional<Saving> savingInsideInventory(SeparateProduction references, Factors factors) {
        return saving(ownUse(), references, factors);
    }

    /// Emissions avoided elsewhere by what leaves the site: apart from the inventory.
    public Optional<Saving> savingExported(SeparateProduction references, Factors factors) {
        return saving(exported, references, factors);
    }

    /// The plant's emissions are shared out to its outputs by the fuel that each would need apart
    /// (the efficiency method of the GHG Protocol's guidance on CHP plants).
    private Optional<Saving> saving(Outputs part, SeparateProduction references, Factors factors) {
        Optional<BigDecimal> all =
                made.separateFuelKwh(references).filter(fuel -> fuel.signum() > 0);
        return all.flatMap(whole ->
                part.separateFuelKwh(references)
                        .flatMap(ofPart ->
                                part.separateKg(references, factors.grid(), factors.boilerFuel())
                                        .map(separate ->
                                                new Saving(
                                                        separate,
                                                        fuelKwh.multiply(factors.fuel())
                                                                .multiply(ofPart)
                                                                .divide(
                                                                        whole,
                                                                        KG_DECIMALS,
                                                                        RoundingMode.HALF_EVEN)))));
    }

    /// Which references the outputs need and do not have.
    public Set<Missing> missing(SeparateProduction references) {
        Set<Missing> missing = EnumSet.noneOf(Missing.class);
        boolean cools = isMade(made.coolingKwh());
        if (references.electricalEfficiency().isEmpty() && (isMade(made.powerKwh()) || cools)) {
            missing.add(Missing.ELECTRICAL_REFERENCE);
        }
        if (references.thermalEfficiency().isEmpty() && isMade(made.heatKwh())) {
            missing.add(Missing.THERMAL_REFERENCE);
        }
        if (references.coolingPerformance().isEmpty() && cools) {
            missing.add(Missing.COOLING_REFERENCE);
        }
        return missing;
    }

    private static boolean isMade(Optional<BigDecimal> output) {
        return output.filter(kwh -> kwh.signum() > 0).isPresent();
    }
}
