package org.netzero.energy.meter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.netzero.platform.problem.InvalidInput;

/// An interval whose place in time is known. Moments are minutes since 1970: an interval starts and
/// ends on one.
///
/// @param index the place of its row in the batch
/// @param day the local day of the site it lies on, counted from 1970
record DatedInterval(
        int index,
        MeterBook.Entry meter,
        int start,
        int minutes,
        long joules,
        ReadingQuality quality,
        int revision,
        int day) {

    static final int MINUTES_PER_HOUR = 60;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int SECONDS_PER_HOUR = 3_600;
    private static final long EARLIEST = Instant.parse("1990-01-01T00:00:00Z").getEpochSecond();
    private static final long AHEAD_SECONDS = 86_400;

    /// The last moment at which an interval may start, in seconds since 1970.
    static long latest(Clock clock) {
        return clock.instant().getEpochSecond() + AHEAD_SECONDS;
    }

    /// @param latest see [#latest(Clock)]
    /// @throws InvalidInput when the row names no interval in the zone of its site
    static DatedInterval of(int index, IntervalRow row, MeterBook.Entry meter, long latest) {
        long start = instant("start", row.start(), meter.clock());
        long seconds =
                row.end().isEmpty()
                        ? SECONDS_PER_HOUR
                        : instant("end", row.end().get(), meter.clock()) - start;
        checkLength(row, seconds);
        checkPlace(row, start, (int) seconds, meter.clock(), latest);
        return new DatedInterval(
                index,
                meter,
                (int) (start / SECONDS_PER_MINUTE),
                (int) seconds / SECONDS_PER_MINUTE,
                row.joules(),
                row.quality(),
                row.revision(),
                meter.clock().dayOf(start));
    }

    private static long instant(String field, StatedMoment stated, Clockface clock) {
        if (!stated.local()) {
            return stated.seconds();
        }
        long[] instants = stated.instantsIn(clock);
        if (instants.length == 0) {
            throw new InvalidInput(
                    field,
                    "NO_SUCH_HOUR",
                    "'%s' does not exist in %s: the clock is put forward over it; write the hour that was measured with its offset"
                            .formatted(stated, clock.zone()));
        }
        if (instants.length > 1) {
            throw new InvalidInput(
                    field,
                    "AMBIGUOUS_HOUR",
                    "'%s' comes twice in %s, where the clock is put back; write it with its offset, as %s or %s"
                            .formatted(
                                    stated,
                                    clock.zone(),
                                    Instant.ofEpochSecond(instants[0])
                                            .atZone(clock.zone())
                                            .toOffsetDateTime(),
                                    Instant.ofEpochSecond(instants[1])
                                            .atZone(clock.zone())
                                            .toOffsetDateTime()));
        }
        return instants[0];
    }

    private static void checkLength(IntervalRow row, long seconds) {
        if (seconds <= 0) {
            throw new InvalidInput(
                    "end",
                    "END_NOT_AFTER_START",
                    "'%s' is not after the start '%s'; the end is the first moment that no longer belongs"
                            .formatted(row.end().orElse(row.start()), row.start()));
        }
        if (seconds > SECONDS_PER_HOUR
                || seconds % SECONDS_PER_MINUTE != 0
                || SECONDS_PER_HOUR % seconds != 0) {
            throw new InvalidInput(
                    "end",
                    "NOT_A_PART_OF_AN_HOUR",
                    "'%s' is %d seconds after the start; an interval is an hour or divides one, such as 15 or 30 minutes. What is longer is an energy record"
                            .formatted(row.end().orElse(row.start()), seconds));
        }
    }

    private static void checkPlace(
            IntervalRow row, long start, int seconds, Clockface zone, long latest) {
        if (Math.floorMod(zone.shownAt(start), (long) seconds) != 0) {
            throw new InvalidInput(
                    "start",
                    "OFF_THE_HOUR",
                    "'%s' does not divide its hour: an interval of %d minutes starts at a multiple of them after the full hour"
                            .formatted(row.start(), seconds / SECONDS_PER_MINUTE));
        }
        if (start < EARLIEST) {
            throw new InvalidInput(
                    "start", "IMPLAUSIBLE_DATE", "'%s' lies before 1990".formatted(row.start()));
        }
        if (start > latest) {
            throw new InvalidInput(
                    "start",
                    "IN_THE_FUTURE",
                    "'%s' lies in the future; energy is recorded once it is used"
                            .formatted(row.start()));
        }
    }

    int end() {
        return start + minutes;
    }

    LocalDate month() {
        return LocalDate.ofEpochDay(day).withDayOfMonth(1);
    }

    Instant startInstant() {
        return instantOf(start);
    }

    static Instant instantOf(int minute) {
        return Instant.ofEpochSecond((long) minute * SECONDS_PER_MINUTE);
    }

    boolean isEstimated() {
        return quality == ReadingQuality.ESTIMATED;
    }
}
