package org.netzero.datacenter.telemetry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.netzero.datacenter.metering.RevisionPolicy;

/// The readings of one point within one hour, in the order of their time, and the other values that
/// arrived for times that had one.
///
/// It is stored in parts of [#PART_READINGS], of which those are written that are not as they were:
/// of readings that come one after the other no more than the last one. Parts that are stored as
/// they are can be folded: they are held as they are stored, in a tenth of the memory, and unfolded
/// by themselves when one of their readings is asked for.
final class Chunk {

    /// Readings stored together: an hour of those that come every half a minute.
    static final int PART_READINGS = 120;

    /// Other values that are kept of an hour.
    private static final int MOST_REVISIONS = 1_000;

    private static final int NEVER_FOLDED = 16;

    /// Room for so many more, as readings come behind those that are there.
    private static final int FEW = 4;

    private static final int READING_BYTES = Long.BYTES + Double.BYTES;
    private static final int ARRAY_BYTES = 24;

    private final int hour;

    /// The readings from [#folded] on.
    private long[] epochNanos = new long[0];

    private double[] values = new double[0];
    private int count;
    private int folded;

    /// The first parts as they are stored, of full ones that did not change since.
    private final List<byte[]> stored = new ArrayList<>(0);

    private int storedBytes;
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

    /// @param hour in hours since 1970
    Chunk(int hour) {
        this.hour = hour;
    }

    /// Another value that arrived for a time that had one.
    ///
    /// @param value NaN where it is not known any more
    record Revision(long epochNano, double value) {}

    /// @param arrivedHour when it arrived, in hours since 1970
    Outcome add(long epochNano, double value, int arrivedHour) {
        int at = isBehindAll(epochNano) ? -count - 1 : indexOf(epochNano);
        if (at < 0) {
            insert(-at - 1, epochNano, value);
            changed(-at - 1, arrivedHour);
            return Outcome.ADDED;
        }
        if (value(at) == value || !revise(new Revision(epochNano, value))) {
            return Outcome.KNOWN;
        }
        changed(at, arrivedHour);
        return Outcome.REVISED;
    }

    /// Adds the values that had arrived for a time before, in the order in which they did. What is
    /// known here of that time and is not among them arrived after them: the value that counts last
    /// stays the last.
    ///
    /// @param older different values, at least one
    /// @param areAll whether they are all that arrived up to some moment. Where they may lack the
    ///   first ones, nothing is changed if all of them are known, and what is known to have arrived
    ///   before one of them stays before them
    /// @param arrivedHour when they were read again, in hours since 1970
    Outcome addOlder(long epochNano, double[] older, boolean areAll, int arrivedHour) {
        int at = isBehindAll(epochNano) ? -count - 1 : indexOf(epochNano);
        if (at < 0) {
            insert(-at - 1, epochNano, older[0]);
            for (int i = 1; i < older.length; i++) {
                revise(new Revision(epochNano, older[i]));
            }
            changed(-at - 1, arrivedHour);
            return Outcome.ADDED;
        }
        if (older.length == 1 && value(at) == older[0]) {
            return Outcome.KNOWN;
        }
        var time = new ValuesOfTime(valuesAt(at));
        int otherRevisions = revisions.size() - (time.values().size() - 1);
        ValuesOfTime all = time.behind(older, areAll, MOST_REVISIONS - otherRevisions);
        if (all.equals(time)) {
            return Outcome.KNOWN;
        }
        values[at - folded] = all.values().getFirst();
        if (!revisions.isEmpty()) {
            revisions.removeIf(revision -> revision.epochNano() == epochNano);
        }
        all.values().stream()
                .skip(1)
                .forEach(value -> appendRevision(new Revision(epochNano, value)));
        changed(at, arrivedHour);
        return Outcome.REVISED;
    }

    /// All values that arrived for the time of a reading, in their order; NaN where one is not
    /// known any more.
    List<Double> valuesAt(int i) {
        var all = new ArrayList<Double>(1);
        all.add(value(i));
        for (Revision revision : revisions) {
            if (revision.epochNano() == epochNano(i)) {
                all.add(revision.value());
            }
        }
        return all;
    }

    private void changed(int at, int arrivedHour) {
        changedHour = Math.max(changedHour, arrivedHour);
        firstUnwritten = Math.min(firstUnwritten, at);
        while (stored.size() * PART_READINGS > at) {
            storedBytes -= stored.removeLast().length;
        }
    }

    private void insert(int at, long epochNano, double value) {
        int held = count - folded;
        if (held == epochNanos.length) {
            makeRoom(held + Math.max(FEW, held / 4));
        }
        int place = at - folded;
        if (place < held) {
            System.arraycopy(epochNanos, place, epochNanos, place + 1, held - place);
            System.arraycopy(values, place, values, place + 1, held - place);
        }
        epochNanos[place] = epochNano;
        values[place] = value;
        count++;
    }

    private void makeRoom(int capacity) {
        epochNanos = Arrays.copyOf(epochNanos, capacity);
        values = Arrays.copyOf(values, capacity);
    }

    /// Whether a time is behind those of all readings.
    boolean isBehindAll(long epochNano) {
        return count == 0 || epochNano > epochNanos[count - folded - 1];
    }

    /// Holds the full parts that are stored as they are no longer in any other form, but for the
    /// last readings, since those that come next are mostly not all behind them.
    void fold() {
        int to =
                Math.min(stored.size(), Math.max(0, count - NEVER_FOLDED) / PART_READINGS)
                        * PART_READINGS;
        if (to > folded) {
            epochNanos = Arrays.copyOfRange(epochNanos, to - folded, count - folded);
            values = Arrays.copyOfRange(values, to - folded, count - folded);
            folded = to;
        }
    }

    private void unfold() {
        if (folded == 0) {
            return;
        }
        var whole = new Chunk(hour);
        whole.makeRoom(count);
        for (int part = 0; part * PART_READINGS < folded; part++) {
            ChunkCodec.unpack(stored.get(part), hour, whole);
        }
        System.arraycopy(epochNanos, 0, whole.epochNanos, folded, count - folded);
        System.arraycopy(values, 0, whole.values, folded, count - folded);
        epochNanos = whole.epochNanos;
        values = whole.values;
        folded = 0;
    }

    /// What it takes in memory, about.
    long bytes() {
        return (long) READING_BYTES * epochNanos.length
                + storedBytes
                + (long) ARRAY_BYTES * (stored.size() + 2);
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
        if (i < folded) {
            unfold();
        }
        return epochNanos[i - folded];
    }

    /// The value that arrived first.
    double value(int i) {
        if (i < folded) {
            unfold();
        }
        return values[i - folded];
    }

    /// The value that counts.
    double value(int i, RevisionPolicy policy) {
        return switch (policy) {
            case FIRST_KEPT -> value(i);
            case LAST_WINS -> revisions.isEmpty() ? value(i) : lastValue(i);
        };
    }

    private double lastValue(int i) {
        double last = value(i);
        for (Revision revision : revisions) {
            if (revision.epochNano() == epochNano(i) && !Double.isNaN(revision.value())) {
                last = revision.value();
            }
        }
        return last;
    }

    /// The place of the reading of a time, as [Arrays#binarySearch(long[], int, int, long)] says
    /// it.
    int indexOf(long epochNano) {
        if (folded > 0 && epochNano < epochNanos[0]) {
            unfold();
        }
        int at = Arrays.binarySearch(epochNanos, 0, count - folded, epochNano);
        return at < 0 ? at - folded : at + folded;
    }

    /// The place of the first reading behind a time; the count where there is none.
    int firstAfter(long epochNano) {
        int at = indexOf(epochNano);
        return at < 0 ? -at - 1 : at + 1;
    }

    /// The place of the last reading before a time; -1 where there is none.
    int lastBefore(long epochNano) {
        int at = indexOf(epochNano);
        return at < 0 ? -at - 2 : at - 1;
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

    /// A part is stored as it is now.
    ///
    /// @param packed as which it is stored
    void written(int part, byte[] packed) {
        int to = Math.min(count, (part + 1) * PART_READINGS);
        firstUnwritten = Math.max(firstUnwritten, to);
        if (part == stored.size() && to - part * PART_READINGS == PART_READINGS) {
            stored.add(packed);
            storedBytes += packed.length;
        }
    }

    /// Nothing of it is stored as it should be.
    void unwritten() {
        firstUnwritten = 0;
        stored.clear();
        storedBytes = 0;
    }

    /// Adds readings that are stored, behind those before, of which none is folded.
    void append(long[] times, double[] numbers, int changed) {
        if (count + times.length > epochNanos.length) {
            makeRoom(count + times.length + FEW);
        }
        System.arraycopy(times, 0, epochNanos, count, times.length);
        System.arraycopy(numbers, 0, values, count, times.length);
        count += times.length;
        changedHour = Math.max(changedHour, changed);
        firstUnwritten = count;
    }

    void appendRevision(Revision revision) {
        if (revisions.isEmpty()) {
            revisions = new ArrayList<>(1);
        }
        revisions.add(revision);
    }

    /// Another value arrived for one of the times, it is not known for which.
    void reviseUnknown() {
        appendRevision(new Revision(epochNano(0), Double.NaN));
    }
}
