package org.netzero.emissions.gridfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IntensityTellerTest {

    @Test
    void theNextYearIsToldOfADayAheadSinceItBeginsEarlierInTheEast() {
        assertThat(IntensityTeller.years(LocalDate.of(2026, 12, 30)).max()).hasValue(2026);
        assertThat(IntensityTeller.years(LocalDate.of(2026, 12, 31)).max()).hasValue(2027);
        assertThat(IntensityTeller.years(LocalDate.of(2026, 12, 31)).min()).hasValue(2000);
    }
}
