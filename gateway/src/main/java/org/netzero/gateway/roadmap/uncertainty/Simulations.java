package org.netzero.gateway.roadmap.uncertainty;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.netzero.gateway.roadmap.backtest.BackTest;
import org.netzero.gateway.roadmap.backtest.Calibration;
import org.netzero.gateway.roadmap.backtest.ReportedSeries;
import org.netzero.gateway.roadmap.engine.CreditPriceRange;
import org.netzero.gateway.roadmap.engine.RoadmapRefusal;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.projection.BaseDataRefused;
import org.netzero.gateway.roadmap.projection.DatedProjection;
import org.netzero.gateway.roadmap.projection.Projections;
import org.netzero.platform.problem.InvalidInput;

/// Runs of the scenarios on file.
@ApplicationScoped
class Simulations {

    /// Runs × years × levers × regions: twice 10,000 runs of a large company.
    private static final long MOST_STEPS = 200_000_000;

    private final Projections projections;
    private final BackTest backTest = ReportedSeries.shippedBackTest();
    private final Calibration calibration = Calibration.of(backTest.cases());
    private final List<Calibration.Coverage> unseen = Calibration.unseen(backTest.cases());
    private final Spreads spreads = Spreads.shipped(calibration);

    Simulations(Projections projections) {
        this.projections = projections;
    }

    /// @param against another scenario
    /// @param creditPrice in CNY, for scenarios that state none
    record Asked(Optional<String> against, int runs, long seed, OptionalDouble creditPrice) {}

    /// @param creditPrice what the costs stand on
    /// @param comparison with another scenario, where one is asked for
    record Answer(
            DatedProjection dated,
            Outlook outlook,
            Spreads spreads,
            CreditPriceRange creditPrice,
            Calibration calibration,
            List<Calibration.Coverage> unseen,
            Optional<Runs.Comparison> comparison) {}

    /// @throws BaseDataRefused where figures that are drawn for the base year contradict each other
    /// @throws InvalidInput where the runs would take too long
    Answer of(String scenarioId, Asked asked, Instant asOf) {
        DatedProjection dated = projections.of(scenarioId, asOf);
        try {
            Runs own = run(dated, asked);
            Optional<Runs.Comparison> comparison =
                    asked.against().map(other -> comparison(own, other, asked, asOf));
            return new Answer(
                    dated,
                    own.outlook(),
                    spreads,
                    price(dated, asked),
                    calibration,
                    unseen,
                    comparison);
        } catch (RoadmapRefusal refused) {
            throw new BaseDataRefused(refused);
        }
    }

    private Runs.Comparison comparison(Runs own, String other, Asked asked, Instant asOf) {
        return own.against(run(projections.of(other, asOf), asked))
                .orElseThrow(() ->
                        new InvalidInput(
                                "against",
                                "NO_COMMON_YEAR",
                                "no year is projected by both; '%s' ends before the other begins, or begins after it ends"
                                        .formatted(other)));
    }

    /// One after the other: each takes all processors and much memory.
    private synchronized Runs run(DatedProjection dated, Asked asked) {
        Scenario scenario = dated.stored().scenario();
        long steps =
                (long) (scenario.targetYear() - scenario.baseYear())
                        * Math.max(1, scenario.levers().size())
                        * Math.max(1, scenario.regions().size());
        if (asked.runs() * steps > MOST_STEPS) {
            throw new InvalidInput(
                    "runs",
                    "TOO_MUCH_WORK",
                    "%d runs of %d levers × regions × years take too long; ask for %d at most"
                            .formatted(asked.runs(), steps, MOST_STEPS / steps));
        }
        return MonteCarlo.run(question(dated, asked), asked.runs(), asked.seed());
    }

    private Question question(DatedProjection dated, Asked asked) {
        return new Question(
                dated.stored().scenario(),
                dated.basis().inventory(),
                dated.basis().actuals(),
                dated.projection(),
                spreads,
                price(dated, asked));
    }

    private static CreditPriceRange price(DatedProjection dated, Asked asked) {
        return CreditPriceRange.of(dated.stored().scenario().offsets(), asked.creditPrice());
    }
}
