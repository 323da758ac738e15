package org.netzero.quantities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @Test
    void equalityIgnoresTheScaleOfTheNumber() {
        assertThat(Quantity.of("1.50", Unit.KWH))
                .isEqualTo(Quantity.of("1.5", Unit.KWH))
                .hasSameHashCodeAs(Quantity.of("15e-1", Unit.KWH));
        assertThat(Quantity.of("0.000", Unit.KG)).isEqualTo(Quantity.zero(Unit.KG));
    }

    @Test
    void equalityIsOfRecordsAndComparisonOfAmounts() {
        Quantity tonne = Quantity.of("1", Unit.T);
        Quantity kilograms = Quantity.of("1000", Unit.KG);

        assertThat(tonne).isNotEqualTo(kilograms);
        assertThat(tonne.compareWith(kilograms)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "1.5, MWH, 1500, KWH",
        "1234.5, KG, 1.2345, T",
        "3.6, MJ, 1, KWH",
        "1, KWH, 3.6, MJ",
        "1, TJ, 1000, GJ",
        "1, MMBTU, 1055.05585262, MJ",
        "1, LB, 0.45359237, KG",
        "1, GAL, 3.785411784, L",
        "1000, L, 1, M3",
        "100, MI, 160.9344, KM",
        "-2, T_CO2E, -2000, KG_CO2E"
    })
    void conversionsThatTerminateAreExact(String value, Unit unit, String expected, Unit target) {
        assertThat(Quantity.of(value, unit).to(target)).isEqualTo(Quantity.of(expected, target));
    }

    @Test
    void exactResultsKeepMoreThanTwelveDecimals() {
        assertThat(Quantity.of("0.0000000000001", Unit.KWH).to(Unit.MWH))
                .hasToString("0.0000000000000001 MWh");
    }

    @ParameterizedTest
    @CsvSource({
        "1, MJ, 0.277777777778, KWH",
        "1, MJ, 0.000277777777778, MWH",
        "-1, MJ, -0.277777777778, KWH",
        "1, KG, 2.204622621849, LB",
        "1, TJ, 277.777777777777778, MWH"
    })
    void conversionsThatDoNotTerminateAreRoundedOnce(
            String value, Unit unit, String expected, Unit target) {
        assertThat(Quantity.of(value, unit).to(target)).isEqualTo(Quantity.of(expected, target));
    }

    @Test
    void carbonBecomesCo2ByFortyFourTwelfths() {
        assertThat(Quantity.of("1", Unit.KG).times(Fraction.of(44, 12)))
                .isEqualTo(Quantity.of("3.666666666667", Unit.KG));
        assertThat(Quantity.of("3", Unit.KG).times(Fraction.of(44, 12)))
                .isEqualTo(Quantity.of("11", Unit.KG));
    }

    @Test
    void sumsStandInTheUnitOfTheFirst() {
        assertThat(Quantity.of("1", Unit.MWH).plus(Quantity.of("500", Unit.KWH)))
                .isEqualTo(Quantity.of("1.5", Unit.MWH));
        assertThat(Quantity.of("1", Unit.KWH).minus(Quantity.of("1", Unit.MWH)))
                .isEqualTo(Quantity.of("-999", Unit.KWH));
    }

    @Test
    void differencesMayBeNegative() {
        Quantity difference = Quantity.of("1", Unit.KG).minus(Quantity.of("3", Unit.KG));

        assertThat(difference.isNegative()).isTrue();
        assertThat(difference.negate()).isEqualTo(Quantity.of("2", Unit.KG));
        assertThat(Quantity.zero(Unit.KG).isNegative()).isFalse();
        assertThat(Quantity.of("-0.0", Unit.KG).isZero()).isTrue();
    }

    @Test
    void productsAreExact() {
        assertThat(Quantity.of("0.1", Unit.KWH).times(new BigDecimal("0.1")))
                .isEqualTo(Quantity.of("0.01", Unit.KWH));
    }

    @Test
    void comparisonDoesNotRound() {
        Quantity third = Quantity.of("0.277777777778", Unit.KWH);

        assertThat(Quantity.of("1", Unit.MJ).to(Unit.KWH)).isEqualTo(third);
        assertThat(Quantity.of("1", Unit.MJ).compareWith(third)).isNegative();
        assertThat(third.compareWith(Quantity.of("1", Unit.MJ))).isPositive();
    }

    @Test
    void amountsAreWrittenWithoutExponent() {
        assertThat(Quantity.of("1.2E+7", Unit.KWH)).hasToString("12000000 kWh");
        assertThat(Quantity.of("1E-7", Unit.T)).hasToString("0.0000001 t");
        assertThat(Quantity.of("12e6", Unit.KWH).value().toString()).isEqualTo("12000000");
    }

    @Test
    void fuelEnergyEntersAnEnergyTotalOnlyByName() {
        Quantity electricity = Quantity.of("1", Unit.MWH);
        Quantity fuel = Quantity.of("1", Unit.MWH_NET_CV);

        assertThatExceptionOfType(IncompatibleUnits.class).isThrownBy(() -> electricity.plus(fuel));
        assertThat(electricity.plus(fuel.withoutCalorificBasis()))
                .isEqualTo(Quantity.of("2", Unit.MWH));
    }

    @Test
    void incompatibleUnitsAreRefusedWithBoth() {
        // Given
        Quantity mass = Quantity.of("1", Unit.KG);

        // Then
        assertThatExceptionOfType(IncompatibleUnits.class)
                .isThrownBy(() -> mass.to(Unit.KG_CO2E))
                .satisfies(refusal -> {
                    assertThat(refusal.given()).isEqualTo(Unit.KG);
                    assertThat(refusal.wanted()).isEqualTo(Unit.KG_CO2E);
                });
        assertThatExceptionOfType(IncompatibleUnits.class)
                .isThrownBy(() -> mass.minus(Quantity.zero(Unit.L)));
        assertThatExceptionOfType(IncompatibleUnits.class)
                .isThrownBy(() -> mass.compareWith(Quantity.zero(Unit.KWH)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1,000", "1.2.3", "NaN", "Infinity", "0x10", "1 000", "one"})
    void whatIsNoDecimalIsRefused(String text) {
        assertThatExceptionOfType(NotADecimal.class)
                .isThrownBy(() -> Quantity.of(text, Unit.KWH))
                .satisfies(refusal -> assertThat(refusal.text()).isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "-1e256", "1e-257", "1e2147483647"})
    void amountsBeyondTheLimitAreRefused(String text) {
        assertThatExceptionOfType(AmountOutOfRange.class)
                .isThrownBy(() -> Quantity.of(text, Unit.KWH))
                .satisfies(refusal -> assertThat(refusal.amount()).isEqualTo(new BigDecimal(text)));
    }

    @Test
    void factorsBeyondTheLimitAreRefused() {
        Quantity quantity = Quantity.of("0.1", Unit.KWH);

        assertThatExceptionOfType(AmountOutOfRange.class)
                .isThrownBy(() -> quantity.times(new BigDecimal("1e-2147483647")));
    }

    @Test
    void theLargestAndTheSmallestAmountAreStillAccepted() {
        assertThat(Quantity.of("1e255", Unit.KWH).value().precision()).isEqualTo(256);
        assertThat(Quantity.of("1e-256", Unit.KWH).value().scale()).isEqualTo(256);
        assertThat(Quantity.of(Quantity.of("1e-256", Unit.KWH).value().toPlainString(), Unit.KWH))
                .isEqualTo(Quantity.of("1e-256", Unit.KWH));
    }

    @Test
    void aTextOfEndlessDigitsIsRefusedUnread() {
        assertThatExceptionOfType(NotADecimal.class)
                .isThrownBy(() -> Quantity.of("9".repeat(1_000_000), Unit.KWH))
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(200));
    }
}
