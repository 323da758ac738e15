package org.netzero.datacenter.telemetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.netzero.datacenter.metering.RevisionPolicy;

/// The readings of one point within one hour, in the order of their time, and the other values that
/// arrived for times that had one.
///
/// It is stored in parts of [#PART_READINGS], of which those are written that are not as they were:
/// of readings that come one after the other no more than the last one.
final class Chunk {

    /// Readings stored together: an hour of those that come every half a minute.
    static final int PART_READINGS = 120;

    /// Other values that are kept of an hour.
    private static final int MOST_REVISIONS = 1_000;

    private long[] epochNanos = new long[0];
    private double[] values = new double[0];
    private int count;
    private List<Revision> revisions = List.of();
    private int changedHour;
    private int firstUnwritten;

    /// What became of a reading that arrived.
    enum Outcome {
        /// It is new.
        ADDED,
        /// The same reading was there: nothing changed.
        KNOWN,
        /// Another value was there for this time; this one is kept beside it.
        REVISED
    }

    /// Another value that arrived for a time that had one.
    ///
    /// @param value NaN where it is not known any more
    record Revision(long epochNano, double value) {}

    /// @param arrivedHour when it arrived, in hours since 1970
    Outcome add(long epochNano, double value, int arrivedHour) {
        int at =
                count == 0 || epochNano > epochNanos[count - 1]
                        ? -count - 1
                        : Arrays.binarySearch(epochNanos, 0, count, epochNano);
        if (at < 0) {
            insert(-at - 1, epochNano, value);
            changed(-at - 1, arrivedHour);
            return Outcome.ADDED;
        }
        if (values[at] == value || !revise(new Revision(epochNano, value))) {
            return Outcome.KNOWN;
        }
        changed(at, arrivedHour);
        return Outcome.REVISED;
    }

    private void changed(int at, int arrivedHour) {
        changedHour = Math.max(changedHour, arrivedHour);
        firstUnwritten = Math.min(firstUnwritten, at);
    }

    private void insert(int at, long epochNano, double value) {
        if (count == epochNanos.length) {
            makeRoom(Math.max(4, count * 2));
        }
        if (at < count) {
            System.arraycopy(epochNanos, at, epochNanos, at + 1, count - at);
            System.arraycopy(values, at, values, at + 1, count - at);
        }
        epochNanos[at] = epochNano;
        values[at] = value;
        count++;
    }

    private void makeRoom(int capacity) {
        epochNanos = Arrays.copyOf(epochNanos, capacity);
        values = Arrays.copyOf(values, capacity);
    }

    private boolean revise(Revision revision) {
        if (revisions.size() >= MOST_REVISIONS || revisions.contains(revision)) {
            return false;
        }
        appendRevision(revision);
        return true;
    }

    int count() {
        return count;
    }

    long epochNano(int i) {
        return epochNanos[i];
    }

    /// The value that arrived first.
    double value(int i) {
        return values[i];
    }

    /// The value that counts.
    double value(int i, RevisionPolicy policy) {
        return switch (policy) {
            case FIRST_KEPT -> values[i];
            case LAST_WINS -> revisions.isEmpty() ? values[i] : lastValue(i);
        };
    }

    private double lastValue(int i) {
        double last = values[i];
        for (Revision revision : revisions) {
            if (revision.epochNano() == epochNanos[i] && !Double.isNaN(revision.value())) {
                last = revision.value();
            }
        }
        return last;
    }

    /// The place of the reading of a time that has one.
    int indexOf(long epochNano) {
        return Arrays.binarySearch(epochNanos, 0, count, epochNano);
    }

    /// In the order in which they arrived.
    List<Revision> revisions() {
        return revisions;
    }

    /// When a reading last changed something here, in hours since 1970.
    int changedHour() {
        return changedHour;
    }

    /// Whether another value arrived for a time that had one.
    boolean isRevised() {
        return !revisions.isEmpty();
    }

    /// In how many parts it is stored.
    int parts() {
        return Math.ceilDiv(count, PART_READINGS);
    }

    /// The first part that is not stored as it is now; as many as there are where all are.
    int firstUnwrittenPart() {
        return firstUnwritten >= count ? parts() : firstUnwritten / PART_READINGS;
    }

    /// All of it is stored as it is now.
    void written() {
        firstUnwritten = count;
    }

    /// Nothing of it is stored as it should be.
    void unwritten() {
        firstUnwritten = 0;
    }

    /// Adds readings that are stored, behind those before.
    void append(long[] times, double[] numbers, int changed) {
        makeRoom(count + times.length);
        System.arraycopy(times, 0, epochNanos, count, times.length);
        System.arraycopy(numbers, 0, values, count, times.length);
        count += times.length;
        changedHour = Math.max(changedHour, changed);
        written();
    }

    void appendRevision(Revision revision) {
        if (revisions.isEmpty()) {
            revisions = new ArrayList<>(1);
        }
        revisions.add(revision);
    }

    /// Another value arrived for one of the times, it is not known for which.
    void reviseUnknown() {
        appendRevision(new Revision(epochNanos[0], Double.NaN));
    }
}
