package org.netzero.energy.performance;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.plant.Plant;
import org.netzero.energy.plant.PlantTechnology;
import org.netzero.energy.plant.SeparateProduction;
import org.netzero.energy.report.Granularity;
import org.netzero.energy.report.Presentation;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;
import org.netzero.quantities.Quantity;

/// How a plant did, as its readers see it. What is not on file is null, never zero.
///
/// @param total of the whole period
/// @param parts its years or months
/// @param formulas how the ratios are defined here
record PerformanceView(
        String plantId,
        String siteId,
        PlantTechnology technology,
        Quantity capacity,
        String period,
        String granularity,
        PartView total,
        List<PartView> parts,
        Formulas formulas,
        List<Finding> findings,
        @JsonIgnore Table table)
        implements Tabular {

    /// @param hoursInOperation on the clock of the site
    /// @param selfUsedKwh generated less exported
    /// @param availability how much of the time in operation generation is on file for
    record PartView(
            String period,
            @Nullable BigDecimal hoursInOperation,
            @Nullable BigDecimal generatedKwh,
            @Nullable BigDecimal selfUsedKwh,
            @Nullable BigDecimal exportedKwh,
            @Nullable BigDecimal curtailedKwh,
            @Nullable BigDecimal beforeCommissioningKwh,
            @Nullable BigDecimal capacityFactor,
            @Nullable BigDecimal expectedKwh,
            @Nullable BigDecimal performanceRatioAgainstExpectation,
            @Nullable BigDecimal specificYieldKwhPerKw,
            @Nullable BigDecimal availability,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable CogenerationView cogeneration) {}

    /// @param fuelKwh on net calorific value
    /// @param separateFuelKwh what would make the same outputs apart from each other
    record CogenerationView(
            @Nullable BigDecimal fuelKwh,
            @Nullable BigDecimal powerKwh,
            @Nullable BigDecimal heatKwh,
            @Nullable BigDecimal coolingKwh,
            @Nullable BigDecimal electricalEfficiency,
            @Nullable BigDecimal thermalEfficiency,
            @Nullable BigDecimal overallEfficiency,
            @Nullable BigDecimal separateFuelKwh,
            @Nullable BigDecimal primaryEnergySaving) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Formulas(
            String capacityFactor,
            String performanceRatioAgainstExpectation,
            @Nullable String expectedBy,
            @Nullable String primaryEnergySaving,
            @Nullable String referencesFrom) {}

    private static final String CAPACITY_FACTOR =
            "generated in operation / (capacity × hours in operation)";

    private static final String AGAINST_EXPECTATION =
            "generated in operation / expected yield of the days in operation, each month or year in proportion to its days;"
                    + " not the performance ratio of IEC 61724-1, which needs the irradiation in the modules' plane";

    private static final String SAVING =
            "1 − fuel / (power/η_E + heat/η_H + cooling/(COP·η_E)); without cooling that is Directive 2012/27/EU, Annex II (b)";

    private static final List<String> COLUMNS =
            List.of(
                    "plantId",
                    "period",
                    "hoursInOperation",
                    "generatedKwh",
                    "selfUsedKwh",
                    "exportedKwh",
                    "curtailedKwh",
                    "beforeCommissioningKwh",
                    "capacityFactor",
                    "expectedKwh",
                    "performanceRatioAgainstExpectation",
                    "specificYieldKwhPerKw",
                    "availability",
                    "fuelKwh",
                    "heatKwh",
                    "coolingKwh",
                    "electricalEfficiency",
                    "thermalEfficiency",
                    "overallEfficiency",
                    "primaryEnergySaving");

    static PerformanceView of(Performances.Answer answer, Period period, Granularity granularity) {
        Plant plant = answer.plant();
        List<PartView> parts = answer.parts().stream().map(PerformanceView::partOf).toList();
        return new PerformanceView(
                plant.plantId(),
                plant.siteId(),
                plant.technology(),
                plant.capacity(),
                period.toString(),
                granularity.word(),
                partOf(answer.total()),
                parts,
                new Formulas(
                        CAPACITY_FACTOR,
                        AGAINST_EXPECTATION,
                        plant.expectedYield().map(expected -> expected.source()).orElse(null),
                        plant.technology().takesFuel() ? SAVING : null,
                        plant.separateProduction().map(SeparateProduction::source).orElse(null)),
                answer.findings(),
                Table.of(COLUMNS, parts, part -> row(plant.plantId(), part)));
    }

    private static PartView partOf(Performance performance) {
        return new PartView(
                performance.period().toString(),
                Presentation.hours(performance.inOperation().map(InOperation::seconds)),
                Presentation.kwh(performance.generatedKwh()),
                Presentation.kwh(performance.selfUsedKwh()),
                Presentation.kwh(performance.exportedKwh()),
                Presentation.kwh(performance.curtailedKwh()),
                Presentation.kwh(performance.beforeCommissioningKwh()),
                ratio(performance.capacityFactor()),
                Presentation.kwh(performance.expectedKwh()),
                ratio(performance.againstExpectation()),
                ratio(performance.specificYield()),
                ratio(performance.availability()),
                performance.plant().technology().takesFuel()
                        ? cogenerationOf(
                                performance.cogeneration(),
                                performance.plant().separateProduction())
                        : null);
    }

    private static CogenerationView cogenerationOf(
            Cogeneration made, Optional<SeparateProduction> references) {
        return new CogenerationView(
                Presentation.kwh(made.fuelKwh()),
                Presentation.kwh(made.powerKwh()),
                Presentation.kwh(made.heatKwh()),
                Presentation.kwh(made.coolingKwh()),
                ratio(made.electricalEfficiency()),
                ratio(made.thermalEfficiency()),
                ratio(made.overallEfficiency()),
                Presentation.kwh(references.flatMap(made::separateFuelKwh)),
                ratio(references.flatMap(made::primaryEnergySaving)));
    }

    private static @Nullable BigDecimal ratio(Optional<Ratio> ratio) {
        return Presentation.share(ratio.map(Ratio::part), ratio.map(Ratio::whole));
    }

    private static List<@Nullable Object> row(String plantId, PartView part) {
        @Nullable CogenerationView made = part.cogeneration();
        return Table.row(
                plantId,
                part.period(),
                part.hoursInOperation(),
                part.generatedKwh(),
                part.selfUsedKwh(),
                part.exportedKwh(),
                part.curtailedKwh(),
                part.beforeCommissioningKwh(),
                part.capacityFactor(),
                part.expectedKwh(),
                part.performanceRatioAgainstExpectation(),
                part.specificYieldKwhPerKw(),
                part.availability(),
                made == null ? null : made.fuelKwh(),
                made == null ? null : made.heatKwh(),
                made == null ? null : made.coolingKwh(),
                made == null ? null : made.electricalEfficiency(),
                made == null ? null : made.thermalEfficiency(),
                made == null ? null : made.overallEfficiency(),
                made == null ? null : made.primaryEnergySaving());
    }
}
