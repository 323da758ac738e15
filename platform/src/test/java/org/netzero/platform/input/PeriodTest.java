package org.netzero.platform.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @ValueSource(strings = {"2021", "2021-03", "2021-03-14", "2024-02-29", "2021-03-14/2021-04-02"})
    void aPeriodIsWrittenAsItIsRead(String text) {
        assertThat(Period.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "21", "2021-13", "2021-02-30", "2021/03", "March 2021", "２０２１"})
    void anythingElseIsRefusedWithTheAcceptedForms(String text) {
        assertThatThrownBy(() -> Period.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("2021-03");
    }

    @Test
    void aYearContainsItsMonthsAndNotItsNeighbours() {
        Period year = Period.ofYear(2021);
        assertThat(year.contains(Period.parse("2021-12"))).isTrue();
        assertThat(year.contains(Period.parse("2022-01"))).isFalse();
        assertThat(year.overlaps(Period.parse("2022-01"))).isFalse();
    }

    @Test
    void localDaysOf23And25HoursKeepTheirLength() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertThat(Period.parse("2021-03-28").in(berlin).duration())
                .isEqualTo(Duration.ofHours(23));
        assertThat(Period.parse("2021-10-31").in(berlin).duration())
                .isEqualTo(Duration.ofHours(25));
    }
}
