package org.netzero.energy.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.energy.carrier.Joules;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

class ExactEnergyTest {

    private static Fields fields(String value, String unit) {
        return new Fields(Map.of("quantity", value, "unit", unit));
    }

    private static Optional<Long> read(Fields fields) {
        return ExactEnergy.read(fields, "quantity", "unit");
    }

    @ParameterizedTest
    @CsvSource({
        "1, kWh, 3600000",
        "0, kWh, 0",
        "0.00001, kWh, 36",
        "12.345, MWh, 44442000000",
        "7, Wh, 25200",
        "0.000001, MJ, 1",
        "1.5, GJ, 1500000000",
        "0.5, TJ, 500000000000",
        "50, MMBtu, 52752792631",
        "0001.500, kWh, 5400000",
        "1, GWh, 3600000000000"
    })
    void energyIsAWholeNumberOfJoules(String value, String unit, long joules) {
        assertThat(read(fields(value, unit)).orElse(-1L)).isEqualTo(joules);
    }

    @ParameterizedTest
    @CsvSource({
        "0.000001, kWh, TOO_FINE, at most five decimals",
        "0.0000001, MJ, TOO_FINE, at most six",
        "1, MMBtu, TOO_FINE, joules",
        "-1, kWh, NEGATIVE_QUANTITY, EXPORTED",
        "1, m3, WRONG_UNIT, kWh",
        "1, kW, WRONG_UNIT, kWh",
        "1, kwh, UNKNOWN_UNIT, kwh",
        "1, MWh (Net CV), WRONG_UNIT, kWh",
        "a lot, kWh, NOT_A_DECIMAL, a lot",
        "'1,5', kWh, NOT_A_DECIMAL, 1",
        "300, GWh, TOO_LARGE, check the unit",
        "999999999999999, GWh, TOO_LARGE, check the unit"
    })
    void whatIsNoEnergyOfAnIntervalIsRefusedWithItsValueAndTheRemedy(
            String value, String unit, String code, String remedy) {
        Fields fields = fields(value, unit);
        assertThat(read(fields)).isEmpty();
        assertThatThrownBy(fields::refuseIfInvalid)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> {
                            Violation violation = refused.violations().getFirst();
                            assertThat(violation.code()).isEqualTo(code);
                            assertThat(violation.message()).contains(remedy);
                        });
    }

    @Test
    void theFastWayAndTheExactOneAgree() {
        var random = new SplittableRandom(20_221_129);
        for (int i = 0; i < 5_000; i++) {
            BigDecimal value = BigDecimal.valueOf(random.nextLong(200_000_000L), random.nextInt(6));
            long joules = value.multiply(BigDecimal.valueOf(Joules.PER_KWH)).longValueExact();
            assertThat(read(fields(value.toPlainString(), "kWh")))
                    .as("%s kWh", value)
                    .contains(joules);
            assertThat(ExactEnergy.kwh(joules)).isEqualByComparingTo(value);
        }
    }
}
