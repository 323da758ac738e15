package org.netzero.gateway.roadmap.projection;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Splits the change between two states among the parts that differ, so that it sums exactly.
///
/// The parts are changed one after the other, once in their order and once in the reverse order; a
/// part has the mean of what it moved. Each way the moves sum to the whole, so their means do too,
/// and with two parts neither comes before the other.
final class Bridge {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Bridge() {}

    /// @param model the figures where these parts are changed already, as exact decimals
    /// @return what each part moved, of the figures that are there before and after it
    static <K extends Comparable<K>> List<SortedMap<K, BigDecimal>> moves(
            int parts, Function<BitSet, SortedMap<K, BigDecimal>> model) {
        List<SortedMap<K, BigDecimal>> forwards = new ArrayList<>();
        List<SortedMap<K, BigDecimal>> backwards = new ArrayList<>();
        for (int changed = 0; changed <= parts; changed++) {
            forwards.add(model.apply(range(0, changed)));
            backwards.add(model.apply(range(parts - changed, parts)));
        }
        List<SortedMap<K, BigDecimal>> moves = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            SortedMap<K, BigDecimal> first = difference(forwards.get(part + 1), forwards.get(part));
            SortedMap<K, BigDecimal> second =
                    difference(backwards.get(parts - part), backwards.get(parts - part - 1));
            SortedMap<K, BigDecimal> mean = new TreeMap<>();
            first.forEach((key, move) -> {
                if (second.containsKey(key)) {
                    mean.put(key, move.add(second.get(key)).multiply(HALF));
                }
            });
            moves.add(mean);
        }
        return moves;
    }

    /// Of the figures that are in both.
    static <K extends Comparable<K>> SortedMap<K, BigDecimal> difference(
            SortedMap<K, BigDecimal> later, SortedMap<K, BigDecimal> earlier) {
        SortedMap<K, BigDecimal> differences = new TreeMap<>();
        later.forEach((key, value) -> {
            if (earlier.containsKey(key)) {
                differences.put(key, value.subtract(earlier.get(key)));
            }
        });
        return differences;
    }

    private static BitSet range(int from, int to) {
        BitSet set = new BitSet();
        set.set(from, to);
        return set;
    }
}
