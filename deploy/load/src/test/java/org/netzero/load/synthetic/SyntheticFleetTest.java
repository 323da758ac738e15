package org.netzero.load.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntheticFleetTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long FROM = START.getEpochSecond();
    private static final long HOUR = 3_600;
    private static final int METERS = 5;

    private static SyntheticFleet fleet(long seed) {
        return new SyntheticFleet(new SyntheticFleet.Plan(seed, "t", 2, METERS), START);
    }

    private static String lines(SyntheticFleet fleet, long second) {
        byte[] body = new LineBodies(fleet, 0, 2 * METERS, new byte[0]).at(second);
        return new String(body, StandardCharsets.US_ASCII);
    }

    @Test
    void theSameSeedMakesTheSameBytes() {
        long second = FROM + 50 * HOUR + 1_234;

        assertThat(lines(fleet(7), second)).isEqualTo(lines(fleet(7), second));
        assertThat(lines(fleet(7), second)).isNotEqualTo(lines(fleet(8), second));
    }

    @Test
    void linesThatArePatchedAreThoseThatAreWritten() {
        SyntheticFleet fleet = fleet(7);
        long second = FROM + 3 * HOUR + 61;
        List<SyntheticReading> readings =
                IntStream.range(0, 2 * METERS)
                        .mapToObj(meter -> fleet.readings(meter, second, 1, 1).getFirst())
                        .toList();

        Optional<byte[]> written = Protocol.LINES.write(readings);

        assertThat(new String(written.orElseThrow(), StandardCharsets.US_ASCII))
                .isEqualTo(lines(fleet, second));
    }

    @Test
    void countersRiseAndWhatEntersIsWhatIsTakenAndLost() {
        SyntheticFleet fleet = fleet(7);
        for (long hour = 0; hour < 200; hour++) {
            long from = FROM + hour * HOUR;
            long[] used = new long[METERS];
            for (int meter = 0; meter < METERS; meter++) {
                used[meter] = fleet.wattHours(meter, from + HOUR) - fleet.wattHours(meter, from);
                assertThat(used[meter]).isPositive();
            }
            long it = used[2] + used[3] + used[4];
            assertThat(used[0]).isEqualTo(it + used[1] + (long) (it * 0.05));
        }
    }

    @Test
    void nightsAndColdDaysTakeLess() {
        SyntheticFleet fleet = fleet(7);
        long monday = FROM + 4 * 24 * HOUR;

        assertThat(used(fleet, 2, monday + 2 * HOUR))
                .isLessThan(used(fleet, 2, monday + 14 * HOUR));
        double winter = coolingShare(fleet, FROM);
        double summer = coolingShare(fleet, FROM + 190 * 24 * HOUR);
        assertThat(winter).isLessThan(summer);
    }

    @Test
    void coolingFollowsTheTemperatureThatIsTold() {
        SyntheticFleet fleet = fleet(7);
        long july = FROM + 190 * 24 * HOUR;
        for (long from = july; from < july + 24 * HOUR; from += HOUR) {
            long it = used(fleet, 2, from) + used(fleet, 3, from) + used(fleet, 4, from);
            double warm = Math.max(0, fleet.celsius(0, from + 1_800) - 12);

            assertThat(used(fleet, 1, from)).isEqualTo((long) (it * (0.06 + 0.012 * warm)));
        }
    }

    private static long used(SyntheticFleet fleet, int meter, long from) {
        return fleet.wattHours(meter, from + HOUR) - fleet.wattHours(meter, from);
    }

    private static double coolingShare(SyntheticFleet fleet, long from) {
        long cooling = fleet.wattHours(1, from + 24 * HOUR) - fleet.wattHours(1, from);
        long all = fleet.wattHours(0, from + 24 * HOUR) - fleet.wattHours(0, from);
        return (double) cooling / all;
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultCanBeSaidInSomeProtocolAndIsNotWhatIsRight(Fault fault) {
        List<SyntheticReading> readings = fleet(7).readings(0, FROM, HOUR, 6);

        List<Fault.Body> bodies = fault.bodies(Protocol.LINES, readings);

        assertThat(bodies).isNotEmpty();
        Fault.Body right =
                new Fault.Body(
                        Protocol.LINES.write(readings).orElseThrow(), Protocol.LINES.headers());
        assertThat(
                        bodies.size() == 1
                                && bodies.getFirst().headers().equals(right.headers())
                                && Arrays.equals(bodies.getFirst().bytes(), right.bytes()))
                .isFalse();
    }

    @Test
    void textIsNoValueOfRemoteWrite() {
        List<SyntheticReading> readings = fleet(7).readings(0, FROM, HOUR, 6);

        assertThat(Fault.TEXT.bodies(Protocol.REMOTE_WRITE, readings)).isEmpty();
        assertThat(Fault.NOT_A_NUMBER.bodies(Protocol.REMOTE_WRITE, readings)).hasSize(1);
    }

    @Test
    void aFleetBeginsWithAnHourAndHasMeters() {
        assertThatThrownBy(() ->
                        new SyntheticFleet(
                                new SyntheticFleet.Plan(1, "t", 1, 3), START.plusSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SyntheticFleet.Plan(1, "t", 0, 3))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
