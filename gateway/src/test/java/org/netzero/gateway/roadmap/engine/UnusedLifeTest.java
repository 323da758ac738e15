package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class UnusedLifeTest {

    @Test
    void withoutInterestItIsThePartOfTheYears() {
        assertThat(UnusedLife.part(0, 3, 10, 6)).isEqualTo(0.6);
        assertThat(UnusedLife.part(0, 0, 10, 0)).isZero();
        assertThat(UnusedLife.part(0, 0, 10, -2)).isZero();
    }

    /// 100 in ten instalments at 10 %, the first of them at once, are 100 / 6.759024 = 14.795036 a
    /// year; six to come are worth 14.795036 · 4.355261 a year before the first of them.
    @Test
    void withInterestItIsWhatInstalmentsToComeAreWorth() {
        assertThat(100 * UnusedLife.part(0.1, 0, 10, 6))
                .isCloseTo(14.795_036 * 4.355_261, within(1e-4));
    }

    @Test
    void aLittleInterestIsNextToNone() {
        assertThat(UnusedLife.part(1e-12, 2, 25, 17)).isCloseTo(17 / 25.0, within(1e-9));
    }

    /// Whatever is left, capital has cost the instalments of the years until then.
    @Test
    void capitalLessWhatIsLeftIsTheInstalmentsSoFar() {
        double rate = 0.08;
        int life = 7;
        for (int lead = 0; lead <= 2; lead++) {
            for (int used = 1; used <= life; used++) {
                double all = 0;
                double here = 0;
                for (int year = 0; year < life; year++) {
                    double due = Math.pow(1 + rate, -(lead + year));
                    all += due;
                    here += year < used ? due : 0;
                }
                double left = UnusedLife.part(rate, lead, life, life - used);
                assertThat(1 - left * Math.pow(1 + rate, -(lead + used - 1.0)))
                        .isCloseTo(here / all, within(1e-12));
            }
        }
    }
}
