package org.netzero.datacenter.telemetry;

import java.util.ArrayList;
import java.util.List;

/// The different values that arrived for one time of a point, in the order in which they did: the
/// first one, and what revised it.
record ValuesOfTime(List<Double> values) {

    ValuesOfTime {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("A time without a value");
        }
    }

    /// These values behind older ones.
    ///
    /// @param older different values
    /// @param areAll whether nothing arrived before the first of the older ones that is not among
    ///   them. If something may have, and all of them are among these, these stay as they are; else
    ///   what stands before the first one of them here stays there
    /// @param room revisions at most, of which these come first
    ValuesOfTime behind(double[] older, boolean areAll, int room) {
        var all = new ArrayList<Double>();
        if (!areAll) {
            if (hasAll(older)) {
                return this;
            }
            int common = firstAmong(older);
            all.addAll(values.subList(0, Math.max(0, common)));
        }
        for (double value : older) {
            all.add(value);
        }
        for (double value : values) {
            if (!has(all, value)) {
                all.add(value);
            }
        }
        for (int i = all.size() - 1; i >= 0 && all.size() - 1 > room; i--) {
            if (!has(values, all.get(i))) {
                all.remove(i);
            }
        }
        return new ValuesOfTime(all);
    }

    private boolean hasAll(double[] others) {
        for (double other : others) {
            if (!has(values, other)) {
                return false;
            }
        }
        return true;
    }

    private int firstAmong(double[] others) {
        for (int i = 0; i < values.size(); i++) {
            for (double other : others) {
                if (isSame(values.get(i), other)) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static boolean has(List<Double> values, double value) {
        return values.stream().anyMatch(other -> isSame(other, value));
    }

    /// As a value that arrives is compared with the one that is there.
    private static boolean isSame(double one, double other) {
        return one == other || (Double.isNaN(one) && Double.isNaN(other));
    }
}
