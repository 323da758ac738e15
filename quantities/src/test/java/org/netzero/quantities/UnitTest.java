package org.netzero.quantities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {

    @ParameterizedTest
    @EnumSource
    void everySymbolReadsBackAsItsUnit(Unit unit) {
        assertThat(Unit.parse(unit.symbol())).isSameAs(unit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kWh",
                "MWh",
                "GWh",
                "MJ",
                "GJ",
                "TJ",
                "MMBtu",
                "kW",
                "MW",
                "kg",
                "t",
                "lb",
                "L",
                "m3",
                "gal",
                "km",
                "mi",
                "tkm",
                "pkm",
                "m2",
                "h",
                "count",
                "kgCO2e",
                "tCO2e",
                "CNY",
                "million CNY",
                "scf",
                "kWh (Net CV)",
                "MMBtu (Gross CV)"
            })
    void symbolsOnInvoicesAreKnown(String symbol) {
        assertThat(Unit.parse(symbol)).hasToString(symbol);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "kwh", "KWh", "mW", "kWh ", "tonnes", "kWh (net CV)", "m³", "RMB"})
    void anythingElseIsRefusedAndNeverGuessed(String text) {
        assertThatExceptionOfType(UnknownUnit.class)
                .isThrownBy(() -> Unit.parse(text))
                .satisfies(refusal -> {
                    assertThat(refusal.text()).isEqualTo(text);
                    assertThat(refusal.knownSymbols()).contains("kWh", "tCO2e");
                });
    }

    @Test
    void aLongTextIsShortenedInTheMessageOnly() {
        String text = "x".repeat(10_000);

        assertThatExceptionOfType(UnknownUnit.class)
                .isThrownBy(() -> Unit.parse(text))
                .satisfies(refusal -> assertThat(refusal.text()).isEqualTo(text))
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(1_000));
    }

    @ParameterizedTest
    @EnumSource
    void everyDimensionHasABaseUnitOfItsOwnWithFactorOne(Dimension dimension) {
        assertThat(dimension.baseUnit().dimension()).isEqualTo(dimension);
        assertThat(dimension.baseUnit().factor()).isEqualTo(Fraction.ONE);
        assertThat(dimension.baseUnit().decimals()).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({
        "KWH, KWH_NET_CV",
        "KWH, KWH_GROSS_CV",
        "KWH_NET_CV, KWH_GROSS_CV",
        "KG, KG_CO2E",
        "KWH, KW",
        "KM, PKM",
        "PKM, TKM",
        "USD, CNY",
        "EUR, GBP"
    })
    void lookalikesStayApart(Unit first, Unit second) {
        assertThat(first.compatibleWith(second)).isFalse();
        assertThat(second.compatibleWith(first)).isFalse();
    }

    @Test
    void energyFindsItsNamesakeOnACalorificBasis() {
        assertThat(Unit.MMBTU.onCalorificBasis(Dimension.GROSS_CALORIFIC_ENERGY))
                .contains(Unit.MMBTU_GROSS_CV);
        assertThat(Unit.WH.onCalorificBasis(Dimension.NET_CALORIFIC_ENERGY)).isEmpty();
        assertThat(Unit.KG.onCalorificBasis(Dimension.NET_CALORIFIC_ENERGY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"MJ, 5, 18", "MWH, 1000, 1", "MMBTU, 52752792631, 180000000", "G, 1, 1000"})
    void factorsAreExactFractionsOfTheBaseUnit(Unit unit, long numerator, long denominator) {
        assertThat(unit.factor()).isEqualTo(Fraction.of(numerator, denominator));
    }

    @Test
    void theShortTonMileIsAShortTonOverAMile() {
        Fraction tonnes = Unit.SHORT_TON.in(Unit.T);
        Fraction kilometres = Unit.MI.in(Unit.KM);

        assertThat(Unit.SHORT_TON_MILE.factor()).isEqualTo(tonnes.times(kilometres));
        assertThat(Unit.SHORT_TON.in(Unit.LB)).isEqualTo(Fraction.of(2000, 1));
    }

    @Test
    void theGallonIs231CubicInches() {
        BigDecimal inch = new BigDecimal("0.0254");
        Fraction cubicMetres =
                Fraction.of(inch.pow(3).multiply(new BigDecimal(231)), BigDecimal.ONE);

        assertThat(Unit.GAL.factor()).isEqualTo(cubicMetres);
    }

    @ParameterizedTest
    @CsvSource({
        "KWH, 12",
        "MWH, 15",
        "GWH, 18",
        "WH, 9",
        "MJ, 12",
        "TJ, 18",
        "G, 9",
        "T, 15",
        "T_CO2E, 15"
    })
    void roundingIsNeverCoarserThanTwelveDecimalsOfTheBaseUnit(Unit unit, int decimals) {
        assertThat(unit.decimals()).isEqualTo(decimals);
    }

    @ParameterizedTest
    @CsvSource({"MWH_NET_CV, MWH", "MMBTU_GROSS_CV, MMBTU", "KWH, KWH", "KG, KG"})
    void theCalorificBasisCanBeLeftBehindByName(Unit unit, Unit plain) {
        assertThat(unit.withoutCalorificBasis()).isSameAs(plain);
    }
}
