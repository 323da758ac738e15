package org.netzero.quantities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FractionTest {

    @Test
    void equalNumbersAreEqualRecords() {
        assertThat(Fraction.of(44, 12)).isEqualTo(Fraction.of(11, 3)).hasToString("11/3");
        assertThat(Fraction.of(1, -2)).isEqualTo(Fraction.of(-1, 2)).hasToString("-1/2");
        assertThat(Fraction.of(new BigDecimal("1"), new BigDecimal("3.60")))
                .isEqualTo(Fraction.of(5, 18));
    }

    @Test
    void productAndQuotientAreExact() {
        assertThat(Fraction.of(2, 3).times(Fraction.of(3, 4))).isEqualTo(Fraction.of(1, 2));
        assertThat(Fraction.of(2, 3).dividedBy(Fraction.of(4, 3))).isEqualTo(Fraction.of(1, 2));
    }

    @Test
    void aZeroDenominatorIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fraction.of(7, 0))
                .withMessageContaining("7/0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fraction.ONE.dividedBy(Fraction.of(0, 5)));
    }

    @Test
    void aDecimalBeyondTheLimitIsRefused() {
        assertThatExceptionOfType(AmountOutOfRange.class)
                .isThrownBy(() -> Fraction.of(new BigDecimal("1e999999999"), BigDecimal.ONE));
    }

    @Test
    void whatTerminatesIsExactAndTheRestIsRoundedHalfEven() {
        assertThat(Fraction.of(1, 3).appliedTo(new BigDecimal("0.9"), 0))
                .isEqualByComparingTo("0.3");
        assertThat(Fraction.of(1, 1024).appliedTo(BigDecimal.ONE, 2))
                .isEqualByComparingTo("0.0009765625");
        assertThat(Fraction.of(2, 3).appliedTo(BigDecimal.ONE, 4)).isEqualByComparingTo("0.6667");
        assertThat(Fraction.of(1, 3).appliedTo(BigDecimal.ZERO, 4)).isEqualByComparingTo("0");
    }
}
