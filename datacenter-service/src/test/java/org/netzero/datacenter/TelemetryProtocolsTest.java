package org.netzero.datacenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.netzero.datacenter.Asked.MARCH;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.define;
import static org.netzero.datacenter.Asked.eventually;

import com.google.protobuf.CodedOutputStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.local.test.LocalStack;
import org.xerial.snappy.Snappy;

/// Readings in the protocols of other systems, as their clients send them.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class TelemetryProtocolsTest {

    private static final String V2 = "/api/telemetry/influx/api/v2/write";
    private static final String V1 = "/api/telemetry/influx/write";
    private static final String REMOTE_WRITE = "/api/telemetry/prometheus/api/v1/write";

    private static ValidatableResponse write(String address, String lines) {
        return as("telemetry")
                .contentType("text/plain; charset=utf-8")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post(address)
                .then();
    }

    private static ValidatableResponse packed(String address, String encoding, byte[] body) {
        return as("telemetry")
                .contentType(encoding.equals("snappy") ? "application/x-protobuf" : "text/plain")
                .header("Content-Encoding", encoding)
                .body(body)
                .post(address)
                .then();
    }

    private static byte[] gzip(byte[] text) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    /// 31 days of hourly readings of the same load as everywhere: 150 kW in, of which 100 kW for
    /// IT.
    private static String month(String id) {
        return IntStream.range(0, 744)
                .mapToObj(hour -> {
                    long seconds = MARCH.plus(Duration.ofHours(hour)).getEpochSecond();
                    return "meter,point=%1$s.total,room=a value=%2$s %4$d\nmeter,point=%1$s.it value=%3$di %4$d\n"
                            .formatted(id, hour * 0.15, hour * 100, seconds);
                })
                .collect(Collectors.joining());
    }

    @Test
    void lineProtocolBecomesIndicators() {
        define("influx-a", "site-influx", "2020-01-01", 200);

        packed(
                        V2 + "?bucket=b&org=o&precision=s",
                        "gzip",
                        gzip(month("influx-a").getBytes(StandardCharsets.UTF_8)))
                .statusCode(204);

        assertThat(eventually("influx-a", "month", 743, "pue").getDouble("intervals[0].pue"))
                .isEqualTo(1.5);
        write(V1 + "?db=d&precision=s", month("influx-a")).statusCode(204);
    }

    @Test
    void goodLinesAreStoredAndBadOnesNamedInTheFieldsOfBothVersions() {
        define("influx-b", "site-influx", "2020-01-01", 200);
        String lines =
                """
                meter,point=influx-b.it value=0 1772323200
                meter,point=influx-b.it value=1,5 1772326800
                meter,point=nobody value=1 1772326800
                meter,point=influx-b.it value=100 1772326800
                meter,point=influx-b.total value=0.15 1772326800000
                """;

        write(V2 + "?precision=s", lines)
                .statusCode(400)
                .body("code", equalTo("invalid"))
                .body("message", containsString("2 readings stored, 3 refused; line 2, column 33"))
                .body("error", containsString("partial write"))
                .body("line", equalTo(2))
                .body("accepted", equalTo(2))
                .body("rejected.line", hasItems(2, 3, 5))
                .body("rejected.code", hasItems("MALFORMED", "UNKNOWN_POINT", "TIME_UNIT"));
    }

    @Test
    void whatCannotBeReadIsRefusedAsAWhole() {
        byte[] gzip = gzip(month("nobody").getBytes(StandardCharsets.UTF_8));
        packed(V2, "gzip", Arrays.copyOf(gzip, gzip.length / 2))
                .statusCode(400)
                .body("violations.code", hasItems("NOT_GZIP"));
        packed(V2, "gzip", "no gzip".getBytes(StandardCharsets.UTF_8))
                .statusCode(400)
                .body("violations.code", hasItems("NOT_GZIP"));
        packed(V2, "br", gzip).statusCode(415);
        packed(V2, "gzip", gzip(new byte[40 << 20]))
                .statusCode(413)
                .body("code", equalTo("BODY_TOO_LARGE"));
        write(V2 + "?precision=d", "x")
                .statusCode(400)
                .body("violations.code", hasItems("UNKNOWN_PRECISION"));
        write(V2 + "?live=yes", "x")
                .statusCode(400)
                .body("violations.field", hasItems("live"))
                .body("violations.code", hasItems("UNKNOWN_VALUE"));
        write(V2 + "?presicion=s", "x")
                .statusCode(400)
                .body("violations.code", hasItems("UNKNOWN_PARAMETER"));
        packed("/api/telemetry/readings", "gzip", gzip).statusCode(415);
    }

    @Test
    void onlyWhoMaySendReadingsDoes() {
        as("viewer").contentType("text/plain").body("x").post(V2).then().statusCode(403);
        as("viewer")
                .contentType("application/x-protobuf")
                .body(new byte[] {1})
                .post(REMOTE_WRITE)
                .then()
                .statusCode(403);
        as("telemetry").get("/api/telemetry/influx/ping").then().statusCode(204);
    }

    /// A remote-write request of one series a point, with a sample an hour.
    private static byte[] request(String id, int hours) {
        return message(out -> {
            for (String meter : new String[] {"total", "it"}) {
                out.writeByteArray(
                        1,
                        message(series -> {
                            series.writeByteArray(1, label("__name__", "meter"));
                            series.writeByteArray(1, label("job", "test"));
                            series.writeByteArray(1, label("point", id + "." + meter));
                            for (int hour = 0; hour < hours; hour++) {
                                Instant time = MARCH.plus(Duration.ofHours(hour));
                                series.writeByteArray(
                                        2,
                                        sample(
                                                hour * (meter.equals("it") ? 100.0 : 0.15),
                                                time.toEpochMilli()));
                            }
                        }));
            }
        });
    }

    @FunctionalInterface
    private interface Fields {
        void write(CodedOutputStream out) throws IOException;
    }

    private static byte[] message(Fields fields) {
        try {
            var bytes = new ByteArrayOutputStream();
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            fields.write(out);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] label(String name, String value) {
        return message(out -> {
            out.writeString(1, name);
            out.writeString(2, value);
        });
    }

    private static byte[] sample(double value, long epochMilli) {
        return message(out -> {
            out.writeDouble(1, value);
            out.writeInt64(2, epochMilli);
        });
    }

    private static byte[] snappy(byte[] bytes) {
        try {
            return Snappy.compress(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Test
    void remoteWriteBecomesIndicatorsAndAResentBodyCountsAsWritten() {
        define("prometheus-a", "site-prometheus", "2020-01-01", 200);

        for (int i = 0; i < 2; i++) {
            packed(REMOTE_WRITE, "snappy", snappy(request("prometheus-a", 744)))
                    .statusCode(204)
                    .header("X-Prometheus-Remote-Write-Samples-Written", "1488");
        }

        assertThat(eventually("prometheus-a", "month", 743, "pue").getDouble("intervals[0].pue"))
                .isEqualTo(1.5);
    }

    @Test
    void samplesOfUnknownSeriesAreCountedAndTheOthersStored() {
        define("prometheus-b", "site-prometheus", "2020-01-01", 200);
        byte[] known = request("prometheus-b", 2);
        byte[] unknown = request("nobody", 3);
        byte[] both = Arrays.copyOf(known, known.length + unknown.length);
        System.arraycopy(unknown, 0, both, known.length, unknown.length);

        packed(REMOTE_WRITE, "snappy", snappy(both))
                .statusCode(400)
                .header("X-Prometheus-Remote-Write-Samples-Written", "4")
                .body(
                        containsString(
                                "4 samples stored, 6 refused; series 3: UNKNOWN_POINT: 'nobody.total'"));
    }

    @Test
    void theMarkOfASeriesThatEndedIsNoReading() {
        define("prometheus-c", "site-prometheus", "2020-01-01", 200);
        byte[] ended =
                message(out ->
                        out.writeByteArray(
                                1,
                                message(series -> {
                                    series.writeByteArray(1, label("point", "prometheus-c.it"));
                                    series.writeByteArray(
                                            2,
                                            sample(
                                                    Double.longBitsToDouble(0x7ff0000000000002L),
                                                    MARCH.toEpochMilli()));
                                })));

        packed(REMOTE_WRITE, "snappy", snappy(ended))
                .statusCode(204)
                .header("X-Prometheus-Remote-Write-Samples-Written", "0");
    }

    @Test
    void aSeriesThatCannotBeReadDoesNotStopTheOthers() {
        define("prometheus-d", "site-prometheus", "2020-01-01", 200);
        byte[] known = request("prometheus-d", 2);
        byte[] bad =
                message(out ->
                        out.writeByteArray(
                                1,
                                message(series -> {
                                    series.writeByteArray(
                                            1,
                                            message(label -> {
                                                label.writeString(1, "host");
                                                label.writeByteArray(2, new byte[] {(byte) 0xff});
                                            }));
                                    series.writeByteArray(2, sample(1, MARCH.toEpochMilli()));
                                    series.writeByteArray(4, new byte[] {8, 1});
                                })));
        byte[] both = Arrays.copyOf(known, known.length + bad.length);
        System.arraycopy(bad, 0, both, known.length, bad.length);

        packed(REMOTE_WRITE, "snappy", snappy(both))
                .statusCode(400)
                .body(containsString("4 samples stored, 2 refused"));
    }

    @Test
    void aLimitThatWasRaisedHoldsForReadingsInEveryProtocol() {
        define("influx-c", "site-influx", "2020-01-01", 200);
        String line = "meter,point=influx-c.it value=2000000 1772326800";
        write(V2 + "?precision=s", line)
                .statusCode(400)
                .body("rejected.code", hasItems("ABOVE_MAXIMUM"));

        as("steward")
                .contentType("application/json")
                .body(
                        "[{\"pointId\": \"influx-c.it\", \"role\": \"IT\", \"quantity\": \"ENERGY_COUNTER\", \"unit\": \"kWh\", \"maximum\": 9000000}]")
                .put("/api/datacenters/influx-c/points")
                .then()
                .statusCode(200);

        write(V2 + "?precision=s", line).statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 100})
    void aBodyThatIsNoRemoteWriteIsRefusedAsAWhole(int cut) {
        byte[] good = request("nobody", 2);
        byte[] snappy = snappy(good);
        if (cut > 0) {
            packed(REMOTE_WRITE, "snappy", snappy(Arrays.copyOf(good, good.length - cut)))
                    .statusCode(400)
                    .body("violations.code", hasItems("NOT_REMOTE_WRITE"));
        }
        packed(REMOTE_WRITE, "snappy", Arrays.copyOf(snappy, Math.max(0, snappy.length - 1 - cut)))
                .statusCode(400)
                .body("violations.code", hasItems("NOT_SNAPPY"));
        as("telemetry")
                .contentType("application/x-protobuf;proto=io.prometheus.write.v2.Request")
                .header("Content-Encoding", "snappy")
                .body(snappy)
                .post(REMOTE_WRITE)
                .then()
                .statusCode(415);
        as("telemetry")
                .contentType("text/plain")
                .body("x")
                .post(REMOTE_WRITE)
                .then()
                .statusCode(415);
    }
}
