package org.netzero.datacenter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.datacenter.facility.MeasuredQuantity;
import org.netzero.datacenter.facility.MeasuringPoint;
import org.netzero.datacenter.facility.NumberedPoint;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.platform.problem.InvalidInput;
import org.xerial.snappy.Snappy;

/// Bodies of each protocol with bytes changed at random, against a simple reading of the same
/// bodies: nothing but a refusal is thrown, every reading is taken or refused, and what is taken
/// stands in the body.
class MalformedBodiesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:10:00Z");
    private static final long FIRST_SECOND = 1_767_225_600L;
    private static final int BODIES = 12_000;
    private static final double MAXIMUM = 1_000_000;

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final Map<String, NumberedPoint> POINTS =
            Map.of("p1", point(1, "p1"), "p2", point(2, "p2"), "p3", point(3, "p3"));

    private final SeriesIndex index =
            new SeriesIndex(ids -> {
                var found = new HashMap<String, NumberedPoint>();
                ids.forEach(id ->
                        Optional.ofNullable(POINTS.get(id))
                                .ifPresent(point -> found.put(id, point)));
                return found;
            });

    private final ReadingRules rules = new ReadingRules(NOW);

    private static NumberedPoint point(int number, String id) {
        return new NumberedPoint(
                number,
                new MeasuringPoint(
                        id,
                        "dc",
                        MeasuringRole.IT,
                        MeasuredQuantity.ENERGY_COUNTER,
                        "kWh",
                        Optional.of(BigDecimal.valueOf((long) MAXIMUM)),
                        Optional.empty(),
                        false));
    }

    /// A body with some of its bytes changed, cut or doubled.
    private static byte[] mutated(byte[] good, Random random, byte[] alphabet) {
        byte[] body = good.clone();
        for (int changes = random.nextInt(5); changes > 0 && body.length > 1; changes--) {
            int at = random.nextInt(body.length);
            byte other =
                    random.nextInt(4) == 0
                            ? (byte) random.nextInt(256)
                            : alphabet[random.nextInt(alphabet.length)];
            switch (random.nextInt(5)) {
                case 0 -> body = Arrays.copyOf(body, at);
                case 1 -> body = joined(body, at, at + 1, new byte[0]);
                case 2 -> body = joined(body, at, at, new byte[] {other});
                case 3 -> {
                    int to = Math.min(body.length, at + random.nextInt(40));
                    body = joined(body, at, at, Arrays.copyOfRange(body, at, to));
                }
                default -> body[at] = other;
            }
        }
        return body;
    }

    private static byte[] joined(byte[] body, int to, int from, byte[] between) {
        var joined = new ByteArrayOutputStream();
        joined.write(body, 0, to);
        joined.writeBytes(between);
        joined.write(body, from, body.length - from);
        return joined.toByteArray();
    }

    /// What was taken breaks no rule.
    private static void noNonsense(PackedReadings taken, String body) {
        for (int i = 0; i < taken.count(); i++) {
            assertThat(taken.points()[i]).as(body).isBetween(1, 3);
            assertThat(taken.values()[i]).as(body).isBetween(0.0, MAXIMUM);
            assertThat(taken.epochNanos()[i])
                    .as(body)
                    .isBetween(
                            946_684_800_000_000_000L,
                            NOW.plusSeconds(300).getEpochSecond() * 1_000_000_000L);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyLineIsTakenOrRefusedAsItStandsThere(long seed) {
        var random = new Random(seed);
        byte[] alphabet = " ,=\n\r#0123456789.eE+-iupt\0".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < BODIES; i++) {
            byte[] body = mutated(lines(random), random, alphabet);
            String text = new String(body, StandardCharsets.ISO_8859_1);
            if (text.indexOf('"') >= 0 || text.indexOf('\\') >= 0) {
                // what these mean has tests of its own; here it is enough that they break nothing
                noNonsense(read(body).pack(), text);
                continue;
            }
            TakenReadings taken = read(body);
            noNonsense(taken.pack(), text);
            List<String> written = writtenLines(text);
            int least = written.size();
            int most = written.stream().mapToInt(MalformedBodiesTest::mostFields).sum();
            assertThat(taken.count() + taken.refusals())
                    .as("seed %d: %s", seed, text)
                    .isBetween(least, most);
            Set<Integer> refusedLines =
                    taken.refused().stream()
                            .map(TakenReadings.RefusedPlace::place)
                            .collect(Collectors.toCollection(TreeSet::new));
            assertThat(taken.count() + refusedLines.size())
                    .as("seed %d: a line without an outcome in %s", seed, text)
                    .isGreaterThanOrEqualTo(least);
            standInTheBody(taken.pack(), written, text);
        }
    }

    private static byte[] lines(Random random) {
        var lines = new StringBuilder();
        for (int line = 0; line < 1 + random.nextInt(5); line++) {
            lines.append("energy,point=p")
                    .append(1 + random.nextInt(3))
                    .append(",dc=dc1 value=")
                    .append(random.nextInt(1_000))
                    .append(random.nextBoolean() ? ".5" : "i")
                    .append(' ')
                    .append(FIRST_SECOND + random.nextInt(600))
                    .append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private TakenReadings read(byte[] body) {
        var taken = new TakenReadings(1);
        new LineProtocol(
                        new TelemetryBody(body, body.length),
                        TimePrecision.SECONDS,
                        false,
                        index,
                        rules,
                        taken)
                .read();
        return taken;
    }

    /// The lines that are no comment and not empty.
    private static List<String> writtenLines(String body) {
        return Arrays.stream(body.split("\n", -1))
                .map(line -> line.replaceAll("[ \r]+$", ""))
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    private static int mostFields(String line) {
        return 1 + (int) line.chars().filter(c -> c == ',').count();
    }

    /// Value and time of each reading stand together in a line.
    private static void standInTheBody(PackedReadings taken, List<String> lines, String body) {
        for (int i = 0; i < taken.count(); i++) {
            double value = taken.values()[i];
            String time = String.valueOf(taken.epochNanos()[i] / 1_000_000_000L);
            assertThat(lines)
                    .as("%s at %s in %s", value, time, body)
                    .anySatisfy(line -> {
                        String[] parts = line.strip().split(" +", -1);
                        assertThat(parts).hasSizeGreaterThan(2);
                        assertThat(parts[parts.length - 1].replaceFirst("^0+", "")).isEqualTo(time);
                        assertThat(parts[parts.length - 2].split(",", -1))
                                .anySatisfy(field -> assertThat(valueOf(field)).isEqualTo(value));
                    });
        }
    }

    /// NaN where there is no number.
    private static double valueOf(String field) {
        String text = field.substring(field.lastIndexOf('=') + 1);
        boolean whole = text.endsWith("i") || text.endsWith("u");
        try {
            return Double.parseDouble(whole ? text.substring(0, text.length() - 1) : text) + 0.0;
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyItemOfJsonIsTakenOrRefusedOrTheWholeBodyIs(long seed) {
        var random = new Random(seed);
        byte[] alphabet = "{}[]\",:.0123456789eEtfnN-+ \n\\".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < BODIES; i++) {
            byte[] body = mutated(json(random), random, alphabet);
            String text = new String(body, StandardCharsets.ISO_8859_1);
            OptionalInt items = items(body);
            try {
                List<SubmittedReading> read = new ArrayList<>();
                ReadingsBody.read(new ByteArrayInputStream(body), read::addAll);
                items.ifPresent(expected -> assertThat(read).as(text).hasSize(expected));
                var taken = new TakenReadings(read.size());
                var check = new ReadingCheck(POINTS, rules);
                for (int item = 0; item < read.size(); item++) {
                    switch (check.check(read.get(item))) {
                        case ReadingCheck.Verdict.Taken(int point, long time, double value) ->
                                taken.add(point, time, value);
                        case ReadingCheck.Verdict.NotTaken(Refusal why, String field) ->
                                taken.refuse(item, 0, why);
                    }
                }
                assertThat(taken.count() + taken.refusals()).as(text).isEqualTo(read.size());
                noNonsense(taken.pack(), text);
            } catch (InvalidInput refused) {
                assertThat(refused.violations()).as(text).isNotEmpty();
            }
        }
    }

    private static byte[] json(Random random) {
        var items = new ArrayList<String>();
        for (int item = 0; item < 1 + random.nextInt(4); item++) {
            items.add(
                    "{\"point\": \"p%d\", \"time\": \"2026-01-01T00:0%d:00Z\", \"value\": %d.5}"
                            .formatted(
                                    1 + random.nextInt(3),
                                    random.nextInt(10),
                                    random.nextInt(1_000)));
        }
        return "{\"readings\": [%s]}"
                .formatted(String.join(", ", items))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// How many items a reader of the whole text finds; empty when the text is not of the form.
    private static OptionalInt items(byte[] body) {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree.isObject() && tree.size() == 1 && tree.path("readings").isArray()
                    ? OptionalInt.of(tree.path("readings").size())
                    : OptionalInt.empty();
        } catch (JsonProcessingException malformed) {
            return OptionalInt.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everySampleOfRemoteWriteIsTakenOrRefusedOrTheWholeBodyIs(long seed) {
        var random = new Random(seed);
        byte[] alphabet = {0, 1, 2, 8, 9, 10, 16, 18, 20, 34, 127, (byte) 128, (byte) 255};
        for (int i = 0; i < BODIES; i++) {
            byte[] body = mutated(request(random), random, alphabet);
            String text = Arrays.toString(body);
            var taken = new TakenReadings(1);
            try {
                new RemoteWrite(new TelemetryBody(body, body.length), index, rules, taken).read();
            } catch (InvalidInput refused) {
                continue;
            }
            noNonsense(taken.pack(), text);
            samples(body)
                    .ifPresent(expected ->
                            assertThat(taken.count() + taken.refusals())
                                    .as("seed %d: %s", seed, text)
                                    .isEqualTo(expected));
        }
    }

    private static byte[] request(Random random) {
        return message(out -> {
            for (int series = 0; series < 1 + random.nextInt(3); series++) {
                String point = "p" + (1 + random.nextInt(3));
                int samples = 1 + random.nextInt(3);
                out.writeByteArray(
                        1,
                        message(fields -> {
                            fields.writeByteArray(
                                    1,
                                    message(label -> {
                                        label.writeString(1, "point");
                                        label.writeString(2, point);
                                    }));
                            for (int i = 0; i < samples; i++) {
                                fields.writeByteArray(
                                        2,
                                        message(sample -> {
                                            sample.writeDouble(1, random.nextInt(1_000));
                                            sample.writeInt64(
                                                    2,
                                                    (FIRST_SECOND + random.nextInt(600)) * 1_000);
                                        }));
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

    /// How many samples and histograms a reader finds that knows the message and nothing of its
    /// contents; empty when the body is no such message.
    private static OptionalInt samples(byte[] body) {
        try {
            int samples = 0;
            CodedInputStream request = CodedInputStream.newInstance(body);
            for (int tag = request.readTag(); tag != 0; tag = request.readTag()) {
                if (WireFormat.getTagFieldNumber(tag) != 1) {
                    request.skipField(tag);
                } else if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
                    return OptionalInt.empty();
                } else {
                    samples += samplesOfSeries(request.readByteArray());
                }
            }
            return OptionalInt.of(samples);
        } catch (IOException malformed) {
            return OptionalInt.empty();
        }
    }

    private static int samplesOfSeries(byte[] body) throws IOException {
        int samples = 0;
        CodedInputStream series = CodedInputStream.newInstance(body);
        for (int tag = series.readTag(); tag != 0; tag = series.readTag()) {
            int field = WireFormat.getTagFieldNumber(tag);
            boolean packed = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
            if ((field == 1 || field == 2) && !packed) {
                throw new IOException("Labels and samples are messages");
            }
            samples += field == 2 || field == 4 ? 1 : 0;
            series.skipField(tag);
        }
        return samples;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whatCannotBeUnpackedIsRefusedAndNothingElse(long seed) throws IOException {
        var random = new Random(seed);
        byte[] lines = lines(random);
        var gzip = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(gzip)) {
            packing.write(lines);
        }
        byte[] snappy = Snappy.compress(lines);
        byte[] alphabet = {0, 1, 31, (byte) 139, (byte) 255};
        for (int i = 0; i < BODIES; i++) {
            BytesInFlight.Share share = BytesInFlight.ofHeap(0).share();
            boolean zipped = random.nextBoolean();
            byte[] body = mutated(zipped ? gzip.toByteArray() : snappy, random, alphabet);
            try {
                TelemetryBody read =
                        TelemetryBody.read(
                                new ByteArrayInputStream(body), zipped ? "gzip" : "snappy", share);
                assertThat(read.length()).isLessThanOrEqualTo(TelemetryBody.MAX_BYTES);
            } catch (InvalidInput | BodyTooLarge refused) {
                assertThat(refused.getMessage()).isNotEmpty();
            }
        }
    }
}
