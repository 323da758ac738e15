package org.netzero.emissions.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfWidthTest {

    @ParameterizedTest
    @CsvSource({
        "5 %, 0.05",
        "5%, 0.05",
        "5.00 %, 0.05",
        "0.05, 0.05",
        "0 %, 0",
        "0, 0",
        "150 %, 1.5",
        "2000 %, 20",
        "0.123456 %, 0.00123456",
        "' 7 % ', 0.07",
    })
    void percentAndSharesBelowOneAreExact(String text, BigDecimal share) {
        assertThat(HalfWidth.parse(text).share()).isEqualByComparingTo(share);
    }

    @Test
    void oneWidthInTwoFormsIsTheSame() {
        assertThat(HalfWidth.parse("5.0 %")).isEqualTo(HalfWidth.parse("0.050"));
    }

    @ParameterizedTest
    @CsvSource({"5 %", "0 %", "150 %", "0.125 %"})
    void whatIsShownIsReadAgain(String text) {
        assertThat(HalfWidth.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "5, PERCENT_SIGN_MISSING",
        "1, PERCENT_SIGN_MISSING",
        "-5 %, NEGATIVE_WIDTH",
        "-0.05, NEGATIVE_WIDTH",
        "2000.1 %, WIDTH_TOO_LARGE",
        "a lot, NOT_A_WIDTH",
        "'', NOT_A_WIDTH",
        "%, NOT_A_WIDTH",
        "'5,5 %', NOT_A_WIDTH",
        "1e2 %, NOT_A_WIDTH",
        "± 5 %, NOT_A_WIDTH",
        "5 % %, NOT_A_WIDTH",
        "NaN, NOT_A_WIDTH",
        "0.12345678901234, TOO_MANY_DIGITS",
    })
    void anythingElseIsRefused(String text, String code) {
        assertThatThrownBy(() -> HalfWidth.parse(text))
                .isInstanceOfSatisfying(
                        QualityRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
