package org.netzero.gateway.roadmap.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.netzero.gateway.roadmap.uncertainty.ErrorPropagation.Term;

/// Widths in percent, as the worked cases state them.
class ClosedFormsTest {

    private static final int RUNS = 400_000;

    @Test
    void widthsOfAProductAddAsSquares() {
        assertThat(ErrorPropagation.ofProduct(5, 10)).isCloseTo(11.1803398875, within(1e-9));
        assertThat(ErrorPropagation.ofProduct(5, 10, 5)).isCloseTo(12.2474487139, within(1e-9));
    }

    @Test
    void widthsOfASumAddAsSquaresOfAmounts() {
        assertThat(ErrorPropagation.ofSum(List.of(new Term(100, 10, 0), new Term(200, 5, 0))))
                .isCloseTo(4.7140452079, within(1e-9));
    }

    @Test
    void aSharedFactorDoesNotAverageOut() {
        double own = ErrorPropagation.ofProduct(7, 2);
        assertThat(ErrorPropagation.ofSum(List.of(new Term(100, own, 0), new Term(100, own, 0))))
                .isCloseTo(5.1478150705, within(1e-9));
        assertThat(ErrorPropagation.ofSum(List.of(new Term(100, 2, 7), new Term(100, 2, 7))))
                .isCloseTo(7.1414284285, within(1e-9));
    }

    @Test
    void aSumOfNothingHasNoRelativeWidth() {
        assertThatThrownBy(() -> ErrorPropagation.ofSum(List.of()))
                .hasMessageContaining("the sum is 0.0");
    }

    @Test
    void drawsGiveTheLognormalProductOfTheClosedForm() {
        Draws first = Draws.of(7, "first factor");
        Draws second = Draws.of(7, "second factor");
        double[] products =
                IntStream.range(0, RUNS)
                        .mapToDouble(run ->
                                50 * Math.exp(0.1 * first.normal(run) + 0.2 * second.normal(run)))
                        .toArray();
        Quantiles quantiles = Quantiles.of(products);
        assertThat(quantiles.p10()).isCloseTo(37.5419646152, within(0.15));
        assertThat(quantiles.p50()).isCloseTo(50, within(0.15));
        assertThat(quantiles.p90()).isCloseTo(66.5921462988, within(0.25));
        assertThat(IntStream.range(0, RUNS).mapToDouble(run -> products[run]).average().orElse(0))
                .isCloseTo(51.2657560264, within(0.1));
    }

    @Test
    void theQuantileFunctionIsThatOfTheNormalDistribution() {
        assertThat(Normal.quantile(0.5)).isZero();
        assertThat(Normal.quantile(0.9)).isCloseTo(Normal.Q90, within(1e-8));
        assertThat(Normal.quantile(0.1)).isCloseTo(-Normal.Q90, within(1e-8));
        assertThat(Normal.quantile(0.001)).isCloseTo(-3.090232306167813, within(1e-8));
        assertThat(Normal.quantile(0.999)).isCloseTo(3.090232306167813, within(1e-8));
        assertThatThrownBy(() -> Normal.quantile(1)).hasMessageContaining("1.0");
    }

    @Test
    void drawsOfTwoNamesDoNotKnowEachOther() {
        Draws one = Draws.of(1, "delivery of a");
        Draws other = Draws.of(1, "delivery of b");
        double[] first = IntStream.range(0, 20_000).mapToDouble(one::uniform).toArray();
        double[] second = IntStream.range(0, 20_000).mapToDouble(other::uniform).toArray();
        assertThat(Ranks.of(first).correlation(Ranks.of(second))).isCloseTo(0, within(0.03));
        assertThat(first).doesNotContain(0, 1);
        assertThat(Quantiles.of(first).p50()).isCloseTo(0.5, within(0.02));
        assertThat(Draws.of(1, "delivery of a").uniform(17)).isEqualTo(first[17]);
        assertThat(Draws.of(2, "delivery of a").uniform(17)).isNotEqualTo(first[17]);
    }

    @Test
    void ranksMeasureMonotonyNotShape() {
        double[] values = {3, 1, 2, 5, 4};
        double[] cubes = {27, 1, 8, 125, 64};
        double[] falling = {-27, -1, -8, -125, -64};
        assertThat(Ranks.of(values).correlation(Ranks.of(cubes))).isCloseTo(1, within(1e-12));
        assertThat(Ranks.of(values).correlation(Ranks.of(falling))).isCloseTo(-1, within(1e-12));
        assertThat(Ranks.of(values).correlation(Ranks.of(new double[5]))).isZero();
    }

    @Test
    void quantilesLieBetweenTheNearestRanks() {
        assertThat(Quantiles.of(new double[] {4, 1, 3, 2, 5}))
                .isEqualTo(new Quantiles(1.4, 3, 4.6));
    }
}
