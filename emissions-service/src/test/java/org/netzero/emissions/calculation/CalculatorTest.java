package org.netzero.emissions.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.emissions.factor.FactorQuery;
import org.netzero.emissions.factor.Purpose;
import org.netzero.emissions.library.TestLibrary;
import org.netzero.quantities.GasMass;
import org.netzero.quantities.GwpSet;
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
}
