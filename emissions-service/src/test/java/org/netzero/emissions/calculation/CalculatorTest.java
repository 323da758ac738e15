package org.netzero.emissions.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorQuery;
import org.netzero.emissions.factor.FactorSource;
import org.netzero.emissions.factor.GasIntensity;
import org.netzero.emissions.factor.Purpose;
import org.netzero.emissions.factor.UnitNotOfFactor;
import org.netzero.emissions.library.TestLibrary;
import org.netzero.quantities.GasMass;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Intensity;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

class CalculatorTest {

    private static Calculated calculate(GwpSet set, String activity, Purpose purpose, Quantity q) {
        return new Calculator(TestLibrary.SHIPPED, set)
                .calculate(
                        q,
                        new FactorQuery(
                                activity,
                                purpose,
                                List.of("CN", "WORLD"),
                                LocalDate.of(2021, 6, 30),
                                Company.TODAY,
                                Optional.empty()));
    }

    /// IPCC 2006, volume 3, table 7.8 × GWP of each assessment report.
    @ParameterizedTest
    @CsvSource({
        "r-404a, AR4_100, 3921.6",
        "r-404a, AR5_100, 3942.8",
        "r-404a, AR6_100, 4728",
        "r-407c, AR5_100, 1624.21",
        "r-410a, AR6_100, 2255.5"
    })
    void aRefrigerantIsTheSumOfItsGases(String activity, GwpSet set, String kgCo2e) {
        Calculated released = calculate(set, activity, Purpose.FUGITIVE, Quantity.of("1", Unit.KG));

        assertThat(released.emission().kilograms()).isEqualByComparingTo(kgCo2e);
    }

    @Test
    void aGasOfTheMontrealProtocolStaysOutsideTheScopes() {
        Emission r22 =
                calculate(GwpSet.AR5_100, "r-22", Purpose.FUGITIVE, Quantity.of("2", Unit.KG))
                        .emission();

        assertThat(r22.kilograms()).isZero();
        assertThat(r22.gases()).isEmpty();
        assertThat(r22.otherGases()).extracting(GasMass::gas).containsExactly("HCFC-22");
    }

    @Test
    void theTraceNamesEveryStep() {
        CalculationTrace trace =
                calculate(
                                GwpSet.AR5_100,
                                "electricity",
                                Purpose.LOCATION_BASED,
                                Quantity.of("1", Unit.MWH))
                        .trace();

        assertThat(trace.output()).isEqualTo("556.8 kgCO2e");
        assertThat(trace.inputs()).containsEntry("factor", "cn.grid.2021.national");
        assertThat(trace.children())
                .extracting(CalculationTrace::step)
                .containsExactly("factor", "co2e of CO2");
    }

    @Test
    void theTraceOfAPinnedFactorNamesNoRuleOfChoice() {
        FactorQuery query =
                new FactorQuery(
                        "electricity",
                        Purpose.LOCATION_BASED,
                        List.of("CN-GD", "CN"),
                        LocalDate.of(2021, 6, 30),
                        Company.TODAY,
                        Optional.empty());
        Calculator calculator = new Calculator(TestLibrary.SHIPPED, GwpSet.AR5_100);
        Quantity amount = Quantity.of("1", Unit.KWH);

        assertThat(formulaOfChoice(calculator.calculate(amount, query)))
                .startsWith("most specific region");
        assertThat(
                        formulaOfChoice(
                                calculator.calculate(
                                        amount,
                                        query.withPinned(Optional.of("cn.grid.2021.national")))))
                .startsWith("pinned")
                .doesNotContain("region", "higher value");
    }

    private static String formulaOfChoice(Calculated calculated) {
        return calculated.trace().children().getFirst().formula();
    }

    /// Methyl vinyl ketone: 0.0 in IPCC AR6, supplementary table 7.SM.7.
    @Test
    void noMassFollowsFromTheCo2eOfAGasWhosePotentialIsZero() {
        assertThatThrownBy(() ->
                        released(
                                new GasIntensity(
                                        "MVK",
                                        Optional.of(GwpSet.AR6_100),
                                        Intensity.of("1", Unit.KG_CO2E, Unit.KG))))
                .isInstanceOf(NoPotential.class)
                .hasMessageContaining("AR6_100 has the global warming potential 0 for MVK");
    }

    @Test
    void aMassOfAGasWhosePotentialIsZeroWarmsNothing() {
        Emission released =
                released(
                        new GasIntensity(
                                "MVK", Optional.empty(), Intensity.of("1", Unit.KG, Unit.KG)));

        assertThat(released.kilograms()).isZero();
        assertThat(released.gases()).extracting(GasMass::gas).containsExactly("MVK");
    }

    private static Emission released(GasIntensity gas) {
        EmissionFactor factor =
                new EmissionFactor(
                        "own.solvent",
                        "own.1",
                        "solvent",
                        "Solvent",
                        Purpose.FUGITIVE,
                        "CN",
                        LocalDate.of(2021, 1, 1),
                        Optional.empty(),
                        List.of(gas),
                        new FactorSource(
                                "We", "Study", LocalDate.of(2021, 1, 1), "", "measured", ""),
                        Optional.empty(),
                        Optional.empty());
        return new Calculator(TestLibrary.SHIPPED.with(List.of(factor)), GwpSet.AR6_100)
                .calculate(
                        Quantity.of("2", Unit.KG),
                        new FactorQuery(
                                "solvent",
                                Purpose.FUGITIVE,
                                List.of("CN"),
                                LocalDate.of(2021, 6, 30),
                                Company.TODAY,
                                Optional.empty()))
                .emission();
    }

    @Test
    void aQuantityOfAnotherDimensionIsRefused() {
        assertThatThrownBy(() ->
                        calculate(
                                GwpSet.AR5_100,
                                "diesel",
                                Purpose.COMBUSTION,
                                Quantity.of("1", Unit.KWH)))
                .isInstanceOf(UnitNotOfFactor.class)
                .hasMessageContaining("1 kWh");
    }

    private static Calculated calculate(
            GwpSet set, String activity, Purpose purpose, String region, String on, Quantity q) {
        return new Calculator(TestLibrary.SHIPPED, set)
                .calculate(
                        q,
                        new FactorQuery(
                                activity,
                                purpose,
                                TestLibrary.SHIPPED.regions().path(region),
                                LocalDate.parse(on),
                                Company.TODAY,
                                Optional.empty()));
    }

    /// EPA Emission Factors Hub 2025, table 1: 64.77 kg CO2, 3 g CH4, 0.6 g N2O per mmBtu, on AR5.
    @ParameterizedTest
    @CsvSource({
        "1, MMBtu",
        "1, MMBtu (Gross CV)",
        "1055.05585262, MJ",
        "1.05505585262, GJ (Gross CV)",
        "1055055.85262, kJ"
    })
    void oneEnergyOfButaneInFiveUnitsIsOneResult(String value, String unit) {
        Calculated burnt =
                calculate(
                        GwpSet.AR5_100,
                        "butane",
                        Purpose.COMBUSTION,
                        "US",
                        "2025-06-30",
                        Quantity.of(value, Unit.parse(unit)));

        assertThat(burnt.emission().kilograms()).isEqualByComparingTo("65.013");
        assertThat(burnt.emission().gases())
                .extracting(gas -> gas.kilograms().toPlainString())
                .containsExactly("0.003", "64.77", "0.0006");
        assertThat(burnt.flags().contains(Calculated.ASSUMED_CALORIFIC_BASIS))
                .isEqualTo(!unit.contains("Gross"));
    }

    @ParameterizedTest
    @CsvSource({"1, kg", "1000, g", "0.001, t", "0.0005, t", "0.00025, t"})
    void aMassOfARefrigerantIsProportionalInEveryUnit(String value, String unit) {
        Quantity mass = Quantity.of(value, Unit.parse(unit));

        assertThat(
                        calculate(GwpSet.AR6_100, "r-404a", Purpose.FUGITIVE, mass)
                                .emission()
                                .kilograms())
                .isEqualByComparingTo(mass.to(Unit.KG).value().multiply(new BigDecimal("4728")));
    }

    /// DESNZ 2025, sheet "Fuels", butane, per tonne: 3029.26 + 2.52 + 1.6 kg CO2e of CO2, CH4, N2O.
    @Test
    void theCo2eOfEachGasStandsOnItsSourcesSetAndIsMadeAnewOnAnother() {
        Calculated ar5 = butaneOfTheUnitedKingdom(GwpSet.AR5_100);
        Calculated ar6 = butaneOfTheUnitedKingdom(GwpSet.AR6_100);

        assertThat(ar5.emission().gases())
                .filteredOn(gas -> gas.gas().equals("CH4"))
                .extracting(gas -> gas.kilograms().toPlainString())
                .containsExactly("0.09");
        assertThat(ar5.emission().kilograms().subtract(ar6.emission().kilograms()))
                .as("methane 28 to 27.9, nitrous oxide 265 to 273")
                .isNotZero();
        assertThat(ar5.emission().kilograms())
                .isBetween(new BigDecimal("3033.37"), new BigDecimal("3033.40"));
        assertThat(ar6.emission().basis()).contains(GwpSet.AR6_100);
    }

    private static Calculated butaneOfTheUnitedKingdom(GwpSet set) {
        return calculate(
                set, "butane", Purpose.COMBUSTION, "GB", "2025-06-30", Quantity.of("1", Unit.T));
    }

    @Test
    void moneyOfAnotherYearIsFlaggedAndOfAnotherCurrencyRefused() {
        Calculated spent =
                calculate(
                        GwpSet.AR5_100,
                        "soybean-farming",
                        Purpose.SPEND,
                        "US",
                        "2024-06-30",
                        Quantity.of("1", Unit.THOUSAND_USD));

        assertThat(spent.emission().kilograms()).isEqualByComparingTo("532");
        assertThat(spent.emission().basis()).isEmpty();
        assertThat(spent.flags())
                .contains(Calculated.PRICE_YEAR_DIFFERS, Calculated.GWP_SET_NOT_STATED);
        assertThatThrownBy(() ->
                        calculate(
                                GwpSet.AR5_100,
                                "soybean-farming",
                                Purpose.SPEND,
                                "US",
                                "2022-06-30",
                                Quantity.of("1", Unit.CNY)))
                .isInstanceOf(NoExchangeRate.class)
                .hasMessageContaining("from CNY to USD is known for 2022");
    }

    @Test
    void biogenicCo2IsAMassBesideTheScopes() {
        Emission wood =
                calculate(
                                GwpSet.AR5_100,
                                "wood",
                                Purpose.COMBUSTION,
                                "CN",
                                "2025-06-30",
                                Quantity.of("1", Unit.TJ_NET_CV))
                        .emission();

        assertThat(wood.otherGases()).extracting(GasMass::gas).containsExactly("biogenic CO2");
        assertThat(wood.gases()).extracting(GasMass::gas).containsExactly("CH4", "N2O");
    }

    @Test
    void theWorldHasNoCustomaryCalorificBasis() {
        assertThatThrownBy(() ->
                        calculate(
                                GwpSet.AR5_100,
                                "diesel",
                                Purpose.COMBUSTION,
                                "WORLD",
                                "2025-06-30",
                                Quantity.of("1", Unit.KWH)))
                .isInstanceOf(UnitNotOfFactor.class)
                .hasMessageContaining("TJ (Net CV)");
    }
}
