package org.netzero.datacenter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.datacenter.facility.MeasuredQuantity;
import org.netzero.datacenter.facility.MeasuringPoint;
import org.netzero.datacenter.facility.NumberedPoint;
import org.netzero.datacenter.facility.PointsChanged;
import org.netzero.datacenter.metering.MeasuringRole;

class SeriesOrderTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:10:00Z");
    private static final long TIME = 1_767_225_600_000_000_000L;
    private static final int POINTS = 8;

    private static final List<String> VALUES =
            List.of("12.5", "-3", "1e3", "7i", "1,5", "NaN", "", "\"on\"", "1-2", "9".repeat(90));
    private static final List<String> ENDS =
            List.of("\n", "\r\n", " \n", "\n\n", "\n# a comment\n", " 5\n", "x\n");

    private final Map<String, NumberedPoint> points = new HashMap<>();

    SeriesOrderTest() {
        for (int i = 0; i < POINTS; i++) {
            points.put("p" + i, new NumberedPoint(i + 1, point("p" + i)));
        }
    }

    private SeriesIndex index() {
        return new SeriesIndex(this::points);
    }

    private Map<String, NumberedPoint> points(Collection<String> ids) {
        var found = new HashMap<String, NumberedPoint>();
        ids.forEach(
                id -> Optional.ofNullable(points.get(id)).ifPresent(point -> found.put(id, point)));
        return found;
    }

    private static MeasuringPoint point(String id) {
        return new MeasuringPoint(
                id,
                "dc",
                MeasuringRole.IT,
                MeasuredQuantity.ENERGY_COUNTER,
                "kWh",
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /// Whatever the lines before made it expect, a body is read as by one that expects nothing.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsExpectedChangesNothingOfWhatIsRead(long seed) {
        var random = new Random(seed);
        SeriesIndex experienced = index();
        read(experienced, regular(0));
        for (int i = 1; i <= 40; i++) {
            String body = random.nextBoolean() ? regular(i) : drawn(random);

            assertThat(read(experienced, body))
                    .as("seed %d: %s", seed, body)
                    .isEqualTo(read(index(), body));
        }
    }

    @Test
    void aPointThatIsGoneIsExpectedNoLonger() {
        SeriesIndex index = index();
        read(index, regular(0));
        assertThat(read(index, regular(1)))
                .hasSize(POINTS)
                .noneMatch(line -> line.contains("UNKNOWN"));

        points.remove("p3");
        index.forget(new PointsChanged());

        assertThat(read(index, regular(2)))
                .hasSize(POINTS)
                .filteredOn(line -> line.contains("UNKNOWN_POINT"))
                .hasSize(1);
    }

    /// A series that begins as another one is not mistaken for it.
    @Test
    void aLongerNameIsAnotherSeries() {
        SeriesIndex index = index();
        read(index, regular(0));
        read(index, regular(1));

        assertThat(
                        read(
                                index,
                                "energy,point=p0 v=1 "
                                        + TIME
                                        + "\nenergy,point=p1 vv=2 "
                                        + TIME
                                        + "\n"))
                .containsExactly("1 " + TIME + " 1.0", "2 " + TIME + " 2.0");
        assertThat(
                        read(
                                index,
                                "energy,point=p0 v=1 "
                                        + TIME
                                        + "\nenergy,point=p1 v=2,w=3 "
                                        + TIME
                                        + "\n"))
                .contains("1 " + TIME + " 1.0")
                .filteredOn(line -> line.contains("SEVERAL_FIELDS"))
                .hasSize(2);
    }

    private static String regular(int minute) {
        var body = new StringBuilder();
        for (int i = 0; i < POINTS; i++) {
            body.append("energy,point=p%d v=%d.5 %d\n".formatted(i, minute, TIME + minute));
        }
        return body.toString();
    }

    private static String drawn(Random random) {
        var body = new StringBuilder();
        for (int i = 0; i < POINTS; i++) {
            int point = random.nextInt(4) == 0 ? random.nextInt(POINTS + 2) : i;
            String value =
                    random.nextInt(3) > 0 ? "5.25" : VALUES.get(random.nextInt(VALUES.size()));
            String time =
                    random.nextInt(6) > 0
                            ? String.valueOf(TIME + random.nextInt(100))
                            : List.of("", "5", "-7", "9".repeat(19), "9".repeat(25))
                                    .get(random.nextInt(5));
            String end = random.nextInt(4) > 0 ? "\n" : ENDS.get(random.nextInt(ENDS.size()));
            body.append("energy,point=p%d v=%s %s%s".formatted(point, value, time, end));
        }
        int cut = random.nextInt(5) == 0 ? random.nextInt(body.length()) : body.length();
        return body.substring(0, cut);
    }

    /// What is taken, and what is refused with its place.
    private static List<String> read(SeriesIndex index, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var taken = new TakenReadings(1);
        new LineProtocol(
                        new TelemetryBody(bytes, bytes.length),
                        TimePrecision.NANOSECONDS,
                        false,
                        index,
                        new ReadingRules(NOW),
                        taken)
                .read();
        var lines = new ArrayList<String>();
        PackedReadings readings = taken.pack();
        for (int i = 0; i < readings.count(); i++) {
            lines.add(
                    readings.points()[i]
                            + " "
                            + readings.epochNanos()[i]
                            + " "
                            + readings.values()[i]);
        }
        lines.sort(null);
        taken.refused()
                .forEach(place ->
                        lines.add(
                                "line %d, column %d: %s"
                                        .formatted(place.place(), place.column(), place.why())));
        return lines;
    }
}
