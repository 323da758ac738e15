package org.netzero.gateway.roadmap.uncertainty;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.netzero.gateway.roadmap.engine.Run;
import org.netzero.gateway.roadmap.engine.Variation;
import org.netzero.gateway.roadmap.engine.VariedRuns;

/// Runs a scenario many times with drawn inputs. Runs do not depend on each other, so they are
/// spread over the cores and the answer stays the same.
public final class MonteCarlo {

    static final int FEWEST_RUNS = 100;
    static final int MOST_RUNS = 20_000;

    private MonteCarlo() {}

    /// What so many runs say, from the first draw to the last quantile.
    ///
    /// @param runs 100 to 20,000
    public static Outlook outlook(Question question, int runs, long seed) {
        return run(question, runs, seed).outlook();
    }

    static Runs run(Question question, int runs, long seed) {
        if (runs < FEWEST_RUNS || runs > MOST_RUNS) {
            throw new IllegalArgumentException(
                    "runs is %d: has to lie from %d to %d".formatted(runs, FEWEST_RUNS, MOST_RUNS));
        }
        VariedRuns engine =
                VariedRuns.of(
                        question.scenario(),
                        question.base(),
                        question.actuals(),
                        Spreads.LONGEST_DELAY);
        InputDraws draws =
                new InputDraws(seed, question.spreads(), engine.regionIds(), engine.leverIds());
        int years = question.projection().years().size();
        double[][] scope12 = new double[years][runs];
        double[][] scope3 = new double[years][runs];
        double[][] gross = new double[years][runs];
        double[][] share = new double[years][runs];
        double[] price = new double[runs];
        SequencedMap<String, double[]> inputs = inputs(engine, runs);
        List<double[]> columns = List.copyOf(inputs.sequencedValues());
        IntStream.range(0, runs)
                .parallel()
                .forEach(run -> {
                    Variation drawn = draws.of(run);
                    Run result = engine.run(drawn);
                    for (int i = 0; i < years; i++) {
                        scope12[i][run] = result.scope1Tonnes()[i] + result.scope2MarketTonnes()[i];
                        scope3[i][run] = result.scope3Tonnes()[i];
                        gross[i][run] = result.grossTonnes()[i];
                        share[i][run] = result.renewableShare()[i];
                    }
                    price[run] = question.creditPrice().expected() * draws.priceFactor(run);
                    note(drawn, columns, run);
                });
        return new Runs(question, seed, scope12, scope3, gross, share, price, inputs);
    }

    private static SequencedMap<String, double[]> inputs(VariedRuns engine, int runs) {
        SequencedMap<String, double[]> inputs = new LinkedHashMap<>();
        for (String name :
                List.of(
                        "electricity growth",
                        "other growth",
                        "inventory scope 1",
                        "inventory scope 2",
                        "inventory scope 3")) {
            inputs.put(name, new double[runs]);
        }
        engine.regionIds().forEach(id -> inputs.put("grid factor of " + id, new double[runs]));
        engine.leverIds()
                .forEach(id -> {
                    inputs.put("delivery of " + id, new double[runs]);
                    inputs.put("delay of " + id, new double[runs]);
                });
        return inputs;
    }

    private static void note(Variation drawn, List<double[]> columns, int run) {
        columns.get(0)[run] = drawn.electricityGrowth();
        columns.get(1)[run] = drawn.otherGrowth();
        columns.get(2)[run] = drawn.scope1Factor();
        columns.get(3)[run] = drawn.scope2Factor();
        columns.get(4)[run] = drawn.scope3Factor();
        int column = 5;
        for (double change : drawn.gridChanges()) {
            columns.get(column++)[run] = change;
        }
        for (int lever = 0; lever < drawn.delays().length; lever++) {
            columns.get(column++)[run] = drawn.deliveries()[lever];
            columns.get(column++)[run] = drawn.delays()[lever];
        }
    }
}
