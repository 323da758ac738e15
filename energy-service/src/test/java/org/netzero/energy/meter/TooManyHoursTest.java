package org.netzero.energy.meter;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TooManyHoursTest {

    @Test
    void allocationsTakeAsMuchMemoryAsMeters() {
        assertThatCode(() -> TooManyHours.check(10, 300, 8_760)).doesNotThrowAnyException();
        assertThatThrownBy(() -> TooManyHours.check(10, 400, 8_760))
                .isInstanceOf(TooManyHours.class)
                .hasMessageContaining("8,760 hours of 10 meters and 400 allocations");
    }
}
