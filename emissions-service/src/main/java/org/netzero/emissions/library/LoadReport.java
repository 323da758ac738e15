package org.netzero.emissions.library;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What became of the rows a factor set was read from. Every row is counted once.
///
/// @param rows how many there were
/// @param fates how many had which fate
/// @param refused the first refused rows with the reason
record LoadReport(int rows, Map<RowFate, Integer> fates, List<Refusal> refused) {

    private static final int MOST_REFUSALS = 100;

    /// One refused row.
    record Refusal(String id, RowFate fate, String reason) {}

    LoadReport {
        var counted = new EnumMap<RowFate, Integer>(RowFate.class);
        counted.putAll(fates);
        fates = Collections.unmodifiableMap(counted);
        refused = List.copyOf(refused);
    }

    int count(RowFate fate) {
        return fates.getOrDefault(fate, 0);
    }

    int refusals() {
        return fates.entrySet().stream()
                .filter(entry -> entry.getKey().isRefusal())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /// A report while rows are read.
    static final class Tally {

        private final Map<RowFate, Integer> fates = new EnumMap<>(RowFate.class);
        private final List<Refusal> refused = new ArrayList<>();
        private int rows;

        void count(RowFate fate) {
            rows++;
            fates.merge(fate, 1, Integer::sum);
        }

        void refuse(String id, RowFate fate, String reason) {
            count(fate);
            if (refused.size() < MOST_REFUSALS) {
                refused.add(new Refusal(id, fate, reason));
            }
        }

        LoadReport report() {
            return new LoadReport(rows, fates, refused);
        }
    }
}
