package org.netzero.gateway.roadmap.uncertainty;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.netzero.gateway.roadmap.backtest.BackTest;
import org.netzero.gateway.roadmap.backtest.Calibration;
import org.netzero.gateway.roadmap.backtest.ReportedSeries;
import org.netzero.gateway.roadmap.check.CreditPrice;
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
    private final BackTest backTest = BackTest.of(ReportedSeries.shipped());
    private final Calibration calibration = Calibration.of(backTest.cases());
    private final List<Calibration.Coverage> unseen = Calibration.unseen(backTest.cases());
    private final Spreads spreads = Spreads.shipped(calibration);

    Simulations(Projections projections) {
        this.projections = projections;
    }

    /// @param chanceBelowOther share of the runs that end lower than another scenario's
    record Answer(
            DatedProjection dated,
            Outlook outlook,
            Spreads spreads,
            Calibration calibration,
            List<Calibration.Coverage> unseen,
            Optional<Double> chanceBelowOther) {}

    /// @throws BaseDataRefused where figures that are drawn for the base year contradict each other
    /// @throws InvalidInput where the runs would take too long
    Answer of(String scenarioId, Optional<String> against, Instant asOf, int runs, long seed) {
        DatedProjection dated = projections.of(scenarioId, asOf);
        try {
            Runs own = run(dated, runs, seed);
            Optional<Double> below =
                    against.map(
                            other -> own.chanceBelow(run(projections.of(other, asOf), runs, seed)));
            return new Answer(dated, own.outlook(), spreads, calibration, unseen, below);
        } catch (RoadmapRefusal refused) {
            throw new BaseDataRefused(refused);
        }
    }

    /// One after the other: each takes all processors and much memory.
    private synchronized Runs run(DatedProjection dated, int runs, long seed) {
        Scenario scenario = dated.stored().scenario();
        long steps =
                (long) (scenario.targetYear() - scenario.baseYear())
                        * Math.max(1, scenario.levers().size())
                        * Math.max(1, scenario.regions().size());
        if (runs * steps > MOST_STEPS) {
            throw new InvalidInput(
                    "runs",
                    "TOO_MUCH_WORK",
                    "%d runs of %d levers × regions × years take too long; ask for %d at most"
                            .formatted(runs, steps, MOST_STEPS / steps));
        }
        return MonteCarlo.run(question(dated), runs, seed);
    }

    private Question question(DatedProjection dated) {
        return new Question(
                dated.stored().scenario(),
                dated.basis().inventory(),
                dated.basis().actuals(),
                dated.projection(),
                spreads,
                CreditPrice.ASSUMED.expected());
    }
}
