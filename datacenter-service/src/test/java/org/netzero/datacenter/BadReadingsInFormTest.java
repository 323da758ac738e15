package org.netzero.datacenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.netzero.datacenter.Asked.as;
import static org.netzero.datacenter.Asked.await;
import static org.netzero.datacenter.BadReadings.V2;
import static org.netzero.datacenter.BadReadings.defineCounter;
import static org.netzero.datacenter.BadReadings.hour;
import static org.netzero.datacenter.BadReadings.hourly;
import static org.netzero.datacenter.BadReadings.item;
import static org.netzero.datacenter.BadReadings.json;
import static org.netzero.datacenter.BadReadings.line;
import static org.netzero.datacenter.BadReadings.lines;

import com.google.protobuf.CodedOutputStream;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.datacenter.BadReadings.StoredHour;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.local.test.LocalStack;
import org.xerial.snappy.Snappy;

/// The rows of `telemetry.md` that are about how readings are written and sent.
@QuarkusTest
@QuarkusTestResource(
        value = LocalStack.class,
        initArgs = @ResourceArg(name = "database", value = "netzero_datacenter"))
class BadReadingsInFormTest {

    private static final String REMOTE_WRITE = "/api/telemetry/prometheus/api/v1/write";

    private static final int LARGE_BYTES = 4 << 20;
    private static final byte[] END_OF_LINE = {13, 10};

    @Inject DataSource database;

    /// Sends two good readings behind what was refused, and expects nothing else to be stored.
    private void onlyGoodOnesAreStored(String id) {
        hourly(id, 1, 3);
        assertThat(new BadReadings(database).storedTo(id, 0))
                .isEqualTo(Map.of(0, new StoredHour(2, 1, 1, Set.of())));
    }

    @Test
    void row20WhatIsNoNumberIsRefusedAsMissingAndCountsAsAGap() {
        defineCounter("row20", "");
        json(
                        item("row20", hour(0), 100),
                        item("row20", hour(1), "NaN"),
                        item("row20", hour(1), "\"Infinity\""),
                        item("row20", hour(1), "1e999"),
                        item("row20", hour(1), "null"),
                        item("row20", hour(1), "\"-\""),
                        item("row20", hour(1), "\"\""),
                        item("row20", hour(2), 120),
                        item("row20", hour(3), 130))
                .statusCode(200)
                .body("accepted", equalTo(3))
                .body("rejectedReadings", equalTo(6))
                .body("rejected.index", equalTo(List.of(1, 2, 3, 4, 5, 6)))
                .body(
                        "rejected.code",
                        equalTo(IntStream.range(0, 6).mapToObj(i -> "NOT_A_NUMBER").toList()));
        lines(
                        List.of("NaN", "+Inf", "1e999", "-", "null").stream()
                                .map(value -> line("row20", hour(1), value))
                                .collect(Collectors.joining("\n")))
                .statusCode(400)
                .body("accepted", equalTo(0))
                .body("rejected.line", equalTo(List.of(1, 2, 3, 4, 5)))
                .body(
                        "rejected.code",
                        equalTo(IntStream.range(0, 5).mapToObj(i -> "NOT_A_NUMBER").toList()));

        assertThat(new BadReadings(database).storedTo("row20", 2))
                .containsEntry(0, new StoredHour(10, 0, 1, Set.of(HourFlag.ESTIMATED)))
                .containsEntry(1, new StoredHour(10, 0, 1, Set.of(HourFlag.ESTIMATED)));
    }

    @Test
    void row20NumbersThatAreNoneAreRefusedInRemoteWriteToo() {
        defineCounter("row20b", "");
        remoteWrite("row20b", Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)
                .statusCode(400)
                .header("X-Prometheus-Remote-Write-Samples-Written", "0")
                .body(containsString("0 samples stored, 3 refused"))
                .body(containsString("NOT_A_NUMBER"));

        onlyGoodOnesAreStored("row20b");
    }

    private static ValidatableResponse remoteWrite(String id, double... values) {
        byte[] body =
                message(out ->
                        out.writeByteArray(
                                1,
                                message(series -> {
                                    series.writeByteArray(
                                            1,
                                            message(label -> {
                                                label.writeString(1, "point");
                                                label.writeString(2, id + ".p");
                                            }));
                                    for (int i = 0; i < values.length; i++) {
                                        double value = values[i];
                                        long time = hour(i).toEpochMilli();
                                        series.writeByteArray(
                                                2,
                                                message(sample -> {
                                                    sample.writeDouble(1, value);
                                                    sample.writeInt64(2, time);
                                                }));
                                    }
                                })));
        return as("telemetry")
                .contentType("application/x-protobuf")
                .header("Content-Encoding", "snappy")
                .body(snappy(body))
                .post(REMOTE_WRITE)
                .then();
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

    private static byte[] snappy(byte[] bytes) {
        try {
            return Snappy.compress(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    @Test
    void row21AnUnknownPointIsRefusedAndTheOthersAreStored() {
        defineCounter("row21", "");
        json(item("row21-none", hour(0), 1), item("row21", hour(0), 1))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected.code", equalTo(List.of("UNKNOWN_POINT")));
        lines(line("row21-none", hour(0), 1) + "\n" + line("row21", hour(1), 3) + "\n")
                .statusCode(400)
                .body("accepted", equalTo(1))
                .body("rejected.code", equalTo(List.of("UNKNOWN_POINT")));

        onlyGoodOnesAreStored("row21");
    }

    @Test
    void row21ARevokedPointAndThatOfAnotherClientAreRefusedLikeOneThatIsUnknown() {
        defineCounter("row21b", "");
        defineCounter("row21c", "");
        String state = "/api/datacenters/row21b/points/row21b.p/state";
        String unknown = refusalOf(as("telemetry"), "row21-none");

        assertThat(refusalOf(Register.bound("gw-row21", "row21b"), "row21c")).isEqualTo(unknown);
        Register.put(state, "{\"state\": \"REVOKED\"}").statusCode(200);
        assertThat(refusalOf(as("telemetry"), "row21b")).isEqualTo(unknown);

        Register.put(state, "{\"state\": \"ACTIVE\"}").statusCode(200);
        onlyGoodOnesAreStored("row21b");
        onlyGoodOnesAreStored("row21c");
    }

    /// The words in which a reading of a facility's point is refused, without its name.
    private static String refusalOf(RequestSpecification sender, String id) {
        return Register.write(sender, line(id, hour(0), 99) + "\n")
                .statusCode(400)
                .body("accepted", equalTo(0))
                .body("rejected.code", equalTo(List.of("UNKNOWN_POINT")))
                .extract()
                .jsonPath()
                .getString("rejected[0].message")
                .replace(id, "…");
    }

    @Test
    void row22CarriageReturnsAByteOrderMarkAndTrailingBlanksAreAccepted() {
        defineCounter("row22", "");
        lines("\uFEFF" + line("row22", hour(0), 1) + "  \r\n" + line("row22", hour(1), 3) + "\r\n")
                .statusCode(204);

        assertThat(new BadReadings(database).storedTo("row22", 0))
                .isEqualTo(Map.of(0, new StoredHour(2, 1, 1, Set.of())));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,5 | MALFORMED | 30",
                "1.234,5 | MALFORMED | 34",
                "'１５' | NOT_A_NUMBER | 28"
            })
    void row22OtherWaysOfWritingNumbersAreRefusedWithTheColumn(
            String value, String code, int column) {
        defineCounter("row22b", "");

        lines(line("row22b", hour(0), 1) + "\n" + line("row22b", hour(1), value))
                .statusCode(400)
                .body("accepted", equalTo(1))
                .body("rejected.line", equalTo(List.of(2)))
                .body("rejected.column", equalTo(List.of(column)))
                .body("rejected.code", equalTo(List.of(code)));
        json(item("row22b", hour(1), "\"" + value + "\""))
                .body("accepted", equalTo(0))
                .body("rejected[0].code", equalTo("NOT_A_NUMBER"));

        onlyGoodOnesAreStored("row22b");
    }

    @Test
    void row23ABrokenLineIsRefusedAndTheOthersAreKept() {
        defineCounter("row23", "");
        var body = new ByteArrayOutputStream();
        write(body, line("row23", hour(0), 1) + "\n");
        write(body, "no line at all\n");
        write(body, "meter,point=row23.p value= 1777852800\n");
        write(body, "meter,point=row23.p\0 value=9 1777852800\n");
        body.write('m');
        body.write(0xff);
        write(body, ",point=row23.p value=9 1777852800\n");
        write(body, line("row23", hour(1), 3) + "\n");
        String cut = line("row23", hour(2), 5);
        write(body, cut.substring(0, cut.length() - 11));

        lines(body.toByteArray())
                .statusCode(400)
                .body("accepted", equalTo(2))
                .body("rejected.line", equalTo(List.of(2, 3, 4, 5, 7)))
                .body("rejected.code", hasItems("MALFORMED", "NOT_UTF_8", "TIME_MISSING"));

        onlyGoodOnesAreStored("row23");
    }

    private static void write(ByteArrayOutputStream into, String text) {
        into.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 9})
    void row23ALineCutWithinItsTimeIsNeverHalfRead(int digits) {
        defineCounter("row23b", "");
        String whole = line("row23b", hour(1), 7);

        lines(whole.substring(0, whole.length() - digits))
                .statusCode(400)
                .body("accepted", equalTo(0))
                .body("rejected[0].code", equalTo("TIME_UNIT"));

        onlyGoodOnesAreStored("row23b");
    }

    @Test
    void row24WhatIsBeyondALimitIsRefusedAndTheLimitNamed() {
        defineCounter("row24", "");
        String tags =
                IntStream.range(0, 70)
                        .mapToObj(i -> "t%d=v".formatted(i))
                        .collect(Collectors.joining(","));
        String fields =
                IntStream.range(0, 300)
                        .mapToObj(i -> "f%d=1".formatted(i))
                        .collect(Collectors.joining(","));
        String end = " value=1 " + hour(0).getEpochSecond() + "\n";
        lines(
                        "m,"
                                + tags
                                + end
                                + "m,point=row24.p,long="
                                + "x".repeat(5_000)
                                + end
                                + "m,point=row24.p "
                                + fields
                                + " 1\n"
                                + "m,point=row24.p value=\""
                                + "x".repeat(70_000)
                                + "\" 1\n"
                                + line("row24", hour(0), 1))
                .statusCode(400)
                .body("accepted", equalTo(1))
                .body(
                        "rejected.code",
                        equalTo(
                                List.of(
                                        "TOO_MANY_TAGS",
                                        "SERIES_TOO_LONG",
                                        "TOO_MANY_FIELDS",
                                        "LINE_TOO_LONG")))
                .body("rejected.message", hasItems(containsString("64"), containsString("4096")));
        as("telemetry")
                .contentType("application/json")
                .body("{\"readings\":[" + "1,".repeat(500_000) + "1]}")
                .post("/api/telemetry/readings")
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("TOO_MANY"))
                .body("violations[0].message", containsString("500000"));

        onlyGoodOnesAreStored("row24");
    }

    @Test
    void row25ABodyThatIsTooLargeIsRefusedWhateverItDeclares() {
        defineCounter("row25", "");
        byte[] good = (line("row25", hour(0), 1) + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] bomb = Arrays.copyOf(good, 40 << 20);
        Arrays.fill(bomb, good.length, bomb.length, (byte) '\n');
        as("telemetry")
                .contentType("text/plain")
                .header("Content-Encoding", "gzip")
                .body(gzip(bomb))
                .post(V2 + "?precision=s")
                .then()
                .statusCode(413)
                .body("code", equalTo("BODY_TOO_LARGE"));
        assertThat(chunked(bomb)).startsWith("HTTP/1.1 413");

        onlyGoodOnesAreStored("row25");
    }

    /// The first line of the answer to a body that comes in chunks and says nothing of its length.
    private String chunked(byte[] body) {
        try (Socket socket = connect("Transfer-Encoding: chunked")) {
            OutputStream out = socket.getOutputStream();
            try {
                for (int from = 0; from < body.length; from += 1 << 20) {
                    int length = Math.min(1 << 20, body.length - from);
                    out.write(Integer.toHexString(length).getBytes(StandardCharsets.US_ASCII));
                    out.write(END_OF_LINE);
                    out.write(body, from, length);
                    out.write(END_OF_LINE);
                }
                out.write('0');
                out.write(END_OF_LINE);
                out.write(END_OF_LINE);
                out.flush();
            } catch (IOException answeredBefore) {
                // the service need not read a body to its end that it refuses
                assertThat(answeredBefore).isNotNull();
            }
            return firstLine(socket);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// A body of which this is the beginning.
    private Socket unfinished(byte[] beginning) {
        try {
            Socket socket = connect("Content-Length: " + 2 * LARGE_BYTES);
            socket.getOutputStream().write(beginning);
            socket.getOutputStream().flush();
            return socket;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Socket connect(String lengthHeader) throws IOException {
        var socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(
                        """
                        POST %s?precision=s HTTP/1.1\r
                        Host: localhost\r
                        Authorization: Bearer %s\r
                        Content-Type: text/plain\r
                        %s\r
                        \r
                        """
                                .formatted(V2, LocalStack.token("test", "telemetry"), lengthHeader)
                                .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String firstLine(Socket socket) throws IOException {
        var line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c >= 0 && c != '\r';
                c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    @Test
    void row26ABodyThatCannotBeReadIsRefusedAsAWhole() {
        defineCounter("row26", "");
        byte[] good = line("row26", hour(0), 1).getBytes(StandardCharsets.UTF_8);
        byte[] broken = gzip(good);
        broken[broken.length / 2] ^= 0x5a;
        refused("text/plain", "gzip", broken, V2, 400);
        refused("text/plain", "gzip", good, V2, 400);
        refused("text/plain", "zstd", good, V2, 415);
        refused("application/x-protobuf", "snappy", good, REMOTE_WRITE, 400);
        refused("application/x-protobuf", "snappy", snappy(good), REMOTE_WRITE, 400);
        refused("text/plain", "snappy", snappy(good), REMOTE_WRITE, 415);
        refused("text/plain", "identity", good, "/api/telemetry/readings", 415);
        refused("application/json", "identity", good, "/api/telemetry/readings", 400);

        onlyGoodOnesAreStored("row26");
    }

    private static void refused(
            String type, String encoding, byte[] body, String address, int status) {
        as("telemetry")
                .contentType(type)
                .header("Content-Encoding", encoding)
                .body(body)
                .post(address)
                .then()
                .statusCode(status);
    }

    @Test
    void row27TooManyBodiesAtOnceAreAnsweredBeforeTheyAreReadAndNothingOfThemCounts()
            throws IOException {
        defineCounter("row27", "");
        var slow = new ArrayList<Socket>();
        try {
            // a tenth of the heap, first by large bodies and then to the brim by little ones
            long large = Runtime.getRuntime().maxMemory() / 10 / LARGE_BYTES;
            for (int i = 0; i < large; i++) {
                slow.add(unfinished(new byte[LARGE_BYTES - 70_000]));
            }
            await(
                    "bodies are refused",
                    () -> {
                        slow.add(
                                unfinished(
                                        "meter,point=row27.p value=9 "
                                                .getBytes(StandardCharsets.UTF_8)));
                        return json(item("row27-none", hour(0), 99)).extract().statusCode() == 503;
                    });
            json(item("row27-none", hour(0), 99))
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("READINGS_NOT_STORED"));
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        await(
                "bodies are taken again",
                () -> json(item("row27-none", hour(0), 1)).extract().statusCode() == 200);

        onlyGoodOnesAreStored("row27");
    }

    @Test
    void row29AWholeNumberMayBecomeADecimalAndATextIsRefused() {
        defineCounter("row29", "");
        lines(
                        line("row29", hour(0), "12i")
                                + "\n"
                                + line("row29", hour(1), "13.5")
                                + "\n"
                                + line("row29", hour(2), "15u")
                                + "\n"
                                + line("row29", hour(3), "\"16\"")
                                + "\n"
                                + line("row29", hour(4), "true"))
                .statusCode(400)
                .body("accepted", equalTo(3))
                .body("rejected.line", equalTo(List.of(4, 5)))
                .body("rejected.code", equalTo(List.of("NOT_A_NUMBER", "NOT_A_NUMBER")));

        assertThat(new BadReadings(database).storedTo("row29", 1))
                .isEqualTo(
                        Map.of(
                                0, new StoredHour(1.5, 1, 1, Set.of()),
                                1, new StoredHour(1.5, 1, 1, Set.of())));
    }
}
