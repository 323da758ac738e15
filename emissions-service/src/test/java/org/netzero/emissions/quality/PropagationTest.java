package org.netzero.emissions.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.netzero.emissions.quality.Terms.computed;
import static org.netzero.emissions.quality.Terms.stated;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PropagationTest {

    private static final String SITE = "100000";

    /// Two sites of 100 t, 2 % and 7 %.
    @Test
    void twoSitesWithFactorsOfTheirOwnErrIndependently() {
        assertThat(
                        percent(
                                computed(SITE, "2 %", "a@1", "7 %"),
                                computed(SITE, "2 %", "b@1", "7 %")))
                .isEqualTo("5.148");
    }

    @Test
    void twoSitesWithOneFactorErrTogether() {
        assertThat(
                        percent(
                                computed(SITE, "2 %", "a@1", "7 %"),
                                computed(SITE, "2 %", "a@1", "7 %")))
                .isEqualTo("7.141");
    }

    @Test
    void aFactorOfAnotherVersionIsAnotherFactor() {
        assertThat(
                        percent(
                                computed(SITE, "2 %", "a@1", "7 %"),
                                computed(SITE, "2 %", "a@2", "7 %")))
                .isEqualTo("5.148");
    }

    /// Equation 3.1 of the IPCC 2006 Guidelines, volume 1, chapter 3: U = √(U₁² + U₂²).
    @ParameterizedTest
    @CsvSource({"5 %, 10 %, 11.180", "3 %, 4 %, 5.000", "0 %, 7 %, 7.000", "2 %, 0 %, 2.000"})
    void aProductHasTheRootOfTheSquares(String activity, String factor, String expected) {
        assertThat(percent(computed("1234.5", activity, "a@1", factor))).isEqualTo(expected);
    }

    /// Equation 3.2 of the same: U = √(Σ (Uᵢ xᵢ)²) / |Σ xᵢ|, here √(10² + 60²) / 300.
    @Test
    void aSumHasTheRootOfTheAbsoluteSquares() {
        assertThat(percent(stated("100", "10 %"), stated("200", "30 %"))).isEqualTo("20.276");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9, 100, 2_500})
    void equalIndependentTermsErrLessByTheRootOfTheirNumber(int number) {
        Uncertainty sum = Propagation.of(Collections.nCopies(number, stated("40", "12 %")));

        BigDecimal expected =
                new BigDecimal("0.12")
                        .divide(
                                BigDecimal.valueOf(number).sqrt(MathContext.DECIMAL128),
                                12,
                                RoundingMode.HALF_EVEN);
        assertThat(sum.halfWidth()).contains(expected);
    }

    @Test
    void summedTermsGiveWhatTheirPartsGive() {
        Term one = computed("300", "4 %", "a@1", "9 %");
        Term two = computed("500", "?", "a@1", "9 %");
        Term three = computed("200", "6 %", "a@1", "9 %");

        assertThat(Propagation.of(List.of(one.plus(two).plus(three))))
                .isEqualTo(Propagation.of(List.of(one, two, three)));
    }

    @Test
    void allThatIsUncertainOfAStatedFigureIsItsOwn() {
        assertThat(percent(stated(SITE, "15 %"))).isEqualTo("15.000");
    }

    @Test
    void whatIsUnknownIsLeftOutAndSaidNotCountedAsZero() {
        // Given
        Term known = computed("600", "3 %", "a@1", "4 %");
        Term noActivityWidth = computed("100", "?", "a@1", "4 %");
        Term noFactorWidth = computed("200", "3 %", "b@1", "?");
        Term stated = stated("100", "?");

        // When
        Uncertainty sum = Propagation.of(List.of(known, noActivityWidth, noFactorWidth, stated));

        // Then
        assertThat(sum.kilograms()).isEqualByComparingTo("1000");
        assertThat(sum.coveredKilograms()).isEqualByComparingTo("600");
        assertThat(sum.coveredShare().orElseThrow()).isEqualByComparingTo("0.6");
        assertThat(sum.halfWidthKilograms().orElseThrow()).isEqualByComparingTo("30");
        assertThat(sum.halfWidth().orElseThrow()).isEqualByComparingTo("0.05");
    }

    @Test
    void nothingKnownHasNoHalfWidth() {
        Uncertainty sum = Propagation.of(List.of(computed("600", "?", "a@1", "4 %")));

        assertThat(sum.coveredShare().orElseThrow()).isEqualByComparingTo("0");
        assertThat(sum.halfWidth()).isEmpty();
        assertThat(sum.halfWidthKilograms()).isEmpty();
    }

    @Test
    void nothingAtAllHasNotEvenAShare() {
        Uncertainty sum = Propagation.of(List.of());

        assertThat(sum.coveredShare()).isEmpty();
        assertThat(sum.halfWidth()).isEmpty();
    }

    @Test
    void aWidthOfZeroIsKnown() {
        Uncertainty sum = Propagation.of(List.of(computed("600", "0 %", "a@1", "0 %")));

        assertThat(sum.coveredShare().orElseThrow()).isEqualByComparingTo("1");
        assertThat(sum.halfWidth().orElseThrow()).isEqualByComparingTo("0");
    }

    @Test
    void amountsThatCancelHaveAnAbsoluteWidthOnly() {
        Uncertainty sum = Propagation.of(List.of(stated("100", "3 %"), stated("-100", "4 %")));

        assertThat(sum.halfWidthKilograms().orElseThrow()).isEqualByComparingTo("5");
        assertThat(sum.halfWidth()).isEmpty();
        assertThat(sum.coveredShare().orElseThrow()).isEqualByComparingTo("1");
    }

    @Test
    void nextToAllIsNotAll() {
        Uncertainty sum =
                Propagation.of(List.of(stated("1000000000000000", "3 %"), stated("1", "?")));

        assertThat(sum.coveredShare().orElseThrow()).isLessThan(BigDecimal.ONE);
    }

    @Test
    void aFactorWithTwoWidthsIsRefused() {
        assertThatThrownBy(() ->
                        Propagation.of(
                                List.of(
                                        computed("1", "2 %", "a@1", "7 %"),
                                        computed("1", "2 %", "a@1", "?"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a@1")
                .hasMessageContaining("an unknown one");
    }

    @Test
    void termsOfDifferentFactorsDoNotAdd() {
        assertThatThrownBy(() -> computed("1", "2 %", "a@1", "7 %").plus(stated("1", "2 %")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"10, 11, 1", "10, -1, 1", "-10, 1, 1", "10, 0, 1", "10, 5, -1"})
    void aTermIsNotKnownBeyondWhatItIs(BigDecimal all, BigDecimal known, BigDecimal squares) {
        assertThatThrownBy(() -> new Term(all, known, squares, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String percent(Term... terms) {
        return Propagation.of(List.of(terms))
                .halfWidth()
                .orElseThrow()
                .movePointRight(2)
                .setScale(3, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
