package org.netzero.emissions.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StretchesTest {

    private final Stretches stretches =
            new Stretches(2021, List.of(LocalDate.of(2021, 4, 1), LocalDate.of(2021, 10, 1)));

    @ParameterizedTest
    @CsvSource({
        "2021-01-01, 2021-01-01",
        "2021-03-31, 2021-01-01",
        "2021-04-01, 2021-04-01",
        "2021-09-30, 2021-04-01",
        "2021-12-31, 2021-10-01",
    })
    void aDayLiesInTheStretchThatBeganLast(LocalDate day, LocalDate since) {
        assertThat(stretches.since(day)).isEqualTo(since);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-01, 2021-04-01, false",
        "2021-03-01, 2021-04-02, true",
        "2021-04-01, 2021-10-01, false",
        "2021-01-01, 2022-01-01, true",
        "2021-10-01, 2022-01-01, false",
    })
    void aPeriodCrossesWhereItGoesOnBehindACut(LocalDate start, LocalDate end, boolean crosses) {
        assertThat(stretches.crosses(start, end)).isEqualTo(crosses);
    }
}
