package org.netzero.gateway.roadmap.backtest;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.netzero.gateway.roadmap.projection.Rounded;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// A back-test as clients see it; as a file it is its scores.
@Schema(name = "BackTest")
record BackTestView(
        @Schema(description = "How the figures were made") List<String> rules,
        List<MethodView> methods,
        List<String> companies,
        @Schema(description = "Companies with too few years for any case")
                List<String> withoutCases,
        @Schema(description = "Rows that are not projected, by reason") List<LeftOutView> leftOut,
        List<ScoreView> scores,
        @Schema(
                        description =
                                "How often outcomes lay between the engine's P10 and P90,"
                                        + " calibrated on the shipped series")
                List<CoverageView> bands,
        @Schema(
                        description =
                                "The same on the shipped series, each company's bands made without"
                                        + " it")
                List<CoverageView> bandsUnseen,
        @Schema(
                        description =
                                "What the bands promise of a company they have not seen: the mean"
                                        + " of the companies' shares in bandsUnseen, each company"
                                        + " counted once")
                MeanView bandsUnseenByCompany,
        List<CaseView> cases)
        implements Tabular {

    private static final List<String> RULES =
            List.of(
                    "As of year N: the newest report out by the end of N + 1 that holds N; where"
                            + " none is at hand, the oldest later one, cut back to N (asPublished"
                            + " false).",
                    "At least two known years, for every method the same cases; categories of scope"
                            + " 3, shares and intensities are not projected.",
                    "Held against the same report where it holds the year, else against the first"
                            + " report that does. Error: |ln(projected / published)|, mean per"
                            + " horizon.");

    @Override
    public Table table() {
        return Table.of(
                List.of("company", "kind", "method", "horizon", "meanAbsoluteLogError", "n"),
                scores,
                score ->
                        Table.row(
                                score.company(),
                                score.kind(),
                                score.method().name(),
                                score.horizon(),
                                score.meanAbsoluteLogError(),
                                score.n()));
    }

    static BackTestView of(BackTest test, BackTest shipped) {
        Calibration calibration = Calibration.of(shipped.cases());
        List<Calibration.Coverage> unseen = Calibration.unseen(shipped.cases());
        return new BackTestView(
                RULES,
                Arrays.stream(Method.values())
                        .map(method -> new MethodView(method, method.equation()))
                        .toList(),
                test.companies(),
                test.withoutCases(),
                Arrays.stream(Figure.LeftOut.values())
                        .map(reason ->
                                new LeftOutView(reason, test.leftOut().getOrDefault(reason, 0)))
                        .toList(),
                test.scores().stream().map(ScoreView::of).toList(),
                calibration.coverage(test.cases()).stream().map(CoverageView::of).toList(),
                unseen.stream().map(CoverageView::of).toList(),
                MeanView.of(unseen),
                test.cases().stream().map(tried -> CaseView.of(tried, calibration)).toList());
    }

    @Schema(name = "BackTestMethod")
    record MethodView(Method method, String equation) {}

    @Schema(name = "BackTestLeftOut")
    record LeftOutView(Figure.LeftOut reason, int n) {}

    @Schema(name = "BackTestScore")
    record ScoreView(
            @Schema(description = "A company, or ALL") String company,
            @Schema(description = "A kind of figure, or ALL") String kind,
            Method method,
            @Schema(description = "Years ahead") int horizon,
            double meanAbsoluteLogError,
            @Schema(description = "Cases the mean is taken of") int n) {

        static ScoreView of(Score score) {
            return new ScoreView(
                    score.company(),
                    score.kind(),
                    score.method(),
                    score.horizon(),
                    Rounded.ratio(score.meanAbsoluteLogError()),
                    score.n());
        }
    }

    @Schema(name = "BandCoverage")
    record CoverageView(
            @Schema(description = "A company, or ALL") String company,
            @Schema(description = "Years ahead, 0 for all") int horizon,
            @Schema(description = "Share between P10 and P90; 0.8 is aimed at") double insideShare,
            int n) {

        static CoverageView of(Calibration.Coverage coverage) {
            return new CoverageView(
                    coverage.company(),
                    coverage.horizon(),
                    Rounded.ratio(coverage.share()),
                    coverage.n());
        }
    }

    @Schema(name = "BandCoverageByCompany")
    record MeanView(
            @Schema(description = "0.8 is aimed at") double insideShare,
            @Schema(description = "Companies") int n) {

        static MeanView of(List<Calibration.Coverage> unseen) {
            return new MeanView(
                    Rounded.ratio(Calibration.meanOfCompanies(unseen)), unseen.size() - 1);
        }
    }

    @Schema(name = "BackTestCase")
    record CaseView(
            String company,
            String metric,
            Kind kind,
            @Schema(description = "Last year known") int origin,
            int horizon,
            @Schema(description = "The report the history was read in") String knownFrom,
            boolean asPublished,
            int knownYears,
            double published,
            @Schema(description = "Of the engine's band") double p10,
            @Schema(description = "Of the engine's band") double p90,
            boolean inside,
            @Schema(description = "How the engine's growth rate came about, with its numbers")
                    String growth,
            List<ProjectedView> projected) {

        static CaseView of(Case tried, Calibration calibration) {
            double engine = tried.projected().getOrDefault(Method.ENGINE, 0.0);
            double halfWidth = calibration.halfWidth(tried.kind(), tried.horizon());
            return new CaseView(
                    tried.company(),
                    tried.metric(),
                    tried.kind(),
                    tried.origin(),
                    tried.horizon(),
                    tried.knownFrom(),
                    tried.asPublished(),
                    tried.history().size(),
                    Rounded.amount(tried.actual()),
                    Rounded.amount(engine * Math.exp(-halfWidth)),
                    Rounded.amount(engine * Math.exp(halfWidth)),
                    calibration.isInside(tried),
                    tried.kind().growthRule().growth(tried.history()).explanation(),
                    Arrays.stream(Method.values())
                            .map(method ->
                                    new ProjectedView(
                                            method,
                                            Rounded.amount(
                                                    tried.projected().getOrDefault(method, 0.0)),
                                            Rounded.ratio(tried.logError(method))))
                            .toList());
        }
    }

    @Schema(name = "BackTestProjected")
    record ProjectedView(
            Method method,
            double value,
            @Schema(description = "ln(projected / published)") double logError) {}
}
