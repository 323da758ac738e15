package org.netzero.datacenter.telemetry;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.facility.NumberedPoint;

/// Which series senders write behind which. A sender writes its series in the same order again and
/// again, so a line mostly begins with the bytes that followed those of the line before: its point
/// is known by comparing them, without looking for what separates its parts and without a search.
///
/// What is remembered holds until points change; then another order takes its place.
final class SeriesOrder {

    /// Lines remembered at most; others are read the long way.
    private static final int MOST_LINES = 100_000;

    private final Map<SeriesKey, Line> lines = new ConcurrentHashMap<>();

    /// How a line with one field begins, up to the end of the field's name.
    static final class Line {
        private final byte[] start;
        private final int fieldFrom;
        private final NumberedPoint point;

        /// Written by whoever saw it last: any line that is remembered will do.
        private @Nullable Line next;

        private Line(byte[] start, int fieldFrom, NumberedPoint point) {
            this.start = start;
            this.fieldFrom = fieldFrom;
            this.point = point;
        }

        /// Whether a line begins like this one and goes on with a value.
        boolean isAt(byte[] body, int from, int to) {
            int end = from + start.length;
            return end < to
                    && body[end] == '='
                    && Arrays.equals(body, from, end, start, 0, start.length);
        }

        int length() {
            return start.length;
        }

        /// Where the name of its field begins.
        int fieldFrom() {
            return fieldFrom;
        }

        NumberedPoint point() {
            return point;
        }

        /// The line that followed it the last time.
        @Nullable Line next() {
            return next;
        }
    }

    /// Remembers a line and that it followed another one.
    ///
    /// @param fieldFrom where the name of its field begins in its bytes
    /// @return the line; null where there is no room for it
    @Nullable Line remember(
            @Nullable Line before, SeriesKey start, int fieldFrom, NumberedPoint point) {
        Line line = lines.get(start);
        if (line == null) {
            if (lines.size() >= MOST_LINES) {
                return null;
            }
            SeriesKey kept = start.kept();
            line = new Line(kept.bytes(), fieldFrom, point);
            lines.put(kept, line);
        }
        if (before != null) {
            before.next = line;
        }
        return line;
    }
}
