package org.netzero.datacenter.telemetry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Hours from the first to the last, both included, counted from 1970.
record HourRange(int first, int last) {

    HourRange {
        if (first > last) {
            throw new IllegalArgumentException("From %d to %d".formatted(first, last));
        }
    }

    /// The same hours in ranges that do not overlap, in their order.
    static List<HourRange> merged(List<HourRange> ranges) {
        var merged = new ArrayList<HourRange>();
        for (HourRange range :
                ranges.stream().sorted(Comparator.comparingInt(HourRange::first)).toList()) {
            if (!merged.isEmpty() && range.first <= merged.getLast().last + 1) {
                HourRange previous = merged.removeLast();
                merged.add(new HourRange(previous.first, Math.max(previous.last, range.last)));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }

    /// The same hours in parts of so many each, in their order; of the last one there may be fewer.
    List<HourRange> parts(int hours) {
        var parts = new ArrayList<HourRange>();
        for (int from = first; from <= last; from += hours) {
            parts.add(new HourRange(from, Math.min(last, from + hours - 1)));
        }
        return parts;
    }
}
