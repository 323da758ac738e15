package org.netzero.emissions.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.emissions.quality.HalfWidth;

class SourceRangeTest {

    private static final Optional<BigDecimal> CO2 = Optional.of(BigDecimal.ONE);

    @Test
    void ofAnAsymmetricRangeTheLargerSideCounts() {
        assertThat(SourceRange.ofSum(List.of(SourceRange.of("80", CO2, "95% CI 76..82"))))
                .contains(HalfWidth.parse("5 %"));
    }

    @Test
    void remarksBehindTheRangeMakeNoDifference() {
        assertThat(
                        SourceRange.ofSum(
                                List.of(
                                        SourceRange.of(
                                                "80",
                                                CO2,
                                                "95% CI 76..82 (row split over lines)"))))
                .contains(HalfWidth.parse("5 %"));
    }

    @Test
    void gasesErrIndependentlyAndWeighByTheirCo2e() {
        // Given 90 kg of CO2 ± 10 % and 10 kg CO2e of methane ± 120 %
        SourceRange co2 = SourceRange.of("90", CO2, "95% CI 81..99");
        SourceRange methane =
                SourceRange.of("0.4", Optional.of(new BigDecimal("25")), "95% CI 0.1..0.88");

        // Then √(9² + 12²) / 100
        assertThat(SourceRange.ofSum(List.of(co2, methane))).contains(HalfWidth.parse("15 %"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "95% CI na..na", "95% CI 30..30", "a note", "95% CI 81..99;"})
    void oneGasWithoutAUsableRangeLeavesTheFactorWithout(String notes) {
        SourceRange known = SourceRange.of("90", CO2, "95% CI 81..99");

        assertThat(SourceRange.ofSum(List.of(known, SourceRange.of("10", CO2, notes)))).isEmpty();
    }

    @Test
    void aGasWithoutPotentialLeavesTheFactorWithout() {
        assertThat(
                        SourceRange.ofSum(
                                List.of(SourceRange.of("90", Optional.empty(), "95% CI 81..99"))))
                .isEmpty();
    }

    @Test
    void noGasOfTheScopesHasNoRange() {
        assertThat(SourceRange.ofSum(List.of())).isEmpty();
    }
}
