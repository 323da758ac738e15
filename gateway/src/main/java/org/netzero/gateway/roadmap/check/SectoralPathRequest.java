package org.netzero.gateway.roadmap.check;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.problem.InvalidInput;

/// A company's and its sector's figures for the sectoral decarbonisation approach, as they are
/// written.
@Schema(name = "SectoralPathRequest")
record SectoralPathRequest(
        @Schema(description = "Of the first year, above 0, such as t/MWh")
                @Nullable Double companyIntensity,
        @Schema(description = "To which both converge, in the same unit")
                @Nullable Double sectorIntensity2050,
        @Schema(
                        description =
                                "Whether the market share parameter is kept at most 1, as since 2019;"
                                        + " absent for true")
                @Nullable Boolean marketShareAtMostOne,
        @Schema(description = "1 to 60, one after the other; the first is the base year")
                @Nullable List<@Nullable YearRequest> years) {

    private static final int MOST_YEARS = 60;

    @Schema(name = "SectoralPathYear")
    record YearRequest(
            @Nullable Integer year,
            @Nullable Double sectorIntensity,
            @Schema(description = "Such as MWh, above 0") @Nullable Double sectorActivity,
            @Schema(description = "In the same unit, above 0") @Nullable Double companyActivity) {}

    /// One year with its step.
    record Step(int year, SectoralDecarbonization rule) {}

    /// @throws InvalidInput naming the first field that breaks a rule
    List<Step> read() {
        double intensity = Stated.positive("companyIntensity", companyIntensity);
        double converged =
                Stated.number("sectorIntensity2050", sectorIntensity2050, 0, Stated.MOST);
        boolean capped = marketShareAtMostOne == null || marketShareAtMostOne;
        List<@Nullable YearRequest> stated = Stated.list("years", years, 1, MOST_YEARS);
        YearRequest first = Stated.required("years[0]", stated.getFirst());
        double sector =
                Stated.number("years[0].sectorIntensity", first.sectorIntensity(), 0, Stated.MOST);
        if (sector <= converged) {
            throw new InvalidInput(
                    "years[0].sectorIntensity",
                    "VALUE_OUT_OF_RANGE",
                    "is %s and must be above sectorIntensity2050, %s".formatted(sector, converged));
        }
        double companyActivity =
                Stated.positive("years[0].companyActivity", first.companyActivity());
        double sectorActivity = Stated.positive("years[0].sectorActivity", first.sectorActivity());
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < stated.size(); i++) {
            String at = "years[%d]".formatted(i);
            YearRequest year = Stated.required(at, stated.get(i));
            int calendarYear = Stated.year(at + ".year", year.year());
            if (i > 0) {
                Stated.after(at + ".year", calendarYear, steps.getLast().year());
            }
            steps.add(
                    new Step(
                            calendarYear,
                            new SectoralDecarbonization(
                                    intensity,
                                    sector,
                                    converged,
                                    Stated.number(
                                            at + ".sectorIntensity",
                                            year.sectorIntensity(),
                                            0,
                                            Stated.MOST),
                                    companyActivity,
                                    Stated.positive(
                                            at + ".companyActivity", year.companyActivity()),
                                    sectorActivity,
                                    Stated.positive(at + ".sectorActivity", year.sectorActivity()),
                                    capped)));
        }
        return steps;
    }
}
