package org.netzero.datacenter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.datacenter.facility.MeasuredQuantity;
import org.netzero.datacenter.facility.MeasuringPoint;
import org.netzero.datacenter.facility.NumberedPoint;
import org.netzero.datacenter.facility.PointsChanged;
import org.netzero.datacenter.metering.MeasuringRole;

class LineProtocolTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:10:00Z");
    private static final String TIME = "1767225600000000000";

    private final Map<String, NumberedPoint> points = new HashMap<>();
    private final SeriesIndex index =
            new SeriesIndex(ids -> {
                var found = new HashMap<String, NumberedPoint>();
                ids.forEach(id ->
                        Optional.ofNullable(points.get(id))
                                .ifPresent(point -> found.put(id, point)));
                return found;
            });

    LineProtocolTest() {
        define(1, "p", false);
        define(2, "energy/dc1/m1/value", false);
        define(3, "energy/dc1/m1/power", true);
        define(4, "my energy/a,b=c/value", true);
        define(5, "电表/一号/value", true);
    }

    private void define(int number, String pointId, boolean bidirectional) {
        points.put(
                pointId,
                new NumberedPoint(
                        number,
                        new MeasuringPoint(
                                pointId,
                                "dc",
                                MeasuringRole.IT,
                                MeasuredQuantity.ENERGY_COUNTER,
                                "kWh",
                                Optional.of(new BigDecimal("1000000")),
                                Optional.empty(),
                                bidirectional)));
    }

    private TakenReadings read(String body) {
        return read(body, TimePrecision.NANOSECONDS, false);
    }

    private TakenReadings read(String body, TimePrecision precision, boolean live) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return read(bytes, precision, live);
    }

    private TakenReadings read(byte[] bytes, TimePrecision precision, boolean live) {
        var taken = new TakenReadings(1);
        new LineProtocol(
                        new TelemetryBody(bytes, bytes.length),
                        precision,
                        live,
                        index,
                        new ReadingRules(NOW),
                        taken)
                .read();
        return taken;
    }

    private static List<String> codes(TakenReadings taken) {
        return taken.refused().stream().map(place -> place.why().code()).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "energy,point=p value=1.5 " + TIME + " | 1 | 1.5",
                "energy,point=p  value=1.5 " + TIME + " | 1 | 1.5",
                "energy,point=p value=.5 " + TIME + " | 1 | 0.5",
                "energy,point=p value=12i " + TIME + " | 1 | 12",
                "energy,point=p value=12u " + TIME + " | 1 | 12",
                "energy,point=p value=1e3 " + TIME + " | 1 | 1000",
                "energy,point=p value=64943.328 " + TIME + " | 1 | 64943.328",
                "energy,dc=dc1,meter=m1 value=7 " + TIME + " | 2 | 7",
                "energy,meter=m1,dc=dc1 power=-7 " + TIME + " | 3 | -7",
                "my\\ energy,name=a\\,b\\=c value=0 " + TIME + " | 4 | 0",
                "电表,名=一号 value=3 " + TIME + " | 5 | 3",
            })
    void aLineIsAReadingOfThePointThatItsTagsName(String line, int point, double value) {
        // twice, since the second time the series is held
        for (int i = 0; i < 2; i++) {
            TakenReadings taken = read(line + "\n");
            assertThat(taken.refused()).isEmpty();
            PackedReadings packed = taken.pack();
            assertThat(packed.points()).containsExactly(point);
            assertThat(packed.epochNanos()).containsExactly(Long.parseLong(TIME));
            assertThat(packed.values()).containsExactly(value);
        }
    }

    @Test
    void everyFieldOfALineIsAReading() {
        for (int i = 0; i < 2; i++) {
            PackedReadings packed =
                    read("energy,dc=dc1,meter=m1 value=7,power=2.25 " + TIME).pack();
            assertThat(packed.points()).containsExactly(2, 3);
            assertThat(packed.values()).containsExactly(7, 2.25);
        }
    }

    /// Its time may have been cut off, so it is not of the moment.
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "   ", "\r", " \r"})
    void aLineWithoutATimeAndWithoutItsEndIsRefusedWhereverItIsFrom(String blanks) {
        TakenReadings cut = read("e,point=p value=1" + blanks, TimePrecision.NANOSECONDS, true);
        assertThat(codes(cut)).containsExactly("TIME_MISSING");
        assertThat(cut.count()).isZero();

        assertThat(
                        read("e,point=p value=1" + blanks + "\n", TimePrecision.NANOSECONDS, true)
                                .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "NANOSECONDS, 1767225600000000000",
        "MICROSECONDS, 1767225600000000",
        "MILLISECONDS, 1767225600000",
        "SECONDS, 1767225600",
        "MINUTES, 29453760",
        "HOURS, 490896"
    })
    void timesAreOfTheStatedUnit(TimePrecision precision, String time) {
        assertThat(read("e,point=p value=1 " + time, precision, false).pack().epochNanos())
                .containsExactly(Long.parseLong(TIME));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TIME_UNIT | 17 | e,point=p value=1 1767225600",
                "TIME_UNIT | 17 | e,point=p value=1 1767225600000",
                "TIME_UNIT | 17 | e,point=p value=1 -5",
                "NOT_A_TIME | 19 | e,point=p value=1 9999999999999999999",
                "MALFORMED | 11 | e,point=p 12.5 garbage x=7 " + TIME,
                "NOT_A_NUMBER | 17 | e,point=p value=1.5i " + TIME,
                "CLOCK_SKEW | 17 | e,point=p value=1 1767226800000000000",
                "NOT_A_TIME | 19 | e,point=p value=1 2026-01-01T00:00:00Z",
                "NOT_A_TIME | 19 | e,point=p value=1 17672256000000000000",
                "TIME_MISSING | 18 | e,point=p value=1",
                "MALFORMED | 19 | e,point=p value=1,5 " + TIME,
                "MALFORMED | 11 | e,point=p value " + TIME,
                "MALFORMED | 17 | e,point=p value= " + TIME,
                "MALFORMED | 1 | e,point=p",
                "MALFORMED | 1 | 17",
                "MALFORMED | 3 | e,point value=1 " + TIME,
                "MALFORMED | 17 | e,point=p value=\"abc 5",
                "NOT_A_NUMBER | 17 | e,point=p value=\"abc\" " + TIME,
                "NOT_A_NUMBER | 17 | e,point=p value=true " + TIME,
                "NOT_A_NUMBER | 17 | e,point=p value=NaN " + TIME,
                "NOT_A_NUMBER | 17 | e,point=p value=Inf " + TIME,
                "NOT_A_NUMBER | 17 | e,point=p value=1e999 " + TIME,
                "NOT_A_NUMBER | 17 | e,point=p value=- " + TIME,
                "NOT_A_NUMBER | 17 | e,point=p value=１２ " + TIME,
                "NEGATIVE_COUNTER | 17 | e,point=p value=-1 " + TIME,
                "ABOVE_MAXIMUM | 17 | e,point=p value=1000001 " + TIME,
                "OUT_OF_RANGE | 17 | e,point=p value=1e15 " + TIME,
                "UNKNOWN_POINT | 11 | e,point=q value=1 " + TIME,
                "UNKNOWN_POINT | 11 | e,other=q x=1 " + TIME,
            })
    void aBadLineIsRefusedWithItsPlaceAndTheOthersAreTaken(String code, int column, String line) {
        for (int i = 0; i < 2; i++) {
            TakenReadings taken =
                    read(
                            "e,point=p value=1 %s\n%s\ne,point=p value=2 %s"
                                    .formatted(TIME, line, TIME));
            assertThat(codes(taken)).containsExactly(code);
            assertThat(taken.refused().getFirst().place()).isEqualTo(2);
            assertThat(taken.count()).isEqualTo(2);
        }
        assertThat(read(line).refused().getFirst().column()).isEqualTo(column);
    }

    @Test
    void commentsEmptyLinesByteOrderMarksAndCarriageReturnsAreNoReadings() {
        TakenReadings taken =
                read(
                        "\uFEFF# written by hand\r\n\r\n  \r\ne,point=p value=1 %s  \r\n"
                                .formatted(TIME));
        assertThat(taken.refused()).isEmpty();
        assertThat(taken.count()).isEqualTo(1);
    }

    @Test
    void aLineWithoutATimeIsOfNowWhereItsSenderIsLive() {
        assertThat(read("e,point=p value=1\n", TimePrecision.SECONDS, true).pack().epochNanos())
                .containsExactly(ReadingRules.epochNanos(NOW));
    }

    @Test
    void aLineThatWasCutIsRefusedWhereverItEnds() {
        String line = "energy,point=p value=64943.328 " + TIME;
        for (int end = 1; end < line.length(); end++) {
            TakenReadings taken = read(line.substring(0, end));
            assertThat(taken.count()).as(line.substring(0, end)).isZero();
            assertThat(taken.refusals()).isEqualTo(1);
        }
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        byte[] line = "e,point=?p value=1 %s".formatted(TIME).getBytes(StandardCharsets.UTF_8);
        line[8] = (byte) 0xFF;
        assertThat(codes(read(line, TimePrecision.NANOSECONDS, false)))
                .containsExactly("NOT_UTF_8");
        line[8] = 0;
        assertThat(codes(read(line, TimePrecision.NANOSECONDS, false)))
                .containsExactly("MALFORMED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e,point=p a=1 " + TIME + "\ne,point=p b=1 " + TIME})
    void twoFieldsOfOnePointAreRefusedWhicheverOneIsMeant(String before) {
        read(before);
        TakenReadings taken = read("e,point=p a=1,b=2 " + TIME);
        assertThat(taken.count()).isZero();
        assertThat(codes(taken)).containsExactly("SEVERAL_FIELDS", "SEVERAL_FIELDS");
    }

    @Test
    void linesWithinQuotesAreNoReadings() {
        TakenReadings taken =
                read(
                        "log msg=\"x\ne,point=p value=9 %1$s\ny\" %1$s\ne,point=p value=1 %1$s"
                                .formatted(TIME));
        assertThat(taken.pack().values()).containsExactly(1);
        assertThat(codes(taken)).containsExactly("MALFORMED", "MALFORMED", "MALFORMED");
        assertThat(read("log msg=\"x\ne,point=p value=9 " + TIME).count()).isEqualTo(1);
    }

    @Test
    void refusalsAreToldInTheOrderOfTheBody() {
        TakenReadings taken = read("zz,a=b value=1 " + TIME + "\nbroken\n");
        assertThat(codes(taken)).containsExactly("UNKNOWN_POINT", "MALFORMED");
        assertThat(taken.firstRefused().orElseThrow().place()).isEqualTo(1);
    }

    @Test
    void timesReadInTooLargeAUnitAreRefusedAsSuch() {
        assertThat(codes(read("e,point=p value=1 " + TIME, TimePrecision.MILLISECONDS, false)))
                .containsExactly("TIME_UNIT");
    }

    @Test
    void aLiveLineThatWasCutIsNotTaken() {
        assertThat(codes(read("e,point=p value=649", TimePrecision.SECONDS, true)))
                .containsExactly("TIME_MISSING");
    }

    @Test
    void aPointThatIsDefinedLaterIsFoundOncePointsChanged() {
        assertThat(read("e,point=new value=1 " + TIME).count()).isZero();
        define(9, "new", false);
        assertThat(read("e,point=new value=1 " + TIME).count()).isZero();
        index.forget(new PointsChanged());
        assertThat(read("e,point=new value=1 " + TIME).count()).isEqualTo(1);
    }

    /// The point is defined, and all who remember points are told, between the question and its
    /// answer.
    @Test
    void anAnswerFromBeforeAChangeIsNotRemembered() {
        List<SeriesIndex> asking = new ArrayList<>();
        var late =
                new SeriesIndex(ids -> {
                    if (asking.isEmpty()) {
                        return Map.copyOf(points);
                    }
                    asking.removeFirst().forget(new PointsChanged());
                    return Map.of();
                });
        asking.add(late);
        var name =
                new SeriesName("e", List.of(new SeriesName.Label("point", "p")), Optional.empty());
        SeriesKey key = new SeriesKey().of(new byte[] {1}, 0, 1).kept();

        assertThat(late.find(Map.of(key, name))).isEmpty();

        assertThat(late.isUnknown(key)).isFalse();
        assertThat(late.find(Map.of(key, name))).containsKey(key);
    }

    /// What is held is let go of whenever points change, also between the two readings of a line.
    @Test
    void aKnownFieldIsTakenBesideANewOneThoughPointsChangeMeanwhile() {
        List<SeriesIndex> changing = new ArrayList<>();
        var changed =
                new SeriesIndex(ids -> {
                    changing.forEach(index -> index.forget(new PointsChanged()));
                    return Map.copyOf(points);
                });
        byte[] known =
                ("energy,dc=dc1,meter=m1 value=7 " + TIME + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] both =
                ("energy,dc=dc1,meter=m1 value=7,power=3 " + TIME + "\n")
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(read(changed, known).count()).isEqualTo(1);
        changing.add(changed);

        TakenReadings taken = read(changed, both);

        assertThat(codes(taken)).isEmpty();
        assertThat(taken.pack().points()).containsExactly(2, 3);
    }

    private static TakenReadings read(SeriesIndex index, byte[] bytes) {
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

    @Test
    void moreSeriesThanAreLookedForTogetherAreAllFound() {
        var lines = new StringBuilder();
        for (int i = 100; i < 13_100; i++) {
            define(i, "many-" + i, false);
            lines.append("e,point=many-%d value=1 %s\n".formatted(i, TIME));
        }
        assertThat(read(lines.toString()).count()).isEqualTo(13_000);
        assertThat(read(lines.toString()).count()).isEqualTo(13_000);
    }

    @Test
    void aBodyOfTooManyReadingsIsRefusedAsAWhole() {
        assertThatThrownBy(() -> read("x\n".repeat(TakenReadings.MOST_READINGS + 1)))
                .isInstanceOf(BodyTooLarge.class)
                .hasMessageContaining("500000 readings");
    }

    @Test
    void limitsAreNamed() {
        assertThat(
                        codes(
                                read(
                                        "e,point=p value=1 "
                                                + TIME
                                                + "\ne,a="
                                                + "x".repeat(5_000)
                                                + " v=1 "
                                                + TIME)))
                .containsExactly("SERIES_TOO_LONG");
        assertThat(codes(read("e" + ",a=1".repeat(65) + " v=1 " + TIME)))
                .containsExactly("TOO_MANY_TAGS");
        assertThat(codes(read("e v=1" + ",v=1".repeat(256) + " " + TIME)))
                .containsExactly("TOO_MANY_FIELDS");
        assertThat(codes(read("e," + "a".repeat(70_000) + "=1 v=1 " + TIME)))
                .containsExactly("LINE_TOO_LONG");
    }

    @Test
    void refusalsBeyondTheLimitAreCounted() {
        TakenReadings taken = read("x\n".repeat(5_000));
        assertThat(taken.refusals()).isEqualTo(5_000);
        assertThat(taken.refused()).hasSize(TakenReadings.MOST_TOLD);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noBytesBreakIt(long seed) {
        var random = new Random(seed);
        byte[] good =
                "energy,dc=dc1,meter=m1 value=7,power=2.25 %s\ne,point=p value=1 %s\n"
                        .formatted(TIME, TIME)
                        .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2_000; i++) {
            byte[] body = Arrays.copyOf(good, random.nextInt(good.length + 1));
            for (int changes = random.nextInt(6); changes > 0 && body.length > 0; changes--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            TakenReadings taken = read(body, TimePrecision.NANOSECONDS, random.nextBoolean());
            assertThat(taken.count())
                    .as("seed %d, body %s", seed, new String(body, StandardCharsets.UTF_8))
                    .isLessThanOrEqualTo(3);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void numbersAreTheNearestOfTheirKind(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text =
                    BigDecimal.valueOf(random.nextLong() >> random.nextInt(63), random.nextInt(12))
                            .toPlainString();
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(ReadingNumber.of(bytes, 0, bytes.length))
                    .as("seed %d", seed)
                    .isEqualTo(Double.parseDouble(text) + 0.0);
        }
    }
}
