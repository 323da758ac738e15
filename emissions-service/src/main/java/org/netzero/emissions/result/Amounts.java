package org.netzero.emissions.result;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.netzero.emissions.calculation.ActivityRecord;
import org.netzero.quantities.Unit;

/// How much is on record, by what it is about.
final class Amounts {

    private static final Comparator<Key> ORDER =
            Comparator.comparingInt(Key::year)
                    .thenComparing(Key::siteId)
                    .thenComparing(Key::activity)
                    .thenComparing(Key::unit);

    private final Map<Key, Sum> sums = new HashMap<>();

    /// What amounts of a sum have in common.
    ///
    /// @param siteId empty: of no site
    record Key(int year, String siteId, String activity, Unit unit) {

        static Key of(ActivityRecord record) {
            return new Key(
                    record.start().getYear(),
                    record.siteId().orElse(""),
                    record.activity(),
                    record.quantity().unit());
        }
    }

    /// @param records how many came, less how many went
    record Sum(long records, BigDecimal value) {

        Sum plus(Sum other) {
            return new Sum(records + other.records, value.add(other.value));
        }
    }

    void add(ActivityRecord record) {
        sums.merge(Key.of(record), new Sum(1, record.quantity().value()), Sum::plus);
    }

    void subtract(ActivityRecord record) {
        sums.merge(Key.of(record), new Sum(-1, record.quantity().value().negate()), Sum::plus);
    }

    void add(Amounts others) {
        others.sums.forEach((key, sum) -> sums.merge(key, sum, Sum::plus));
    }

    /// In the same order everywhere, as [Sums#entries()] are.
    List<Map.Entry<Key, Sum>> entries() {
        return sums.entrySet().stream().sorted(Map.Entry.comparingByKey(ORDER)).toList();
    }
}
