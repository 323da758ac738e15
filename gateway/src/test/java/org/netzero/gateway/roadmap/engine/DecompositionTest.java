package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.inventory;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.withoutGrowth;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecompositionTest {

    /// Closed form: L(288, 1,000) = 712 / ln(1,000 / 288); of cuts of 10, 20 and 60 % of 1,000 it
    /// makes 60.264, 127.634 and 524.102.
    @Test
    void threeCutsShareTheirChangeWithoutARest() {
        Decomposition decomposition =
                Decomposition.of(
                        List.of(
                                new Decomposition.Factor("base", 1_000, 1_000),
                                new Decomposition.Factor("pue", 1, 0.9),
                                new Decomposition.Factor("efficiency", 1, 0.8),
                                new Decomposition.Factor("renewables", 1, 0.4)));
        assertThat(
                        decomposition.effects().stream()
                                .mapToDouble(Decomposition.Effect::amount)
                                .toArray())
                .containsExactly(
                        new double[] {0, -60.2642999617, -127.6340555753, -524.1016444631},
                        within(1e-9));
    }

    /// Two sectors by activity, structure and intensity, added over the sectors as equation 5 of
    /// Ang (Energy Policy 33, 2005, 867-871) says: 30 + 20 became 80 + 16 while activity grew from
    /// 50 to 80, the first sector's share from 0.2 to 0.5, and intensities fell from 3 to 2 and
    /// from 0.5 to 0.4. By hand: L(80, 30) = 50.9770 and L(16, 20) = 17.9257.
    @Test
    void sectorsAddUpToActivityStructureAndIntensity() {
        double[] sums = new double[3];
        for (double[][] sector :
                new double[][][] {
                    {{50, 80}, {0.2, 0.5}, {3, 2}}, {{50, 80}, {0.8, 0.5}, {0.5, 0.4}}
                }) {
            List<Decomposition.Effect> effects =
                    Decomposition.of(
                                    List.of(
                                            new Decomposition.Factor(
                                                    "activity", sector[0][0], sector[0][1]),
                                            new Decomposition.Factor(
                                                    "structure", sector[1][0], sector[1][1]),
                                            new Decomposition.Factor(
                                                    "intensity", sector[2][0], sector[2][1])))
                            .effects();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += effects.get(i).amount();
            }
        }
        assertThat(sums).containsExactly(new double[] {32.3846, 38.2849, -24.6695}, within(5e-5));
        assertThat(sums[0] + sums[1] + sums[2]).isCloseTo(46, within(1e-9));
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theEffectsSumToTheChange(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double nearness = Math.pow(10, -random.nextInt(12));
        List<Decomposition.Factor> factors =
                LongStream.range(0, 1 + seed % 5)
                        .mapToObj(i -> {
                            double before = random.nextDouble(0.01, 100);
                            return new Decomposition.Factor(
                                    "f" + i, before, before * (1 + nearness * random.nextDouble()));
                        })
                        .toList();
        Decomposition decomposition = Decomposition.of(factors);
        double sum =
                decomposition.effects().stream().mapToDouble(Decomposition.Effect::amount).sum();
        assertThat(sum)
                .isCloseTo(
                        decomposition.after() - decomposition.before(),
                        within(1e-9 * decomposition.after()));
    }

    @Test
    void whatDidNotChangeContributedNothing() {
        Decomposition decomposition =
                Decomposition.of(
                        List.of(
                                new Decomposition.Factor("same", 5, 5),
                                new Decomposition.Factor("other", 2, 3)));
        assertThat(decomposition.effects().getFirst().amount()).isZero();
        assertThat(decomposition.effects().getLast().amount()).isCloseTo(5, within(1e-12));
    }

    /// The limit of the index: cases 2, 4 and 1 of Ang, Zhang and Choi, "Factorizing changes in
    /// energy and environmental indicators through decomposition", Energy 23 (1998), table 2.
    @Test
    void whatAloneBecameOrWasNothingMadeTheWholeChange() {
        Decomposition gone =
                Decomposition.of(
                        List.of(
                                new Decomposition.Factor("electricity", 100, 120),
                                new Decomposition.Factor("not green", 0.5, 0)));
        assertThat(gone.effects())
                .extracting(Decomposition.Effect::amount)
                .containsExactly(0.0, -50.0);
        Decomposition come =
                Decomposition.of(
                        List.of(
                                new Decomposition.Factor("site", 0, 2),
                                new Decomposition.Factor("factor", 3, 4)));
        assertThat(come.effects())
                .extracting(Decomposition.Effect::amount)
                .containsExactly(8.0, 0.0);
    }

    @Test
    void refusesWhatSeveralFactorsMadeNothingTogether() {
        assertThatThrownBy(() ->
                        Decomposition.of(
                                List.of(
                                        new Decomposition.Factor("electricity", 100, 0),
                                        new Decomposition.Factor("grid", 0.5, 0))))
                .hasMessageContaining("[electricity, grid] were or became 0 together");
        assertThatThrownBy(() -> new Decomposition.Factor("grid", 0.5, -1))
                .isInstanceOf(ValueOutOfRange.class);
    }

    /// 1,000 MWh at 0.5 t/MWh became 1,200 at 0.45: 540 − 500 = 40 t.
    @Test
    void aProjectionSaysWhatMovedScope2BetweenItsInventories() {
        assertThat(
                        Roadmap.project(
                                        withoutGrowth(),
                                        inventory(2021, 10, 500, 500, 100, 1_000, 0, 0, 1),
                                        new Actuals(
                                                Optional.empty(),
                                                List.of(
                                                        inventory(
                                                                2022, 10, 540, 540, 100, 1_200, 0,
                                                                0, 1))))
                                .remarks())
                .contains(
                        "Scope 2 location-based moved by 40 t from 2021 to 2022: 95 t by purchased"
                                + " electricity, -55 t by the grid's factor.");
    }
}
