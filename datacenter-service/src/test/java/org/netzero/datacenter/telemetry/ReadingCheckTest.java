package org.netzero.datacenter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
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

class ReadingCheckTest {

    private static final MeasuringPoint POINT =
            new MeasuringPoint(
                    "p",
                    "dc",
                    MeasuringRole.IT,
                    MeasuredQuantity.ENERGY_COUNTER,
                    "kWh",
                    Optional.empty(),
                    Optional.empty(),
                    false);
    private static final ReadingCheck CHECK =
            new ReadingCheck(
                    Map.of("p", new NumberedPoint(1, POINT)),
                    new ReadingRules(Instant.parse("2026-11-23T08:00:00Z")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "UNKNOWN_POINT | {\"point\":\"q\",\"time\":\"2026-11-23T07:00:00Z\",\"value\":1}",
                "UNKNOWN_POINT | {\"time\":\"2026-11-23T07:00:00Z\",\"value\":1}",
                "CLOCK_SKEW | {\"point\":\"p\",\"time\":\"2026-11-23T08:05:01Z\",\"value\":1}",
                "TIME_UNIT | {\"point\":\"p\",\"time\":1767225600,\"value\":1}",
                "TIME_UNIT | {\"point\":\"p\",\"time\":\"1767225600000\",\"value\":1}",
                "TIME_UNIT | {\"point\":\"p\",\"time\":\"1970-01-21T10:53:45Z\",\"value\":1}",
                "TIME_WITHOUT_OFFSET | {\"point\":\"p\",\"time\":\"2026-11-23T07:00:00\",\"value\":1}",
                "NOT_A_TIME | {\"point\":\"p\",\"time\":\"yesterday\",\"value\":1}",
                "TIME_MISSING | {\"point\":\"p\",\"value\":1}",
                "NOT_A_NUMBER | {\"point\":\"p\",\"time\":\"2026-11-23T07:00:00Z\",\"value\":NaN}",
                "NOT_A_NUMBER | {\"point\":\"p\",\"time\":\"2026-11-23T07:00:00Z\",\"value\":\"Infinity\"}",
                "NOT_A_NUMBER | {\"point\":\"p\",\"time\":\"2026-11-23T07:00:00Z\",\"value\":null}",
                "NOT_A_NUMBER | {\"point\":\"p\",\"time\":\"2026-11-23T07:00:00Z\",\"value\":\"-\"}",
                "NOT_A_NUMBER | {\"point\":\"p\",\"time\":\"2026-11-23T07:00:00Z\",\"value\":1e999}",
                "NOT_A_NUMBER | {\"point\":\"p\",\"time\":\"2026-11-23T07:00:00Z\",\"value\":\"1,5\"}",
                "NOT_A_NUMBER | {\"point\":\"p\",\"time\":\"2026-11-23T07:00:00Z\",\"value\":true}",
                "MALFORMED | {\"point\":\"p\",\"time\":\"2026-11-23T07:00:00Z\",\"value\":[1]}",
                "MALFORMED | {\"point\":\"p\",\"when\":1}",
                "MALFORMED | 17",
            })
    void whatCouldMeanTwoThingsIsRefused(String code, String item) {
        assertThat(verdict(item))
                .isInstanceOfSatisfying(
                        ReadingCheck.Verdict.NotTaken.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T15:00:00.5+08:00, 1795417200500000000",
        "2026-11-23T08:05:00Z, 1795421100000000000"
    })
    void aTimeWithAnOffsetIsTaken(String time, long epochNanos) {
        assertThat(verdict("{\"point\":\"p\",\"time\":\"%s\",\"value\":\"1.5\"}".formatted(time)))
                .isEqualTo(new ReadingCheck.Verdict.Taken(1, epochNanos, 1.5));
    }

    @Test
    void secondsAreNamedAsSuch() {
        assertThat(verdict("{\"point\":\"p\",\"time\":1767225600,\"value\":1}"))
                .isInstanceOfSatisfying(
                        ReadingCheck.Verdict.NotTaken.class,
                        refused ->
                                assertThat(refused.refusal().message())
                                        .contains("looks like seconds"));
    }

    private static ReadingCheck.Verdict verdict(String item) {
        byte[] body = ("{\"readings\":[" + item + "]}").getBytes(StandardCharsets.UTF_8);
        List<SubmittedReading> read = new ArrayList<>();
        ReadingsBody.read(new ByteArrayInputStream(body), read::addAll);
        return CHECK.check(read.getFirst());
    }
}
