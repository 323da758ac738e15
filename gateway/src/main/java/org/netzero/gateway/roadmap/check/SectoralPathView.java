package org.netzero.gateway.roadmap.check;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.netzero.gateway.roadmap.PublishedSources;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// The path of a company's intensity towards its sector's; as a file one row a year.
@Schema(name = "SectoralPath")
record SectoralPathView(String equation, String source, List<String> remarks, List<YearView> years)
        implements Tabular {

    private static final String SOURCE = PublishedSources.of("sectoral-path").orElseThrow();

    private static final List<String> COLUMNS =
            List.of(
                    "year",
                    "decarbonizationIndex",
                    "marketShare",
                    "intensity",
                    "emissions",
                    "intensityCut",
                    "emissionsCut",
                    "equation");

    @Schema(name = "SectoralPathStep")
    record YearView(
            int year,
            @Schema(description = "p, the part of the sector's way that is still to go")
                    double decarbonizationIndex,
            @Schema(description = "m") double marketShare,
            double intensity,
            @Schema(description = "Intensity × the company's activity") double emissions,
            @Schema(description = "Share of the base year's intensity; negative where it rises")
                    double intensityCut,
            @Schema(description = "Share of the base year's emissions") double emissionsCut,
            @Schema(description = "With its numbers") String equation) {}

    static SectoralPathView of(List<SectoralPathRequest.Step> steps) {
        SectoralDecarbonization base = steps.getFirst().rule();
        boolean rises = base.initialPerformance() < 0;
        return new SectoralPathView(
                base.marketShareAtMostOne()
                        ? Equations.SECTORAL_DECARBONIZATION.equation()
                        : Equations.SECTORAL_DECARBONIZATION_2015.equation(),
                SOURCE,
                rises
                        ? List.of(
                                "The company's intensity is below the sector's of 2050 already: the"
                                        + " equation would let it rise, which is no target.")
                        : List.of(),
                steps.stream().map(step -> year(step, base)).toList());
    }

    private static YearView year(SectoralPathRequest.Step step, SectoralDecarbonization base) {
        SectoralDecarbonization rule = step.rule();
        return new YearView(
                step.year(),
                rule.decarbonizationIndex(),
                rule.marketShare(),
                rule.intensityAtTarget(),
                rule.emissionsAtTarget(),
                1 - rule.intensityAtTarget() / rule.companyIntensity(),
                1 - rule.emissionsAtTarget() / (base.companyIntensity() * base.companyActivity()),
                String.format(
                        Locale.ROOT,
                        "CI = (%s − %s)·%.6f·%.6f + %s = %.6f; E = %.6f·%s = %.6f",
                        rule.companyIntensity(),
                        rule.sectorIntensity2050(),
                        rule.decarbonizationIndex(),
                        rule.marketShare(),
                        rule.sectorIntensity2050(),
                        rule.intensityAtTarget(),
                        rule.intensityAtTarget(),
                        rule.companyActivityAtTarget(),
                        rule.emissionsAtTarget()));
    }

    @Override
    public Table table() {
        return Table.of(
                COLUMNS,
                years,
                year ->
                        Table.row(
                                year.year(),
                                year.decarbonizationIndex(),
                                year.marketShare(),
                                year.intensity(),
                                year.emissions(),
                                year.intensityCut(),
                                year.emissionsCut(),
                                year.equation()));
    }
}
