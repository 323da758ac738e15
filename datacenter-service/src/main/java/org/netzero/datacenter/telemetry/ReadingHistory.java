package org.netzero.datacenter.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.netzero.datacenter.metering.HourlyAmounts;
import org.netzero.datacenter.metering.Readings;
import org.netzero.datacenter.metering.RevisionPolicy;

/// The readings of all points of a partition, kept by point and hour.
///
/// Hours in which nothing changed for a time are settled: their readings are let go of, but for
/// those on either edge, on which the hours beyond depend. A reading within them changes nothing
/// any more; one before, between or after settled hours does.
final class ReadingHistory {

    /// How far the neighbours of a reading are looked for: no gap is bridged over a longer time.
    private static final int REACH_HOURS =
            (int) (HourlyAmounts.LONGEST_BRIDGED_NANOS / HourlyAmounts.HOUR_NANOS) + 1;

    /// Hours kept on either edge of settled ones. A reading beyond changes hours up to that of its
    /// farthest neighbour, and these need as many neighbours again.
    private static final int EDGE = 2 * HourlyAmounts.NEIGHBOURS;

    private final HeldChunks chunks;
    private final SettledHours settled;

    ReadingHistory(HeldChunks chunks, SettledHours settled) {
        this.chunks = chunks;
        this.settled = settled;
    }

    /// Keeps readings.
    ///
    /// @param arrivedHour when they arrived, in hours since 1970
    /// @param changed is told of each reading that changed something
    /// @return how many fell into settled hours
    int add(PackedReadings readings, int arrivedHour, Changed changed) {
        int tooLate = 0;
        for (int i = 0; i < readings.count(); i++) {
            int point = readings.points()[i];
            long epochNano = readings.epochNanos()[i];
            int hour = HourlyAmounts.hourOf(epochNano);
            if (PackedReadings.isMeterChange(readings.values()[i])) {
                if (settled.contains(point, hour)) {
                    changed.tooLate(point, hour, epochNano);
                    tooLate++;
                } else {
                    changed.reading(point, hour, epochNano);
                }
                continue;
            }
            HeldPoint held = chunks.point(point);
            HeldPoint.HeldHour open = held.hour(hour);
            if (open == null || !open.isOpen()) {
                if (settled.contains(point, hour)) {
                    changed.tooLate(point, hour, epochNano);
                    tooLate++;
                    continue;
                }
                open = chunks.open(held, hour);
            }
            if (open.chunk().add(epochNano, readings.values()[i], arrivedHour)
                    != Chunk.Outcome.KNOWN) {
                chunks.changed(held, open);
                changed.reading(point, hour, epochNano);
            } else {
                chunks.known(open);
            }
        }
        return tooLate;
    }

    /// What became of times that were read again.
    ///
    /// @param restored those of which the state lacked something
    /// @param settled those in settled hours, which stay as they are
    record Mended(int restored, int settled) {}

    /// Keeps what the state lacks of readings that arrived before. No hour is told by this: whoever
    /// read them again asks for those that they were read for, since those beyond may lack more.
    ///
    /// @param arrivedHour when they were read again, in hours since 1970
    Mended mend(RereadReadings reread, int arrivedHour) {
        int[] restored = {0};
        int[] inSettled = {0};
        reread.forEachTime((point, epochNano, values, areAll) -> {
            HeldPoint held = chunks.point(point);
            int hour = HourlyAmounts.hourOf(epochNano);
            HeldPoint.HeldHour open = held.hour(hour);
            if (open == null || !open.isOpen()) {
                if (settled.contains(point, hour)) {
                    inSettled[0]++;
                    return;
                }
                open = chunks.open(held, hour);
            }
            if (open.chunk().addOlder(epochNano, values, areAll, arrivedHour)
                    == Chunk.Outcome.KNOWN) {
                chunks.known(open);
            } else {
                chunks.changed(held, open);
                restored[0]++;
            }
        });
        return new Mended(restored[0], inSettled[0]);
    }

    /// Is told of readings that changed something, and of those that came too late to do so.
    @FunctionalInterface
    interface Changed {
        void reading(int point, int hour, long epochNano);

        /// The hour is settled, and stays as it is.
        default void tooLate(int point, int hour, long epochNano) {}
    }

    /// Whether no reading changes this hour any more.
    boolean isSettled(int point, int hour) {
        return settled.contains(point, hour);
    }

    /// Is told of hours of a point that are not computed any more.
    @FunctionalInterface
    interface Final {
        void hours(int point, HourRange hours);
    }

    /// Settles the hours in which nothing changed since a given one.
    void settle(int unchangedSinceHour, Final settledFor) {
        var runs = new QuietRuns(unchangedSinceHour);
        chunks.forEach(runs::next);
        runs.end();
        runs.found.forEach(run -> settle(run, settledFor));
    }

    /// Hours of a point next to each other, as far as it has readings, in which nothing changed.
    private final class QuietRuns {
        private final int unchangedSinceHour;
        private final List<List<HeldChunks.StoredHour>> found = new ArrayList<>();
        private List<HeldChunks.StoredHour> run = new ArrayList<>();

        QuietRuns(int unchangedSinceHour) {
            this.unchangedSinceHour = unchangedSinceHour;
        }

        void next(HeldChunks.StoredHour hour) {
            boolean isQuiet = hour.changedHour() < unchangedSinceHour;
            if (!run.isEmpty() && (!isQuiet || !goesOn(run.getLast(), hour))) {
                end();
            }
            if (isQuiet) {
                run.add(hour);
            }
        }

        void end() {
            if (run.size() > 2 * EDGE) {
                found.add(run);
            }
            run = new ArrayList<>();
        }
    }

    /// Whether the time between two hours belongs to them: it is short enough to be bridged, or
    /// settled with them before.
    private boolean goesOn(HeldChunks.StoredHour before, HeldChunks.StoredHour after) {
        return before.point() == after.point()
                && (after.hour() - before.hour() <= REACH_HOURS
                        || settled.contains(before.point(), before.hour() + 1));
    }

    /// @param run hours of a point next to each other, as far as it has readings
    private void settle(List<HeldChunks.StoredHour> run, Final settledFor) {
        settled.add(
                run.getFirst().point(), new HourRange(run.getFirst().hour(), run.getLast().hour()));
        List<HeldChunks.StoredHour> within = run.subList(EDGE, run.size() - EDGE);
        settledFor.hours(
                run.getFirst().point(),
                new HourRange(within.getFirst().hour(), within.getLast().hour()));
        chunks.delete(within);
    }

    /// The hours that depend on readings within a stretch: up to those of the neighbours on either
    /// side.
    HourRange dependingOn(int point, long firstNano, long lastNano) {
        Neighbours before = before(point, firstNano, RevisionPolicy.FIRST_KEPT);
        Neighbours after = after(point, lastNano, RevisionPolicy.FIRST_KEPT);
        return new HourRange(
                HourlyAmounts.hourOf(before.count == 0 ? firstNano : before.farthest()),
                HourlyAmounts.hourOf(after.count == 0 ? lastNano : after.farthest()));
    }

    /// The hours of a range that lie between readings, which may be long before and after it, as
    /// far as a gap is bridged; none where there are no readings.
    Optional<HourRange> withReadings(int point, HourRange range) {
        int from = range.first() - REACH_HOURS;
        int to = range.last() + REACH_HOURS;
        OptionalInt first = chunks.hourAfter(point, from - 1, to);
        OptionalInt last = chunks.hourBefore(point, to + 1, from);
        if (first.isEmpty()
                || last.isEmpty()
                || first.getAsInt() > range.last()
                || last.getAsInt() < range.first()) {
            return Optional.empty();
        }
        return Optional.of(
                new HourRange(
                        Math.max(range.first(), first.getAsInt()),
                        Math.min(range.last(), last.getAsInt())));
    }

    /// The readings within a range of hours and their neighbours on either side.
    ///
    /// @param policy which of several values of a time counts
    Readings around(int point, HourRange hours, RevisionPolicy policy) {
        Neighbours before = before(point, hours.first() * HourlyAmounts.HOUR_NANOS, policy);
        Neighbours after = after(point, (hours.last() + 1) * HourlyAmounts.HOUR_NANOS - 1, policy);
        List<Integer> within = hoursWithin(point, hours);
        int count = before.count + after.count;
        for (int hour : within) {
            count += chunks.find(point, hour).orElseThrow().count();
        }
        var epochNanos = new long[count];
        var values = new double[count];
        int at = 0;
        for (int i = before.count - 1; i >= 0; i--) {
            epochNanos[at] = before.epochNanos[i];
            values[at] = before.values[i];
            at++;
        }
        // found again: what was found may be folded meanwhile, and would stay unfolded
        for (int hour : within) {
            Chunk chunk = chunks.find(point, hour).orElseThrow();
            for (int i = 0; i < chunk.count(); i++) {
                epochNanos[at] = chunk.epochNano(i);
                values[at] = chunk.value(i, policy);
                at++;
            }
        }
        for (int i = 0; i < after.count; i++) {
            epochNanos[at] = after.epochNanos[i];
            values[at] = after.values[i];
            at++;
        }
        return new Readings(epochNanos, values);
    }

    /// The hours of the range in which another value arrived for a time that had one.
    Set<Integer> revisedHours(int point, HourRange hours) {
        return hoursWithin(point, hours).stream()
                .filter(hour -> chunks.find(point, hour).orElseThrow().isRevised())
                .collect(Collectors.toSet());
    }

    /// The hours of a range that have readings, in their order.
    private List<Integer> hoursWithin(int point, HourRange hours) {
        var found = new ArrayList<Integer>();
        OptionalInt hour = chunks.hourBefore(point, hours.last() + 1, hours.first());
        while (hour.isPresent()) {
            found.add(hour.getAsInt());
            hour =
                    hour.getAsInt() == hours.first()
                            ? OptionalInt.empty()
                            : chunks.hourBefore(point, hour.getAsInt(), hours.first());
        }
        return found.reversed();
    }

    /// Each as far away as the next one may be: how far they lie from the range does not depend on
    /// where within a gap it begins.
    private Neighbours before(int point, long nano, RevisionPolicy policy) {
        var found = new Neighbours();
        int hour = HourlyAmounts.hourOf(nano);
        OptionalInt next = chunks.hourBefore(point, hour + 1, hour - REACH_HOURS);
        while (next.isPresent() && !found.isFull()) {
            Chunk chunk = chunks.find(point, next.getAsInt()).orElseThrow();
            for (int i = chunk.lastBefore(nano); i >= 0 && !found.isFull(); i--) {
                found.add(chunk.epochNano(i), chunk.value(i, policy));
            }
            if (!found.isFull()) {
                int nearest = found.count == 0 ? hour : next.getAsInt();
                next = chunks.hourBefore(point, next.getAsInt(), nearest - REACH_HOURS);
            }
        }
        return found;
    }

    private Neighbours after(int point, long nano, RevisionPolicy policy) {
        var found = new Neighbours();
        int hour = HourlyAmounts.hourOf(nano);
        OptionalInt next = chunks.hourAfter(point, hour - 1, hour + REACH_HOURS);
        while (next.isPresent() && !found.isFull()) {
            Chunk chunk = chunks.find(point, next.getAsInt()).orElseThrow();
            for (int i = chunk.firstAfter(nano); i < chunk.count() && !found.isFull(); i++) {
                found.add(chunk.epochNano(i), chunk.value(i, policy));
            }
            int nearest = found.count == 0 ? hour : next.getAsInt();
            next = chunks.hourAfter(point, next.getAsInt(), nearest + REACH_HOURS);
        }
        return found;
    }

    /// The readings next to a time on one side, the nearest first.
    private static final class Neighbours {
        private final long[] epochNanos = new long[HourlyAmounts.NEIGHBOURS];
        private final double[] values = new double[HourlyAmounts.NEIGHBOURS];
        private int count;

        boolean isFull() {
            return count == HourlyAmounts.NEIGHBOURS;
        }

        void add(long epochNano, double value) {
            epochNanos[count] = epochNano;
            values[count] = value;
            count++;
        }

        long farthest() {
            return epochNanos[count - 1];
        }
    }
}
