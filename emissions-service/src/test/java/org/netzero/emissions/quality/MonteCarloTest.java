package org.netzero.emissions.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.netzero.emissions.quality.Terms.computed;
import static org.netzero.emissions.quality.Terms.stated;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonteCarloTest {

    private static final MonteCarlo SIMULATION = new MonteCarlo(20_261_129, 10_000);

    /// A bound is off by more than four of its standard errors once in 16,000.
    private static final double ERRORS = 4;

    @Test
    void agreesWithPropagationWhereWidthsAreSmallAndTheFactorIsShared() {
        agrees(
                List.of(
                        computed("100000", "2 %", "a@1", "7 %"),
                        computed("100000", "2 %", "a@1", "7 %")));
    }

    @Test
    void agreesWithPropagationWhereWidthsAreSmallAndFactorsDiffer() {
        agrees(
                List.of(
                        computed("100000", "2 %", "a@1", "7 %"),
                        computed("100000", "2 %", "b@1", "7 %"),
                        stated("50000", "10 %")));
    }

    @Test
    void agreesWithPropagationOverManyTerms() {
        agrees(
                IntStream.range(0, 500)
                        .mapToObj(i ->
                                computed(
                                        String.valueOf(1_000 + i),
                                        "5 %",
                                        "f%d@1".formatted(i % 50),
                                        "8 %"))
                        .toList());
    }

    private static void agrees(List<Term> terms) {
        // When
        double sum = Propagation.of(terms).coveredKilograms().doubleValue();
        double width = Propagation.of(terms).halfWidthKilograms().orElseThrow().doubleValue();
        Simulated drawn = SIMULATION.of(terms).orElseThrow();

        // Then
        assertThat(drawn.lower().doubleValue())
                .isCloseTo(sum - width, within(ERRORS * drawn.lowerStandardError().doubleValue()));
        assertThat(drawn.upper().doubleValue())
                .isCloseTo(sum + width, within(ERRORS * drawn.upperStandardError().doubleValue()));
        assertThat(drawn.mean().doubleValue())
                .isCloseTo(
                        sum,
                        within(ERRORS * width / MonteCarlo.DEVIATIONS / Math.sqrt(drawn.runs())));
        assertThat(drawn.upperStandardError().doubleValue()).isLessThan(width / 20);
    }

    /// P = mean × exp(±1.96 s − s²/2), s² = ln(1 + (u / 1.96)²).
    @Test
    void aLargeWidthIsLognormalAndKeepsItsMean() {
        // Given
        double deviation = Math.sqrt(Math.log1p(Math.pow(1.5 / MonteCarlo.DEVIATIONS, 2)));
        double shift = -deviation * deviation / 2;

        // When
        Simulated drawn = SIMULATION.of(List.of(stated("1000", "150 %"))).orElseThrow();

        // Then
        assertThat(drawn.lower().doubleValue())
                .isCloseTo(
                        1000 * Math.exp(shift - MonteCarlo.DEVIATIONS * deviation),
                        within(ERRORS * drawn.lowerStandardError().doubleValue()));
        assertThat(drawn.upper().doubleValue())
                .isCloseTo(
                        1000 * Math.exp(shift + MonteCarlo.DEVIATIONS * deviation),
                        within(ERRORS * drawn.upperStandardError().doubleValue()));
        assertThat(drawn.mean().doubleValue())
                .isCloseTo(1000, within(ERRORS * 1500 / MonteCarlo.DEVIATIONS / Math.sqrt(10_000)));
        assertThat(drawn.median()).isLessThan(drawn.mean());
    }

    @Test
    void aFactorOfLargeWidthIsDrawnOnceForAllThatShareIt() {
        // Given
        Term shared = computed("500", "0 %", "a@1", "90 %");
        Term own = computed("500", "0 %", "b@1", "90 %");

        // When
        Simulated together = SIMULATION.of(List.of(shared, shared)).orElseThrow();
        Simulated apart = SIMULATION.of(List.of(shared, own)).orElseThrow();

        // Then
        assertThat(together).isEqualTo(SIMULATION.of(List.of(shared.plus(shared))).orElseThrow());
        assertThat(apart.upper()).isLessThan(together.upper());
        assertThat(apart.lower()).isGreaterThan(together.lower());
    }

    @Test
    void whatCannotBeNegativeIsNotDrawnNegative() {
        Simulated drawn =
                SIMULATION.of(List.of(computed("10", "100 %", "a@1", "200 %"))).orElseThrow();

        assertThat(drawn.lower()).isPositive();
    }

    @Test
    void oneSeedGivesOneResultInWhateverOrder() {
        // Given
        var terms = new ArrayList<Term>();
        for (int i = 0; i < 40; i++) {
            terms.add(computed("10" + i, (5 + 3 * i) + " %", "f%d@1".formatted(i % 7), "8 %"));
            terms.add(stated("7" + i, (4 + 2 * i) + " %"));
        }
        Simulated first = SIMULATION.of(terms).orElseThrow();

        // When
        Collections.reverse(terms);

        // Then
        assertThat(SIMULATION.of(terms)).contains(first);
        assertThat(new MonteCarlo(1, 10_000).of(terms).orElseThrow().upper())
                .isNotEqualTo(first.upper());
    }

    @Test
    void moreRunsMakeBoundsSurer() {
        List<Term> terms = List.of(computed("1000", "5 %", "a@1", "20 %"));

        assertThat(new MonteCarlo(7, 100_000).of(terms).orElseThrow().upperStandardError())
                .isLessThan(new MonteCarlo(7, 1_000).of(terms).orElseThrow().upperStandardError());
    }

    @Test
    void whatIsNotCoveredIsNotDrawn() {
        List<Term> terms =
                List.of(stated("100", "0 %"), stated("900", "?"), computed("5", "1 %", "a", "?"));

        Simulated drawn = SIMULATION.of(terms).orElseThrow();

        assertThat(drawn.coveredKilograms()).isEqualByComparingTo("100");
        assertThat(drawn.upper()).isEqualByComparingTo(new BigDecimal("100"));
        assertThat(drawn.upperStandardError()).isZero();
    }

    @Test
    void nothingCoveredGivesNothing() {
        assertThat(SIMULATION.of(List.of(stated("900", "?")))).isEmpty();
        assertThat(SIMULATION.of(List.of())).isEmpty();
    }

    @Test
    void aFactorWithTwoWidthsIsRefused() {
        assertThatThrownBy(() ->
                        SIMULATION.of(
                                List.of(
                                        computed("1", "2 %", "a@1", "7 %"),
                                        computed("1", "2 %", "a@1", "8 %"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a@1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 999, 100_001})
    void tooFewAndTooManyRunsAreRefused(int runs) {
        assertThatThrownBy(() -> new MonteCarlo(1, runs))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(runs));
    }
}
