package org.netzero.gateway.roadmap.uncertainty;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.backtest.Calibration;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// An outlook as clients see it; as a file one row a year.
@Schema(name = "Uncertainty")
record UncertaintyView(
        String scenarioId,
        long scenarioVersion,
        Instant asOf,
        int runs,
        long seed,
        List<YearView> years,
        @Schema(
                        description =
                                "First year in which more than half of the runs are above the path; null where there is none, or no path")
                @Nullable Integer firstYearOffTrack,
        List<ChanceView> targets,
        @Schema(description = "What matters most for gross emissions in the target year")
                List<Sensitivity> sensitivities,
        @Schema(description = "Relative standard deviation of the base year by two ways")
                Outlook.BaseYear baseYear,
        @Schema(description = "What stays above the net target at its year; null without one")
                @Nullable Quantiles creditsTonnes,
        @Schema(description = "What credits for it cost, in CNY") @Nullable Quantiles creditsCost,
        @Schema(
                        description =
                                "Share of the runs that end lower than the scenario named in against; null without one")
                @Nullable Double probabilityBelowOther,
        Spreads spreads,
        CalibrationView calibration,
        List<String> sources)
        implements Tabular {

    private static final List<String> COLUMNS =
            List.of(
                    "year",
                    "actual",
                    "grossP10Tonnes",
                    "grossP50Tonnes",
                    "grossP90Tonnes",
                    "scope12P10Tonnes",
                    "scope12P50Tonnes",
                    "scope12P90Tonnes",
                    "scope3P10Tonnes",
                    "scope3P50Tonnes",
                    "scope3P90Tonnes",
                    "renewableShareP10",
                    "renewableShareP50",
                    "renewableShareP90",
                    "offTrack",
                    "firstOffTrack");

    private static final int AMOUNT_PLACES = 3;
    private static final int SHARE_PLACES = 6;

    static UncertaintyView of(Simulations.Answer answer) {
        Outlook outlook = answer.outlook();
        return new UncertaintyView(
                answer.dated().stored().scenario().id(),
                answer.dated().stored().version(),
                answer.dated().asOf(),
                outlook.runs(),
                outlook.seed(),
                outlook.years().stream().map(YearView::of).toList(),
                outlook.firstYearOffTrack().isPresent()
                        ? outlook.firstYearOffTrack().getAsInt()
                        : null,
                outlook.targets().stream()
                        .map(target ->
                                new ChanceView(
                                        target.targetId(), target.year(), target.probability()))
                        .toList(),
                outlook.sensitivities().stream()
                        .map(sensitivity ->
                                new Sensitivity(
                                        sensitivity.input(),
                                        rounded(sensitivity.rankCorrelation(), SHARE_PLACES),
                                        rounded(sensitivity.share(), SHARE_PLACES)))
                        .toList(),
                new Outlook.BaseYear(
                        rounded(outlook.baseYear().closedForm(), SHARE_PLACES),
                        rounded(outlook.baseYear().simulated(), SHARE_PLACES)),
                outlook.creditTonnes().map(UncertaintyView::amounts).orElse(null),
                outlook.creditCost().map(UncertaintyView::amounts).orElse(null),
                answer.chanceBelowOther().orElse(null),
                answer.spreads(),
                CalibrationView.of(answer.calibration(), answer.unseen()),
                Spreads.sources());
    }

    @Override
    public Table table() {
        return Table.of(
                COLUMNS,
                years,
                year ->
                        Table.row(
                                year.year(),
                                year.actual(),
                                year.grossTonnes().p10(),
                                year.grossTonnes().p50(),
                                year.grossTonnes().p90(),
                                year.scope12Tonnes().p10(),
                                year.scope12Tonnes().p50(),
                                year.scope12Tonnes().p90(),
                                year.scope3Tonnes().p10(),
                                year.scope3Tonnes().p50(),
                                year.scope3Tonnes().p90(),
                                year.renewableShare().p10(),
                                year.renewableShare().p50(),
                                year.renewableShare().p90(),
                                year.offTrack(),
                                year.firstOffTrack()));
    }

    @Schema(name = "UncertaintyYear")
    record YearView(
            int year,
            boolean actual,
            Quantiles grossTonnes,
            Quantiles scope12Tonnes,
            Quantiles scope3Tonnes,
            Quantiles renewableShare,
            @Schema(description = "Share of the runs above the path of gross emissions")
                    @Nullable Double offTrack,
            @Schema(description = "Share of the runs above it for the first time")
                    @Nullable Double firstOffTrack) {

        static YearView of(Outlook.Year year) {
            return new YearView(
                    year.year(),
                    year.actual(),
                    amounts(year.grossTonnes()),
                    amounts(year.scope12Tonnes()),
                    amounts(year.scope3Tonnes()),
                    rounded(year.renewableShare(), SHARE_PLACES),
                    orNull(year.offTrack()),
                    orNull(year.firstOffTrack()));
        }
    }

    @Schema(name = "TargetProbability")
    record ChanceView(String targetId, int year, double probability) {}

    /// How wide the bands of growth are and how often outcomes lay inside them.
    @Schema(name = "UncertaintyCalibration")
    record CalibrationView(
            List<GroupView> groups,
            @Schema(description = "Bands made without a company, held against that company")
                    List<InsideView> unseen) {

        static CalibrationView of(Calibration calibration, List<Calibration.Coverage> unseen) {
            return new CalibrationView(
                    Arrays.stream(Calibration.Group.values())
                            .map(group ->
                                    new GroupView(
                                            group,
                                            rounded(calibration.deviation(group), SHARE_PLACES),
                                            calibration.cases().getOrDefault(group, 0)))
                            .toList(),
                    unseen.stream().map(InsideView::of).toList());
        }
    }

    @Schema(name = "CalibratedGroup")
    record GroupView(Calibration.Group group, double deviationPerYear, int n) {}

    @Schema(name = "BandInside")
    record InsideView(
            @Schema(description = "A company, or ALL") String company,
            @Schema(description = "Share of the outcomes between P10 and P90; 0.8 is aimed at")
                    double insideShare,
            int n) {

        static InsideView of(Calibration.Coverage coverage) {
            return new InsideView(
                    coverage.company(), rounded(coverage.share(), SHARE_PLACES), coverage.n());
        }
    }

    private static Quantiles amounts(Quantiles quantiles) {
        return rounded(quantiles, AMOUNT_PLACES);
    }

    private static Quantiles rounded(Quantiles quantiles, int places) {
        return new Quantiles(
                rounded(quantiles.p10(), places),
                rounded(quantiles.p50(), places),
                rounded(quantiles.p90(), places));
    }

    private static double rounded(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN).doubleValue();
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
