package org.netzero.energy.meter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.netzero.platform.imports.RowOutcome;

/// What is known of one meter around the intervals of a batch, and what becomes of each of them in
/// the light of it.
///
/// - a new interval that overlaps no other: stored;
/// - a known interval with the same content, also one superseded since: a duplicate;
/// - with other content: a conflict, unless its revision is one more than the known one;
/// - an interval that overlaps another without being it: refused.
final class Timeline {

    private static final RowOutcome ACCEPTED = new RowOutcome.Accepted();
    private static final RowOutcome DUPLICATE = new RowOutcome.Duplicate();

    /// What is on file, or is about to be.
    record Known(int minutes, long joules, ReadingQuality quality, int revision) {

        boolean says(DatedInterval interval) {
            return minutes == interval.minutes()
                    && joules == interval.joules()
                    && quality == interval.quality();
        }
    }

    /// An interval that was superseded.
    private record Former(int start, int revision) {}

    private final NavigableMap<Integer, Known> intervals = new TreeMap<>();
    private final Map<Former, Known> superseded = new java.util.HashMap<>();

    /// Intervals that came behind every other, in their order, and are not among the others yet:
    /// nearly all do, and nobody asks for them again.
    private final List<DatedInterval> behind = new ArrayList<>();

    private int end = Integer.MIN_VALUE;

    void note(int start, Known known) {
        intervals.put(start, known);
        end = Math.max(end, start + known.minutes());
    }

    void noteSuperseded(int start, Known known) {
        superseded.put(new Former(start, known.revision()), known);
    }

    /// What an interval would take the place of.
    Optional<Known> at(int start) {
        return Optional.ofNullable(all().get(start));
    }

    private NavigableMap<Integer, Known> all() {
        behind.forEach(interval -> intervals.put(interval.start(), known(interval)));
        behind.clear();
        return intervals;
    }

    /// Decides, and takes an accepted interval into account from then on.
    RowOutcome take(DatedInterval interval) {
        if (interval.start() >= end && interval.revision() == 1) {
            end = interval.end();
            behind.add(interval);
            return ACCEPTED;
        }
        Known known = all().get(interval.start());
        return known == null ? takeNew(interval) : takeKnown(interval, known);
    }

    private RowOutcome takeNew(DatedInterval interval) {
        if (interval.revision() > 1) {
            return new RowOutcome.Rejected(
                    "revision",
                    "NOTHING_TO_SUPERSEDE",
                    "nothing is on file of '%s' at %s that revision %d could take the place of; leave the revision out"
                            .formatted(
                                    interval.meter().meterId(),
                                    interval.startInstant(),
                                    interval.revision()));
        }
        Map.Entry<Integer, Known> before = intervals.lowerEntry(interval.start());
        if (before != null && before.getKey() + before.getValue().minutes() > interval.start()) {
            return overlapping(interval, before);
        }
        Map.Entry<Integer, Known> after = intervals.higherEntry(interval.start());
        if (after != null && after.getKey() < interval.end()) {
            return overlapping(interval, after);
        }
        put(interval);
        return ACCEPTED;
    }

    private static RowOutcome overlapping(DatedInterval interval, Map.Entry<Integer, Known> other) {
        return new RowOutcome.Rejected(
                "start",
                "OVERLAPPING_INTERVAL",
                "%d minutes from %s overlap the %d minutes from %s of '%s'; send a meter's energy of a time once, in one resolution"
                        .formatted(
                                interval.minutes(),
                                interval.startInstant(),
                                other.getValue().minutes(),
                                DatedInterval.instantOf(other.getKey()),
                                interval.meter().meterId()));
    }

    private RowOutcome takeKnown(DatedInterval interval, Known known) {
        if (interval.revision() < known.revision()) {
            Known former = superseded.get(new Former(interval.start(), interval.revision()));
            return former != null && former.says(interval) ? DUPLICATE : conflict(interval, known);
        }
        if (known.says(interval)) {
            return DUPLICATE;
        }
        if (interval.revision() != known.revision() + 1) {
            return conflict(interval, known);
        }
        if (interval.minutes() != known.minutes()) {
            return new RowOutcome.Rejected(
                    "end",
                    "OTHER_LENGTH",
                    "a correction has the %d minutes of what it supersedes, not %d"
                            .formatted(known.minutes(), interval.minutes()));
        }
        noteSuperseded(interval.start(), known);
        put(interval);
        return ACCEPTED;
    }

    private static RowOutcome conflict(DatedInterval interval, Known known) {
        return new RowOutcome.Rejected(
                "start",
                "ID_CONFLICT",
                "'%s' has %s kWh in %d minutes from %s on file as revision %d; to correct it, send the row with revision %d"
                        .formatted(
                                interval.meter().meterId(),
                                ExactEnergy.kwh(known.joules()).toPlainString(),
                                known.minutes(),
                                interval.startInstant(),
                                known.revision(),
                                known.revision() + 1));
    }

    private void put(DatedInterval interval) {
        note(interval.start(), known(interval));
    }

    private static Known known(DatedInterval interval) {
        return new Known(
                interval.minutes(), interval.joules(), interval.quality(), interval.revision());
    }
}
