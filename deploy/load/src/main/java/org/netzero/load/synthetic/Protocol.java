package org.netzero.load.synthetic;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// How readings are written and where they are sent.
public enum Protocol {
    /// The suite's own JSON. A time that is no number of nanoseconds is written as it is.
    JSON("/api/telemetry/readings", "application/json", "") {
        @Override
        Optional<byte[]> write(List<SyntheticReading> readings) {
            return Optional.of(
                    readings.stream()
                            .map(Protocol::item)
                            .collect(Collectors.joining(",", "{\"readings\":[", "]}"))
                            .getBytes(StandardCharsets.UTF_8));
        }
    },
    /// Line protocol of InfluxDB, times in nanoseconds.
    LINES("/api/telemetry/influx/api/v2/write?precision=ns", "text/plain", "") {
        @Override
        Optional<byte[]> write(List<SyntheticReading> readings) {
            return Optional.of(
                    readings.stream()
                            .map(reading ->
                                    (reading.meter().linePrefix()
                                                    + reading.value()
                                                    + " "
                                                    + reading.time())
                                            .stripTrailing())
                            .collect(Collectors.joining("\n", "", "\n"))
                            .getBytes(StandardCharsets.UTF_8));
        }
    },
    /// Prometheus remote write 1.0, a message of Protocol Buffers packed with snappy; text in place
    /// of a number cannot be written.
    REMOTE_WRITE("/api/telemetry/prometheus/api/v1/write", "application/x-protobuf", "snappy") {
        @Override
        Optional<byte[]> write(List<SyntheticReading> readings) {
            if (!readings.stream().allMatch(reading -> reading.hasTime() && isDouble(reading))) {
                return Optional.empty();
            }
            var request = new ByteArrayOutputStream();
            for (SyntheticReading reading : readings) {
                field(request, 1, series(reading));
            }
            return Optional.of(literals(request.toByteArray()));
        }
    };

    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final int BYTES_PER_LITERAL = 1 << 16;

    private final String path;
    private final String type;
    private final String encoding;

    Protocol(String path, String type, String encoding) {
        this.path = path;
        this.type = type;
        this.encoding = encoding;
    }

    /// @return the body; empty where the protocol has no way to say it
    abstract Optional<byte[]> write(List<SyntheticReading> readings);

    /// Where the suite takes it.
    public String path() {
        return path;
    }

    /// What a client states of its bodies.
    public Map<String, String> headers() {
        return encoding.isEmpty()
                ? Map.of("Content-Type", type)
                : Map.of("Content-Type", type, "Content-Encoding", encoding);
    }

    private static String item(SyntheticReading reading) {
        String time =
                reading.hasTime()
                        ? Instant.ofEpochSecond(0, reading.epochNanos()).toString()
                        : reading.time();
        return "{\"point\":\"%s\",\"time\":\"%s\",\"value\":%s}"
                .formatted(
                        reading.meter().pointId(),
                        time,
                        reading.hasValue() ? reading.value() : "\"" + reading.value() + "\"");
    }

    private static boolean isDouble(SyntheticReading reading) {
        return reading.hasValue() || reading.value().equals("NaN");
    }

    /// The labels by their names, as senders order them, the point named by a label.
    private static byte[] series(SyntheticReading reading) {
        var series = new ByteArrayOutputStream();
        field(series, 1, label("__name__", SyntheticMeter.MEASUREMENT));
        field(series, 1, label("dc", reading.meter().datacenter()));
        field(series, 1, label("kind", reading.meter().kind().tag()));
        field(series, 1, label("meter", reading.meter().meter()));
        field(series, 1, label("point", reading.meter().pointId()));
        var sample = new ByteArrayOutputStream();
        sample.write((1 << 3) | 1);
        sample.writeBytes(
                ByteBuffer.allocate(Double.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putDouble(Double.parseDouble(reading.value()))
                        .array());
        sample.write(2 << 3);
        varint(sample, reading.epochNanos() / NANOS_PER_MILLI);
        field(series, 2, sample.toByteArray());
        return series.toByteArray();
    }

    private static byte[] label(String name, String value) {
        var label = new ByteArrayOutputStream();
        field(label, 1, name.getBytes(StandardCharsets.UTF_8));
        field(label, 2, value.getBytes(StandardCharsets.UTF_8));
        return label.toByteArray();
    }

    /// A field with a length (Protocol Buffers, "Encoding").
    private static void field(ByteArrayOutputStream into, int number, byte[] bytes) {
        into.write((number << 3) | 2);
        varint(into, bytes.length);
        into.writeBytes(bytes);
    }

    private static void varint(ByteArrayOutputStream into, long value) {
        long rest = value;
        while (rest > 0x7F) {
            into.write((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        into.write((int) rest);
    }

    /// A block of snappy that states its bytes as they are (Google, "Snappy compressed format
    /// description"): a valid one, and nothing that has to be installed.
    private static byte[] literals(byte[] bytes) {
        var block = new ByteArrayOutputStream();
        varint(block, bytes.length);
        for (int from = 0; from < bytes.length; from += BYTES_PER_LITERAL) {
            int count = Math.min(BYTES_PER_LITERAL, bytes.length - from);
            block.write(61 << 2);
            block.write((count - 1) & 0xFF);
            block.write((count - 1) >> 8);
            block.write(bytes, from, count);
        }
        return block.toByteArray();
    }
}
