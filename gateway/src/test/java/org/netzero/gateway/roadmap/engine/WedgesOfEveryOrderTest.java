package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The wedges, which are made part by part, against every coalition of levers in the whole model.
class WedgesOfEveryOrderTest {

    private static final double RELATIVE = 1e-9;
    private static final int MANY = 15;

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void partByPartTheyAreWhatEveryOrderOfTheWholeGives(long seed) {
        GeneratedRoadmap generated = GeneratedRoadmap.of(seed, 7);
        EmissionsModel model = EmissionsModel.of(generated.scenario(), generated.base());
        for (ProjectionYear year : generated.project().years()) {
            if (!year.actual()) {
                Whole whole = new Whole(model, year.year());
                double tolerance = RELATIVE * (1 + year.baselineTonnes());
                for (int lever = 0; lever < 7; lever++) {
                    Wedge wedge = year.wedges().get(lever);
                    assertThat(wedge.standardErrorTonnes()).isEmpty();
                    assertThat(wedge.tonnes()).isCloseTo(whole.share(lever), within(tolerance));
                    assertThat(wedge.aloneTonnes())
                            .isCloseTo(whole.alone(lever), within(tolerance));
                    assertThat(wedge.lastInTonnes())
                            .isCloseTo(whole.lastIn(lever), within(tolerance));
                }
            }
        }
    }

    /// An error that is honest is about as large as the deviation from the exact share: over all,
    /// deviations are 0.8 of a normal distribution's standard deviation.
    @Test
    void theStandardErrorOfASampledShareIsAboutItsDeviation() {
        double deviations = 0;
        int sampled = 0;
        for (long seed = 0; seed < 40; seed++) {
            GeneratedRoadmap generated = GeneratedRoadmap.of(seed, MANY);
            for (int lever = 0; lever < MANY; lever++) {
                generated = generated.replacing(lever, WedgesOfEveryOrderTest::forGood);
            }
            ProjectionYear year = generated.project().years().getLast();
            if (year.wedges().stream().anyMatch(w -> w.standardErrorTonnes().isPresent())) {
                Whole whole =
                        new Whole(
                                EmissionsModel.of(generated.scenario(), generated.base()),
                                year.year());
                for (int lever = 0; lever < MANY; lever++) {
                    Wedge wedge = year.wedges().get(lever);
                    double error = wedge.standardErrorTonnes().orElse(0);
                    double deviation = Math.abs(wedge.tonnes() - whole.share(lever));
                    double rounding = RELATIVE * year.baselineTonnes();
                    assertThat(deviation).isLessThanOrEqualTo(8 * error + rounding);
                    if (error > rounding) {
                        deviations += deviation / error;
                        sampled++;
                    }
                }
            }
        }
        assertThat(sampled).isGreaterThan(20);
        assertThat(deviations / sampled).isBetween(0.5, 1.2);
    }

    private static Lever forGood(Lever lever) {
        return GeneratedRoadmap.with(
                lever, lever.effect(), new Deployment(2022, 0.3, 0, OptionalInt.empty()));
    }

    /// What each coalition leaves, simulated from the start.
    private static final class Whole {

        private final int levers;
        private final double[] gross;

        Whole(EmissionsModel model, int year) {
            levers = model.levers().size();
            gross = new double[1 << levers];
            SimulatedYear simulated = new SimulatedYear(model.layout());
            for (int coalition = 0; coalition < gross.length; coalition++) {
                model.begin(simulated, year);
                for (int lever = 0; lever < levers; lever++) {
                    if ((coalition & (1 << lever)) != 0) {
                        simulated.apply(lever);
                    }
                }
                simulated.settle();
                gross[coalition] = simulated.grossTonnes();
            }
        }

        double share(int lever) {
            double[] sums = new double[levers];
            double[] counts = new double[levers];
            int bit = 1 << lever;
            for (int coalition = 0; coalition < gross.length; coalition++) {
                if ((coalition & bit) == 0) {
                    int size = Integer.bitCount(coalition);
                    sums[size] += gross[coalition] - gross[coalition | bit];
                    counts[size]++;
                }
            }
            double share = 0;
            for (int size = 0; size < levers; size++) {
                share += sums[size] / counts[size] / levers;
            }
            return share;
        }

        double alone(int lever) {
            return gross[0] - gross[1 << lever];
        }

        double lastIn(int lever) {
            int all = gross.length - 1;
            return gross[all & ~(1 << lever)] - gross[all];
        }
    }

    /// Nodes at n cover polynomials of degree 2n − 1: `∫₀¹ x^k dx = 1/(k + 1)`.
    @Test
    void theQuadratureIsExactForPolynomials() {
        for (int size : List.of(1, 2, 5, 15, 30)) {
            GaussLegendre quadrature = GaussLegendre.of(size);
            for (int power = 0; power < 2 * size; power++) {
                double sum = 0;
                for (int i = 0; i < size; i++) {
                    sum += quadrature.weight(i) * Math.pow(quadrature.node(i), power);
                }
                assertThat(sum).isCloseTo(1.0 / (power + 1), within(1e-14));
            }
        }
    }
}
