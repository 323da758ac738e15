package org.netzero.gateway.roadmap.uncertainty;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.backtest.Calibration;
import org.netzero.gateway.roadmap.engine.CreditPriceRange;
import org.netzero.gateway.roadmap.projection.Rounded;
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
                                "First year in which more than half of the runs are above the path;"
                                        + " null where there is none, or no path")
                @Nullable Integer firstYearOffTrack,
        List<ChanceView> targets,
        @Schema(description = "What matters most for gross emissions in the target year")
                List<Sensitivity> sensitivities,
        @Schema(description = "Relative standard deviation of the base year by two ways")
                Outlook.BaseYear baseYear,
        @Schema(
                        description =
                                "What stays above the net target at its year, whether credits may"
                                        + " meet it or not, as in the projection; null without one")
                @Nullable Quantiles creditsNeededTonnes,
        @Schema(deprecated = true, description = "creditsNeededTonnes under its earlier name")
                @Nullable Quantiles creditsTonnes,
        @Schema(description = "What credits for it cost") @Nullable Quantiles creditsCost,
        PriceView creditPrice,
        @Schema(
                        description =
                                "Share of the runs whose gross emissions in comparedYear are below"
                                        + " those of the scenario named in against; null without one")
                @Nullable Double probabilityBelowOther,
        @Schema(description = "Last year that both scenarios project; null without another one")
                @Nullable Integer comparedYear,
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
                                        Rounded.ratio(sensitivity.rankCorrelation()),
                                        Rounded.ratio(sensitivity.share())))
                        .toList(),
                new Outlook.BaseYear(
                        Rounded.ratio(outlook.baseYear().closedForm()),
                        Rounded.ratio(outlook.baseYear().simulated())),
                outlook.creditsNeededTonnes().map(UncertaintyView::amounts).orElse(null),
                outlook.creditsNeededTonnes().map(UncertaintyView::amounts).orElse(null),
                outlook.creditsCost().map(UncertaintyView::amounts).orElse(null),
                PriceView.of(answer.creditPrice()),
                answer.comparison().map(Runs.Comparison::chanceBelow).orElse(null),
                answer.comparison().map(Runs.Comparison::year).orElse(null),
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
                    ratios(year.renewableShare()),
                    orNull(year.offTrack()),
                    orNull(year.firstOffTrack()));
        }
    }

    @Schema(name = "UncertaintyCreditPrice")
    record PriceView(
            @Schema(description = "Median of the runs, a tonne") double expected,
            @Schema(description = "ISO 4217 code, of creditsCost too") String currency,
            String source) {

        static PriceView of(CreditPriceRange price) {
            return new PriceView(price.expected(), price.currency(), price.source());
        }
    }

    @Schema(name = "TargetProbability")
    record ChanceView(String targetId, int year, double probability) {}

    /// How wide the bands of growth are and how often outcomes lay inside them.
    @Schema(name = "UncertaintyCalibration")
    record CalibrationView(
            List<GroupView> groups,
            @Schema(description = "Bands made without a company, held against that company")
                    List<InsideView> unseen,
            @Schema(description = "The mean of the companies in unseen, each counted once")
                    ByCompanyView byCompany) {

        static CalibrationView of(Calibration calibration, List<Calibration.Coverage> unseen) {
            return new CalibrationView(
                    Arrays.stream(Calibration.Group.values())
                            .map(group ->
                                    new GroupView(
                                            group,
                                            Rounded.ratio(calibration.deviation(group)),
                                            calibration.cases().getOrDefault(group, 0)))
                            .toList(),
                    unseen.stream().map(InsideView::of).toList(),
                    new ByCompanyView(
                            Rounded.ratio(Calibration.meanOfCompanies(unseen)), unseen.size() - 1));
        }
    }

    @Schema(name = "BandInsideByCompany")
    record ByCompanyView(
            @Schema(description = "0.8 is aimed at") double insideShare,
            @Schema(description = "Companies") int n) {}

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
                    coverage.company(), Rounded.ratio(coverage.share()), coverage.n());
        }
    }

    private static Quantiles amounts(Quantiles quantiles) {
        return new Quantiles(
                Rounded.amount(quantiles.p10()),
                Rounded.amount(quantiles.p50()),
                Rounded.amount(quantiles.p90()));
    }

    private static Quantiles ratios(Quantiles quantiles) {
        return new Quantiles(
                Rounded.ratio(quantiles.p10()),
                Rounded.ratio(quantiles.p50()),
                Rounded.ratio(quantiles.p90()));
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
