package org.netzero.datacenter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.datacenter.facility.MeasuredQuantity;
import org.netzero.datacenter.facility.MeasuringPoint;
import org.netzero.datacenter.facility.NumberedPoint;
import org.netzero.datacenter.metering.MeasuringRole;

class ToldInUnitsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:10:00Z");
    private static final String TIME = " 1767225600000000000\n";

    private final Map<String, NumberedPoint> points = new HashMap<>();
    private final SeriesIndex index =
            new SeriesIndex(ids -> {
                var found = new HashMap<>(points);
                found.keySet().retainAll(ids);
                return found;
            });

    ToldInUnitsTest() {
        define(1, "energy", MeasuredQuantity.ENERGY_COUNTER, "kWh");
        NumberedPoint power = define(2, "power", MeasuredQuantity.POWER, "kW");
        define(3, "water", MeasuredQuantity.WATER_COUNTER, "m3");
        define(4, "air", MeasuredQuantity.TEMPERATURE, "degC");
        define(5, "flow", MeasuredQuantity.FLOW, "m3/h");
        points.put("live", new NumberedPoint(6, power.point()).toldLive());
    }

    private NumberedPoint define(int number, String id, MeasuredQuantity quantity, String unit) {
        var point =
                new NumberedPoint(
                        number,
                        new MeasuringPoint(
                                id,
                                "dc",
                                MeasuringRole.OTHER,
                                quantity,
                                unit,
                                quantity.isCounter()
                                        ? Optional.of(new BigDecimal("1000000"))
                                        : Optional.empty(),
                                Optional.empty(),
                                false));
        points.put(id, point);
        return point;
    }

    private TakenReadings read(String lines) {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        var taken = new TakenReadings(1);
        new LineProtocol(
                        new TelemetryBody(bytes, bytes.length),
                        TimePrecision.NANOSECONDS,
                        false,
                        index,
                        new ReadingRules(NOW),
                        taken)
                .read();
        return taken;
    }

    private static List<String> codes(TakenReadings taken) {
        return taken.refused().stream().map(place -> place.why().code()).toList();
    }

    /// 1 kWh = 3.6 MJ.
    @ParameterizedTest
    @CsvSource({
        "energy, kWh, 7, 7",
        "energy, Wh, 7000, 7",
        "energy, MWh, 0.3, 300",
        "energy, MJ, 36, 10",
        "energy, GJ, 36, 10000",
        "power, W, 1234, 1.234",
        "power, MW, 1.5, 1500",
        "water, L, 1500, 1.5",
        "air, °C, 21.5, 21.5",
        "flow, L/s, 1, 3.6",
    })
    void aValueIsConvertedToTheUnitOfThePoint(
            String point, String unit, String value, double stored) {
        // twice, since the second time the series is held
        for (int i = 0; i < 2; i++) {
            TakenReadings taken =
                    read("m,point=%s,unit=%s value=%s%s".formatted(point, unit, value, TIME));
            assertThat(codes(taken)).isEmpty();
            assertThat(taken.pack().values()).containsExactly(stored);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "energy, kW, kWh",
        "power, kWh, kW",
        "water, kWh, m3",
        "air, K, degC",
        "energy, kwh, kWh",
        "flow, m3, m3/h"
    })
    void aUnitOfAnotherQuantityIsRefusedWithBoth(String point, String unit, String ofPoint) {
        for (int i = 0; i < 2; i++) {
            TakenReadings taken = read("m,point=%s,unit=%s value=1%s".formatted(point, unit, TIME));
            assertThat(taken.count()).isZero();
            assertThat(codes(taken)).containsExactly("UNIT_DOES_NOT_FIT");
            assertThat(taken.refused().getFirst().why().message())
                    .contains("'" + unit + "'")
                    .contains("'" + point + "'")
                    .contains("converted to " + ofPoint);
        }
    }

    @Test
    void theMaximumIsComparedInTheUnitOfThePoint() {
        assertThat(codes(read("m,point=energy,unit=MWh value=1000.5" + TIME)))
                .containsExactly("ABOVE_MAXIMUM");
        assertThat(codes(read("m,point=energy,unit=Wh value=1000.5" + TIME))).isEmpty();
    }

    @Test
    void aLineWithoutATimeIsOfTheMomentForALivePointOnly() {
        PackedReadings taken = read("m,point=live value=3\n").pack();
        assertThat(taken.epochNanos()).containsExactly(ReadingRules.epochNanos(NOW));

        TakenReadings refused = read("m,point=power value=3\n");
        assertThat(refused.count()).isZero();
        assertThat(codes(refused)).containsExactly("TIME_MISSING");
    }

    @Test
    void aLastLineThatWasCutIsNotTakenForALivePointEither() {
        TakenReadings refused = read("m,point=live value=3");
        assertThat(refused.count()).isZero();
        assertThat(codes(refused)).containsExactly("TIME_MISSING");
    }
}
