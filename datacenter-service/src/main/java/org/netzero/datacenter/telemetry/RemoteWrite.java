package org.netzero.datacenter.telemetry;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.facility.NumberedPoint;
import org.netzero.platform.problem.InvalidInput;

/// Reads a body of Prometheus remote write 1.0 (message `prometheus.WriteRequest`, "Prometheus
/// Remote-Write 1.0 specification"): series with their labels and samples. A sample that breaks a
/// rule does not stop the others. The mark by which Prometheus says that a series has ended is no
/// reading, and neither taken nor refused.
final class RemoteWrite {

    private static final int MAX_LABELS = 64;
    private static final int MAX_LABEL_BYTES = 4 * 1024;
    private static final String NAME = "__name__";

    /// The bits of the number that marks the end of a series, as its source code defines them.
    private static final long STALE = 0x7ff0_0000_0000_0002L;

    private static final int SERIES = 1;
    private static final int LABELS = 1;
    private static final int SAMPLES = 2;
    private static final int HISTOGRAMS = 4;
    private static final int LABEL_NAME = 1;
    private static final int LABEL_VALUE = 2;
    private static final int SAMPLE_VALUE = 1;
    private static final int SAMPLE_TIME = 2;

    private static final Refusal NO_HISTOGRAMS =
            new Refusal("NOT_A_NUMBER", "a native histogram is no reading; send its sum or count");

    private final TelemetryBody request;
    private final SeriesIndex index;
    private final ReadingRules rules;
    private final TakenReadings into;

    private final List<Unresolved> unresolved = new ArrayList<>();
    private final SeriesKey key = new SeriesKey();
    private byte[] labelBytes = new byte[512];

    RemoteWrite(TelemetryBody request, SeriesIndex index, ReadingRules rules, TakenReadings into) {
        this.request = request;
        this.index = index;
        this.rules = rules;
        this.into = into;
    }

    /// A series whose point is still to be found.
    ///
    /// @param number of the series in the body, from 1
    private record Unresolved(int number, SeriesKey key, SeriesName name, Samples samples) {}

    /// Samples of one series.
    private static final class Samples {
        private long[] epochMillis = new long[4];
        private double[] values = new double[4];
        private int count;

        void add(long epochMilli, double value) {
            if (count == TakenReadings.MOST_READINGS) {
                throw BodyTooLarge.ofReadings(count);
            }
            if (count == values.length) {
                epochMillis = Arrays.copyOf(epochMillis, 2 * count);
                values = Arrays.copyOf(values, 2 * count);
            }
            epochMillis[count] = epochMilli;
            values[count] = value;
            count++;
        }
    }

    /// @throws InvalidInput when the body is no such message; nothing of it is taken then
    void read() {
        try {
            CodedInputStream body =
                    CodedInputStream.newInstance(request.bytes(), 0, request.length());
            int number = 0;
            for (int tag = body.readTag(); tag != 0; tag = body.readTag()) {
                if (WireFormat.getTagFieldNumber(tag) == SERIES) {
                    number++;
                    int limit = body.pushLimit(body.readRawVarint32());
                    series(number, body);
                    body.popLimit(limit);
                } else {
                    body.skipField(tag);
                }
            }
        } catch (InvalidProtocolBufferException broken) {
            throw new InvalidInput(
                    "",
                    "NOT_REMOTE_WRITE",
                    "the body is no remote-write request of version 1.0: %s; nothing of it is stored"
                            .formatted(broken.getMessage()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        resolve();
    }

    /// Takes what is to be taken of a series, or has it wait for its point to be found.
    private void series(int number, CodedInputStream body) throws IOException {
        var samples = new Samples();
        int labels = 0;
        int length = 0;
        for (int tag = body.readTag(); tag != 0; tag = body.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case LABELS -> {
                    int bytes = body.readRawVarint32();
                    int from = body.getTotalBytesRead();
                    body.skipRawBytes(bytes);
                    labels++;
                    if (labels <= MAX_LABELS && length + bytes <= MAX_LABEL_BYTES) {
                        length = keep(from, bytes, length);
                    } else {
                        labels = MAX_LABELS + 1;
                    }
                }
                case SAMPLES -> {
                    int limit = body.pushLimit(body.readRawVarint32());
                    sample(body, samples);
                    body.popLimit(limit);
                }
                case HISTOGRAMS -> {
                    body.skipField(tag);
                    into.refuse(number, 0, NO_HISTOGRAMS);
                }
                default -> body.skipField(tag);
            }
        }
        if (labels > MAX_LABELS) {
            refuse(
                    number,
                    samples,
                    new Refusal(
                            "TOO_MANY_LABELS",
                            "a series may have %d labels of %d bytes together"
                                    .formatted(MAX_LABELS, MAX_LABEL_BYTES)));
            return;
        }
        NumberedPoint point = index.held(key.of(labelBytes, 0, length));
        if (point != null) {
            take(number, point, samples);
            return;
        }
        try {
            unresolved.add(new Unresolved(number, key.kept(), name(length), samples));
        } catch (InvalidProtocolBufferException unreadable) {
            refuse(
                    number,
                    samples,
                    new Refusal("NOT_UTF_8", "a label of the series is not written in UTF-8"));
        }
        if (unresolved.size() == SeriesIndex.MOST_AT_ONCE) {
            resolve();
        }
    }

    /// Puts the bytes of labels behind each other, each behind its length, wherever they stand.
    private int keep(int from, int bytes, int at) {
        if (labelBytes.length < at + bytes + Short.BYTES) {
            labelBytes = Arrays.copyOf(labelBytes, 2 * (at + bytes + Short.BYTES));
        }
        labelBytes[at] = (byte) (bytes >> Byte.SIZE);
        labelBytes[at + 1] = (byte) bytes;
        System.arraycopy(request.bytes(), from, labelBytes, at + Short.BYTES, bytes);
        return at + Short.BYTES + bytes;
    }

    private SeriesName name(int length) throws IOException {
        String measurement = "";
        var labels = new ArrayList<SeriesName.Label>();
        for (int at = 0; at < length; ) {
            int bytes = (labelBytes[at] & 0xFF) << Byte.SIZE | (labelBytes[at + 1] & 0xFF);
            SeriesName.Label label =
                    label(CodedInputStream.newInstance(labelBytes, at + Short.BYTES, bytes));
            if (label.name().equals(NAME)) {
                measurement = label.value();
            } else {
                labels.add(label);
            }
            at += Short.BYTES + bytes;
        }
        return new SeriesName(measurement, labels, Optional.empty());
    }

    private static SeriesName.Label label(CodedInputStream body) throws IOException {
        String name = "";
        String value = "";
        for (int tag = body.readTag(); tag != 0; tag = body.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case LABEL_NAME -> name = body.readStringRequireUtf8();
                case LABEL_VALUE -> value = body.readStringRequireUtf8();
                default -> body.skipField(tag);
            }
        }
        return new SeriesName.Label(name, value);
    }

    private static void sample(CodedInputStream body, Samples into) throws IOException {
        double value = 0;
        long epochMilli = 0;
        for (int tag = body.readTag(); tag != 0; tag = body.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case SAMPLE_VALUE -> value = body.readDouble();
                case SAMPLE_TIME -> epochMilli = body.readInt64();
                default -> body.skipField(tag);
            }
        }
        if (Double.doubleToRawLongBits(value) != STALE) {
            into.add(epochMilli, value);
        }
    }

    /// Takes the samples of series that were not held, whose points are looked for together.
    private void resolve() {
        if (unresolved.isEmpty()) {
            return;
        }
        Map<SeriesKey, SeriesName> wanted = new HashMap<>();
        unresolved.forEach(series -> wanted.put(series.key(), series.name()));
        wanted.keySet().removeIf(index::isUnknown);
        Map<SeriesKey, NumberedPoint> found = index.find(wanted);
        for (Unresolved series : unresolved) {
            @Nullable NumberedPoint point = found.get(series.key());
            if (point == null) {
                refuse(series.number(), series.samples(), unknown(series.name()));
            } else {
                take(series.number(), point, series.samples());
            }
        }
        unresolved.clear();
    }

    private static Refusal unknown(SeriesName series) {
        return new Refusal(
                "UNKNOWN_POINT",
                "'%s' is no measuring point of yours; define it with PUT /api/datacenters/{id}/points, or name one by the label point"
                        .formatted(series.pointIds().getFirst()));
    }

    private void take(int number, NumberedPoint point, Samples samples) {
        for (int i = 0; i < samples.count; i++) {
            double value = point.inOwnUnit(samples.values[i] == 0 ? 0.0 : samples.values[i]);
            long epochNano = nanos(samples.epochMillis[i]);
            Optional<Refusal> why = rules.refusalOfNumber(epochNano);
            if (why.isEmpty()) {
                why =
                        Double.isFinite(value)
                                ? ReadingRules.refusalOfValue(value, point)
                                : Optional.of(
                                        new Refusal(
                                                "NOT_A_NUMBER",
                                                "%s is no finite number; it counts as missing"
                                                        .formatted(value)));
            }
            if (why.isEmpty()) {
                into.add(point.number(), epochNano, value);
            } else {
                into.refuse(number, 0, why.get());
            }
        }
    }

    /// The first and the last that a `long` can tell for times beyond.
    private static long nanos(long epochMilli) {
        return TimeUnit.MILLISECONDS.toNanos(epochMilli);
    }

    private void refuse(int number, Samples samples, Refusal why) {
        for (int i = 0; i < samples.count; i++) {
            into.refuse(number, 0, why);
        }
    }
}
