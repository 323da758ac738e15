package org.netzero.datacenter.heat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.heat.HeatRecoveryView.FactorView;
import org.netzero.datacenter.heat.HeatRecoveryView.MissingView;
import org.netzero.datacenter.heat.TriGenerations.Flag;
import org.netzero.datacenter.heat.TriGenerations.Produced;
import org.netzero.datacenter.thermal.CombinedProduction;
import org.netzero.datacenter.thermal.CombinedProduction.Saving;
import org.netzero.datacenter.thermal.Outputs;
import org.netzero.platform.listing.Table;

/// Combined production of one stretch of time as clients see it; null where it is not known.
///
/// @param fuelKwh on net calorific value
/// @param made power, heat and cooling
/// @param exported the part of it that leaves the site
/// @param entersFacilityKwh by which the plant enters the data centre: its outputs or its fuel
/// @param insideInventory saved for the site itself, in the scopes already
/// @param exportedAvoided avoided elsewhere, apart from the inventory
/// @param gridFactor stated with the plant, or else the one the emissions service tells
record TriGenerationView(
        Instant start,
        Instant end,
        @Nullable BigDecimal fuelKwh,
        @Nullable OutputsView made,
        @Nullable OutputsView exported,
        @Nullable BigDecimal entersFacilityKwh,
        @Nullable BigDecimal overallEfficiency,
        @Nullable BigDecimal separateFuelKwh,
        @Nullable BigDecimal primaryEnergySaving,
        @Nullable SavingView insideInventory,
        @Nullable SavingView exportedAvoided,
        @Nullable FactorView gridFactor,
        int hours,
        long expectedHours,
        @Nullable BigDecimal completeness,
        List<MissingView> missing,
        List<Flag> flags) {

    static final List<String> COLUMNS =
            List.of(
                    "start",
                    "end",
                    "fuelKwh",
                    "powerKwh",
                    "heatKwh",
                    "coolingKwh",
                    "entersFacilityKwh",
                    "overallEfficiency",
                    "separateFuelKwh",
                    "primaryEnergySaving",
                    "insideInventoryKgCo2e",
                    "exportedAvoidedKgCo2e",
                    "hours",
                    "expectedHours",
                    "missing",
                    "flags");

    private static final int DECIMALS = 6;

    /// kWh of each output; null where the plant has none.
    record OutputsView(
            @Nullable BigDecimal powerKwh,
            @Nullable BigDecimal heatKwh,
            @Nullable BigDecimal coolingKwh) {
        static OutputsView of(Outputs outputs) {
            return new OutputsView(
                    outputs.powerKwh().orElse(null),
                    outputs.heatKwh().orElse(null),
                    outputs.coolingKwh().orElse(null));
        }
    }

    /// Emissions saved by a part of the outputs, kg CO2e.
    record SavingView(BigDecimal separateKgCo2e, BigDecimal plantKgCo2e, BigDecimal savedKgCo2e) {
        static @Nullable SavingView of(Optional<Saving> saving) {
            return saving.map(known ->
                            new SavingView(known.separateKg(), known.plantKg(), known.savedKg()))
                    .orElse(null);
        }
    }

    static TriGenerationView of(Produced produced, TriGenerationPlant plant) {
        Optional<CombinedProduction> production = produced.production();
        Optional<BigDecimal> expected =
                Optional.of(BigDecimal.valueOf(produced.expectedHours()))
                        .filter(hours -> hours.signum() > 0);
        return new TriGenerationView(
                produced.stretch().start(),
                produced.stretch().end(),
                production.map(CombinedProduction::fuelKwh).orElse(null),
                production.map(made -> OutputsView.of(made.made())).orElse(null),
                production.map(made -> OutputsView.of(made.exported())).orElse(null),
                production.map(made -> made.entersFacilityKwh(plant.boundary())).orElse(null),
                production.flatMap(CombinedProduction::overallEfficiency).orElse(null),
                production.flatMap(made -> made.separateFuelKwh(plant.references())).orElse(null),
                production
                        .flatMap(made -> made.primaryEnergySaving(plant.references()))
                        .orElse(null),
                SavingView.of(
                        production.flatMap(made ->
                                produced.factors()
                                        .flatMap(by ->
                                                made.savingInsideInventory(
                                                        plant.references(), by)))),
                SavingView.of(
                        production.flatMap(made ->
                                produced.factors()
                                        .flatMap(by ->
                                                made.savingExported(plant.references(), by)))),
                FactorView.of(produced.gridFactor()),
                produced.hours(),
                produced.expectedHours(),
                expected.map(all ->
                                BigDecimal.valueOf(produced.hours())
                                        .divide(all, DECIMALS, RoundingMode.HALF_EVEN)
                                        .min(BigDecimal.ONE))
                        .orElse(null),
                produced.missing().stream()
                        .map(what -> new MissingView(what, what.reason()))
                        .toList(),
                List.copyOf(produced.flags()));
    }

    List<@Nullable Object> row() {
        return Table.row(
                start,
                end,
                fuelKwh,
                made == null ? null : made.powerKwh(),
                made == null ? null : made.heatKwh(),
                made == null ? null : made.coolingKwh(),
                entersFacilityKwh,
                overallEfficiency,
                separateFuelKwh,
                primaryEnergySaving,
                insideInventory == null ? null : insideInventory.savedKgCo2e(),
                exportedAvoided == null ? null : exportedAvoided.savedKgCo2e(),
                hours,
                expectedHours,
                String.join(" ", missing.stream().map(one -> one.what().name()).toList()),
                String.join(" ", flags.stream().map(Enum::name).toList()));
    }
}
