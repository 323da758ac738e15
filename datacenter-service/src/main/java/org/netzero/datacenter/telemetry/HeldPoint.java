package org.netzero.datacenter.telemetry;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is held of a point in memory: its hours in use, those of them that changed since all was
/// written, and which hours have readings, of the newest ones.
final class HeldPoint {

    /// Hours with readings that are remembered.
    private static final int MOST_KNOWN = 256;

    private final int number;

    /// In their order. Mostly it is one, of a very great many points.
    private @Nullable HeldHour[] hours = new HeldHour[1];

    private int hourCount;
    private @Nullable HeldHour firstChanged;
    private @Nullable HeldHour latelyUsed;
    private int[] known = new int[2];
    private int knownCount;

    /// All hours with readings from this one on are known.
    private int knownFrom;

    HeldPoint(int number) {
        this.number = number;
    }

    /// An hour in use.
    static final class HeldHour {
        private static final int OWN_BYTES = 200;

        private final int hour;
        private final Chunk chunk;
        private boolean open;
        private boolean changed;
        private boolean used = true;
        private @Nullable HeldHour nextChanged;
        private long counted;

        private HeldHour(int hour, Chunk chunk) {
            this.hour = hour;
            this.chunk = chunk;
        }

        int hour() {
            return hour;
        }

        Chunk chunk() {
            return chunk;
        }

        /// Whether readings were added to it since the point is held, so that it is not settled.
        boolean isOpen() {
            return open;
        }

        void open() {
            open = true;
        }

        /// What it takes in memory, about.
        long bytes() {
            return OWN_BYTES + chunk.bytes();
        }

        /// What it takes in memory more than it was counted with; from now on it is.
        long uncounted() {
            long more = bytes() - counted;
            counted += more;
            return more;
        }
    }

    int number() {
        return number;
    }

    /// An hour, if it is held.
    @Nullable HeldHour hour(int hour) {
        HeldHour lately = latelyUsed;
        if (lately == null || lately.hour != hour) {
            int at = place(hour);
            lately = at < 0 ? null : hours[at];
            if (lately != null) {
                latelyUsed = lately;
            }
        }
        if (lately != null) {
            lately.used = true;
        }
        return lately;
    }

    /// As [Arrays#binarySearch(int[], int)] says it.
    private int place(int hour) {
        int from = 0;
        int to = hourCount - 1;
        while (from <= to) {
            int middle = (from + to) >>> 1;
            int found = requireNonNull(hours[middle], "as many are held").hour;
            if (found == hour) {
                return middle;
            }
            if (found < hour) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -from - 1;
    }

    /// @param hour none that is held
    HeldHour hold(int hour, Chunk chunk) {
        var held = new HeldHour(hour, chunk);
        if (hourCount == hours.length) {
            hours = Arrays.copyOf(hours, 2 * hourCount);
        }
        int at = -place(hour) - 1;
        System.arraycopy(hours, at, hours, at + 1, hourCount - at);
        hours[at] = held;
        hourCount++;
        return held;
    }

    /// Lets go of the hours that were not used since this was done last, of those that are written.
    ///
    /// @return what is still held takes in memory, about; nothing where no hour is
    long keepUsed() {
        latelyUsed = null;
        long bytes = 0;
        int kept = 0;
        for (int i = 0; i < hourCount; i++) {
            HeldHour held = requireNonNull(hours[i], "as many are held");
            if (held.used || held.changed) {
                held.used = false;
                bytes += held.counted;
                hours[kept] = held;
                kept++;
            }
        }
        Arrays.fill(hours, kept, hourCount, null);
        hourCount = kept;
        return bytes;
    }

    /// Says that an hour changed.
    ///
    /// @return whether it is the first one since all was written
    boolean changed(HeldHour hour) {
        if (hour.changed) {
            return false;
        }
        hour.changed = true;
        boolean isFirst = firstChanged == null;
        hour.nextChanged = firstChanged;
        firstChanged = hour;
        exists(hour.hour);
        return isFirst;
    }

    /// Whether an hour changed since all was written.
    boolean isChanged() {
        return firstChanged != null;
    }

    /// Has the hours written that changed since that was done last.
    void write(Consumer<HeldHour> written) {
        HeldHour next = firstChanged;
        firstChanged = null;
        while (next != null) {
            HeldHour hour = next;
            next = hour.nextChanged;
            hour.nextChanged = null;
            hour.changed = false;
            written.accept(hour);
        }
    }

    /// There are readings of this hour.
    void exists(int hour) {
        if (hour < knownFrom) {
            return;
        }
        int at = knownCount;
        while (at > 0 && known[at - 1] > hour) {
            at--;
        }
        if (at > 0 && known[at - 1] == hour) {
            return;
        }
        if (knownCount == known.length) {
            known = Arrays.copyOf(known, 2 * knownCount);
        }
        System.arraycopy(known, at, known, at + 1, knownCount - at);
        known[at] = hour;
        knownCount++;
        if (knownCount > MOST_KNOWN) {
            forgetOldest(knownCount / 2);
        }
    }

    private void forgetOldest(int count) {
        System.arraycopy(known, count, known, 0, knownCount - count);
        knownCount -= count;
        knownFrom = known[0];
    }

    /// This is the last hour with readings before a later one, from which on all are known.
    void isNext(int hour) {
        knownFrom = hour;
        exists(hour);
    }

    /// From this hour on, all are known.
    void isKnown(int hour) {
        knownFrom = Math.min(knownFrom, hour);
    }

    /// Whether it is known which hours from this one on have readings.
    boolean isKnownFrom(int hour) {
        return hour >= knownFrom;
    }

    /// The last hour with readings before a given one, as far as is known.
    OptionalInt before(int hour) {
        int at = knownCount;
        while (at > 0 && known[at - 1] >= hour) {
            at--;
        }
        return at == 0 ? OptionalInt.empty() : OptionalInt.of(known[at - 1]);
    }

    /// The first hour with readings after a given one, as far as is known.
    OptionalInt after(int hour) {
        int at = knownCount;
        while (at > 0 && known[at - 1] > hour) {
            at--;
        }
        return at == knownCount ? OptionalInt.empty() : OptionalInt.of(known[at]);
    }
}
