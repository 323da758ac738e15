package org.netzero.quantities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class Co2eTest {

    private static final Co2e HUNDRED = new Co2e(new BigDecimal("100"), GwpSet.AR5_100);

    @Test
    void sumsAndDifferencesAreExact() {
        assertThat(HUNDRED.plus(HUNDRED).kilograms()).isEqualByComparingTo("200");
        assertThat(HUNDRED.minus(HUNDRED)).isEqualTo(Co2e.zero(GwpSet.AR5_100));
    }

    @Test
    void differencesMayBeNegative() {
        Co2e change = Co2e.zero(GwpSet.AR5_100).minus(HUNDRED);

        assertThat(change.isNegative()).isTrue();
        assertThat(change.negate()).isEqualTo(HUNDRED);
        assertThat(change.compareWith(HUNDRED)).isNegative();
    }

    @Test
    void tonnesAreExact() {
        assertThat(new Co2e(new BigDecimal("2399228928.5"), GwpSet.AR6_100).tonnes())
                .isEqualByComparingTo("2399228.9285");
    }

    @Test
    void equalityNeedsTheSameSetAndNumberWhateverTheScale() {
        assertThat(HUNDRED)
                .isEqualTo(new Co2e(new BigDecimal("100.00"), GwpSet.AR5_100))
                .isNotEqualTo(new Co2e(new BigDecimal("100"), GwpSet.AR6_100))
                .hasToString("100 kgCO2e (AR5_100)");
    }

    @Test
    void aQuantityOfCo2eNeedsItsSetOnly() {
        assertThat(Co2e.of(Quantity.of("0.1", Unit.T_CO2E), GwpSet.AR5_100)).isEqualTo(HUNDRED);
        assertThat(HUNDRED.toQuantity()).isEqualTo(Quantity.of("100", Unit.KG_CO2E));
    }

    @Test
    void sharesAreRoundedToTwelveDecimalsOfAKilogram() {
        assertThat(HUNDRED.times(Fraction.of(1, 3)).kilograms())
                .isEqualByComparingTo("33.333333333333");
        assertThat(HUNDRED.times(new BigDecimal("0.3")).kilograms()).isEqualByComparingTo("30");
    }

    @Test
    void theDefaultSetIsTheFifthReport() {
        assertThat(GwpSet.DEFAULT).isEqualTo(GwpSet.AR5_100);
    }

    @Test
    void otherSetsAreRefusedWithBoth() {
        // Given
        Co2e other = Co2e.zero(GwpSet.AR6_100);

        // Then
        assertThatExceptionOfType(MixedGwpSets.class)
                .isThrownBy(() -> HUNDRED.plus(other))
                .satisfies(refusal -> {
                    assertThat(refusal.first()).isEqualTo(GwpSet.AR5_100);
                    assertThat(refusal.second()).isEqualTo(GwpSet.AR6_100);
                });
        assertThatExceptionOfType(MixedGwpSets.class).isThrownBy(() -> HUNDRED.minus(other));
        assertThatExceptionOfType(MixedGwpSets.class).isThrownBy(() -> HUNDRED.compareWith(other));
    }

    @Test
    void aMassOfAnythingElseIsNoCo2e() {
        assertThatExceptionOfType(IncompatibleUnits.class)
                .isThrownBy(() -> Co2e.of(Quantity.of("1", Unit.KG), GwpSet.AR5_100));
    }
}
