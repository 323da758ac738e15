package org.netzero.gateway.roadmap.uncertainty;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.netzero.gateway.roadmap.backtest.BackTest;
import org.netzero.gateway.roadmap.backtest.Calibration;
import org.netzero.gateway.roadmap.backtest.ReportedSeries;
import org.netzero.gateway.roadmap.check.CreditPrice;
import org.netzero.gateway.roadmap.projection.DatedProjection;
import org.netzero.gateway.roadmap.projection.Projections;

/// Runs of the scenarios on file.
@ApplicationScoped
class Simulations {

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

    Answer of(String scenarioId, Optional<String> against, Instant asOf, int runs, long seed) {
        DatedProjection dated = projections.of(scenarioId, asOf);
        Runs own = MonteCarlo.run(question(dated), runs, seed);
        Optional<Double> below =
                against.map(other ->
                        own.chanceBelow(
                                MonteCarlo.run(question(projections.of(other, asOf)), runs, seed)));
        return new Answer(dated, own.outlook(), spreads, calibration, unseen, below);
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
