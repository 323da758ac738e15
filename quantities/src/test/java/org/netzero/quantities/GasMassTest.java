package org.netzero.quantities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GasMassTest {

    private static final GasMass METHANE = new GasMass("CH4", new BigDecimal("2.5"));

    @Test
    void co2eIsMassTimesGwp() {
        assertThat(METHANE.toCo2e(new BigDecimal("28"), GwpSet.AR5_100))
                .isEqualTo(new Co2e(new BigDecimal("70"), GwpSet.AR5_100));
        assertThat(METHANE.toCo2e(new BigDecimal("25"), GwpSet.AR4_100))
                .isEqualTo(new Co2e(new BigDecimal("62.5"), GwpSet.AR4_100));
    }

    @Test
    void massesOfOneGasAddUp() {
        assertThat(METHANE.plus(METHANE)).isEqualTo(METHANE.times(new BigDecimal("2")));
        assertThat(METHANE.minus(METHANE.plus(METHANE)).isNegative()).isTrue();
        assertThat(METHANE).hasToString("2.5 kg CH4");
    }

    @Test
    void carbonBecomesCo2ByFortyFourTwelfths() {
        assertThat(new GasMass("CO2", BigDecimal.ONE).times(Fraction.of(44, 12)).kilograms())
                .isEqualByComparingTo("3.666666666667");
    }

    @Test
    void anyUnitOfMassBecomesKilograms() {
        assertThat(GasMass.of("N2O", Quantity.of("300", Unit.G)).toQuantity())
                .isEqualTo(Quantity.of("0.3", Unit.KG));
    }

    @Test
    void otherGasesAreRefusedWithBoth() {
        // Given
        GasMass other = new GasMass("N2O", BigDecimal.ONE);

        // Then
        assertThatExceptionOfType(MixedGases.class)
                .isThrownBy(() -> METHANE.plus(other))
                .satisfies(refusal -> {
                    assertThat(refusal.first()).isEqualTo("CH4");
                    assertThat(refusal.second()).isEqualTo("N2O");
                });
        assertThatExceptionOfType(MixedGases.class).isThrownBy(() -> METHANE.minus(other));
    }

    @Test
    void aMassOfCo2eIsNoMassOfAGas() {
        assertThatExceptionOfType(IncompatibleUnits.class)
                .isThrownBy(() -> GasMass.of("CO2", Quantity.of("1", Unit.KG_CO2E)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "CH4 ", "\tCH4"})
    void aGasNeedsAName(String gas) {
        assertThatIllegalArgumentException().isThrownBy(() -> new GasMass(gas, BigDecimal.ONE));
    }

    @Test
    void aNameHasALimit() {
        String name = "C".repeat(GasMass.MAX_NAME);

        assertThat(new GasMass(name, BigDecimal.ONE).gas()).isEqualTo(name);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GasMass(name + "C", BigDecimal.ONE));
    }

    @Test
    void aNegativeGwpIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> METHANE.toCo2e(new BigDecimal("-1"), GwpSet.AR5_100))
                .withMessageContaining("CH4");
    }
}
