package org.netzero.emissions.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.netzero.emissions.Results;
import org.netzero.emissions.calculation.EmissionResult;

class MovedResultsTest {

    private static EmissionResult result(int i, int kilograms) {
        return Results.scope1("site-" + i, "diesel", String.valueOf(kilograms));
    }

    @Test
    void ofManyThatMoveThoseThatMoveMostAreKeptAndAllAreCounted() {
        var moved = new MovedResults(3);
        IntStream.rangeClosed(1, 100)
                .forEach(i ->
                        moved.offer(
                                Results.YEAR,
                                new YearChange.ResultChange(
                                        Optional.of(result(i, 0)),
                                        Optional.of(result(i, i % 2 == 0 ? i : -i)))));

        assertThat(moved.count()).isEqualTo(100);
        assertThat(moved.inOrder())
                .extracting(PreviewView.Result::differenceKgCo2e)
                .isEqualTo(
                        List.of(
                                new BigDecimal("100"),
                                new BigDecimal("-99"),
                                new BigDecimal("98")));
    }

    @Test
    void whatStaysIsNotCounted() {
        var moved = new MovedResults(3);
        moved.offer(
                Results.YEAR,
                new YearChange.ResultChange(Optional.of(result(1, 5)), Optional.of(result(1, 5))));
        assertThat(moved.count()).isZero();
        assertThat(moved.inOrder()).isEmpty();
    }
}
