package org.netzero.load.synthetic;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What can be wrong with telemetry, as far as a body can say it: a row each of the table of bad
/// input to which the suite holds itself. What is no matter of bodies is not here: locked periods
/// (4), meters that were exchanged (13), and overload (27).
public enum Fault {
    DUPLICATE(1, readings -> List.of(readings, readings)),
    OTHER_VALUE(2, readings -> List.of(readings, all(readings, reading -> reading.times("1.5")))),
    LATE(3, readings -> List.of(without(readings, 2), List.of(readings.get(2)))),
    OUT_OF_ORDER(5, readings -> List.of(readings.reversed())),
    AHEAD(6, readings -> List.of(last(readings, reading -> later(reading, 300)))),
    SECONDS(
            7,
            readings ->
                    List.of(
                            last(
                                    readings,
                                    reading ->
                                            reading.at(
                                                    reading.time()
                                                            .substring(
                                                                    0,
                                                                    reading.time().length()
                                                                            - 9))))),
    NO_TIME(8, readings -> List.of(last(readings, reading -> reading.at("")))),
    NO_OFFSET(9, readings -> List.of(last(readings, reading -> reading.at("2026-03-29T02:30:00")))),
    RESET(10, readings -> List.of(from(readings, i -> shown(i, "0.500")))),
    ZERO_ONCE(11, readings -> List.of(at(readings, 2, reading -> reading.shows("0")))),
    ROLLOVER(12, readings -> List.of(from(readings, i -> shown(i, "1.000")))),
    FALLING(14, readings -> List.of(from(readings, i -> reading -> reading.times("0.9")))),
    IMPOSSIBLE(15, readings -> List.of(from(readings, i -> reading -> reading.times("100")))),
    STUCK(
            16,
            readings ->
                    List.of(all(readings, reading -> reading.shows(readings.getFirst().value())))),
    GAP(17, readings -> List.of(without(readings, 1, 2, 3))),
    UNIT(18, readings -> List.of(from(readings, i -> reading -> reading.times("1000")))),
    BALANCE(19, readings -> List.of(all(readings, reading -> reading.times("0.1")))),
    NOT_A_NUMBER(20, readings -> List.of(at(readings, 2, reading -> reading.shows("NaN")))),
    UNKNOWN_POINT(
            21, readings -> List.of(last(readings, reading -> reading.of(renamed(reading, "m"))))),
    DECIMAL_COMMA(
            22,
            readings ->
                    List.of(
                            last(
                                    readings,
                                    reading -> reading.shows(reading.value().replace('.', ','))))),
    CUT_LINE(23, readings -> List.of(readings)) {
        @Override
        byte[] spoiled(byte[] body) {
            return Arrays.copyOf(body, body.length - 30);
        }
    },
    TOO_LONG(
            24,
            readings ->
                    List.of(
                            last(
                                    readings,
                                    reading -> reading.of(renamed(reading, "m".repeat(5_000)))))),
    TOO_LARGE(25, readings -> List.of(readings)) {
        @Override
        byte[] spoiled(byte[] body) {
            var large = new ByteArrayOutputStream();
            while (large.size() <= LARGEST_BODY) {
                large.writeBytes(body);
            }
            return large.toByteArray();
        }
    },
    BROKEN_GZIP(26, readings -> List.of(readings)) {
        @Override
        Map<String, String> headers(Protocol protocol) {
            Map<String, String> headers = new HashMap<>(protocol.headers());
            headers.put("Content-Encoding", "gzip");
            return headers;
        }
    },
    /// Two gateways of a pair tell the same, each in its own order.
    PAIR(28, readings -> List.of(readings, readings.reversed())),
    TEXT(29, readings -> List.of(last(readings, reading -> reading.shows("\"on\"")))),
    NEWEST_FIRST(
            30, readings -> readings.reversed().stream().map(Collections::singletonList).toList()),
    NUL(23, readings -> List.of(readings)) {
        @Override
        byte[] spoiled(byte[] body) {
            byte[] spoiled = body.clone();
            spoiled[new String(body, StandardCharsets.ISO_8859_1).indexOf("dc")] = 0;
            return spoiled;
        }
    };

    private static final int LARGEST_BODY = 32 << 20;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long SECONDS_PER_DAY = 86_400;

    private final int row;

    // a function without state
    @SuppressWarnings("ImmutableEnumChecker")
    private final Spoiling spoil;

    Fault(int row, Spoiling spoil) {
        this.row = row;
        this.spoil = spoil;
    }

    /// Makes batches of bad readings of good ones.
    private interface Spoiling {
        List<List<SyntheticReading>> of(List<SyntheticReading> readings);
    }

    /// A body and what its sender states of it.
    // it is made once and sent once
    @SuppressWarnings("ArrayRecordComponent")
    public record Body(byte[] bytes, Map<String, String> headers) {}

    /// The row of the table.
    public int row() {
        return row;
    }

    /// The bodies that have this fault, in the order in which they are sent; none where a protocol
    /// cannot express it.
    ///
    /// @param readings five or more of one meter, in the order of time
    public List<Body> bodies(Protocol protocol, List<SyntheticReading> readings) {
        return spoil.of(readings).stream()
                .flatMap(batch -> protocol.write(batch).stream())
                .map(body -> new Body(spoiled(body), headers(protocol)))
                .toList();
    }

    byte[] spoiled(byte[] body) {
        return body;
    }

    Map<String, String> headers(Protocol protocol) {
        return protocol.headers();
    }

    private static List<SyntheticReading> all(
            List<SyntheticReading> readings, UnaryOperator<SyntheticReading> change) {
        return readings.stream().map(change).toList();
    }

    private static List<SyntheticReading> at(
            List<SyntheticReading> readings, int place, UnaryOperator<SyntheticReading> change) {
        var changed = new ArrayList<>(readings);
        changed.set(place, change.apply(readings.get(place)));
        return changed;
    }

    private static List<SyntheticReading> last(
            List<SyntheticReading> readings, UnaryOperator<SyntheticReading> change) {
        return at(readings, readings.size() - 1, change);
    }

    /// Changes all readings from the third one on.
    private static List<SyntheticReading> from(
            List<SyntheticReading> readings, IntFunction<UnaryOperator<SyntheticReading>> change) {
        return Stream.concat(
                        readings.stream().limit(2),
                        IntStream.range(2, readings.size())
                                .mapToObj(i -> change.apply(i - 2).apply(readings.get(i))))
                .toList();
    }

    /// A counter that began anew and rises by its first value each time.
    private static UnaryOperator<SyntheticReading> shown(int i, String first) {
        return reading -> reading.shows(first).times(String.valueOf(i + 1));
    }

    private static List<SyntheticReading> without(
            List<SyntheticReading> readings, Integer... places) {
        var left = new ArrayList<>(readings);
        Stream.of(places)
                .sorted(Collections.reverseOrder())
                .forEach(place -> left.remove((int) place));
        return left;
    }

    /// Ahead of every clock but not so far that another unit must have been meant, as long as
    /// readings are of the last days.
    private static SyntheticReading later(SyntheticReading reading, long days) {
        return reading.at(
                String.valueOf(reading.epochNanos() + days * SECONDS_PER_DAY * NANOS_PER_SECOND));
    }

    private static SyntheticMeter renamed(SyntheticReading reading, String prefix) {
        return new SyntheticMeter(
                reading.meter().datacenter(), prefix + "-unknown", reading.meter().kind());
    }
}
