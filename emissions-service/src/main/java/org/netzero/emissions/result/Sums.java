package org.netzero.emissions.result;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.netzero.emissions.calculation.MethodRule.Accounting;
import org.netzero.emissions.calculation.Provenance;
import org.netzero.emissions.calculation.ResultTotal;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.result.StoredResult.Composition;
import org.netzero.quantities.GwpSet;

/// Adds results up by what they have in common. Sums are exact, so their order does not matter, and
/// what is taken away leaves nothing behind.
final class Sums {

    private final SortedMap<Key, Sum> sums = new TreeMap<>();

    /// What the results of a sum have in common, as a row of `activity_result_total` has it.
    ///
    /// @param category its number; 0: none
    /// @param siteId empty: of no site
    /// @param factor `id@version`; empty: a stated figure
    /// @param sets on which they could be calculated
    record Key(
            int year,
            Scope scope,
            String method,
            int category,
            String siteId,
            String activity,
            LocalDate since,
            boolean crosses,
            String factor,
            String flags,
            Provenance provenance,
            Composition composition,
            String sets)
            implements Comparable<Key> {

        static Key of(StoredResult result) {
            return new Key(
                    result.year(),
                    result.scope(),
                    StoredResult.letter(result.method()),
                    StoredResult.number(result.category()),
                    result.siteId().orElse(""),
                    result.activity(),
                    result.since(),
                    result.crosses(),
                    result.factor().map(StoredResult.Factor::toString).orElse(""),
                    result.flags(),
                    result.provenance(),
                    result.composition(),
                    result.kilograms().keySet().stream()
                            .map(Enum::name)
                            .collect(Collectors.joining(" ")));
        }

        /// The same order everywhere, so that two who add to the same sums wait for each other and
        /// never for themselves.
        @Override
        public int compareTo(Key other) {
            return toString().compareTo(other.toString());
        }

        boolean isOn(GwpSet set) {
            return Arrays.asList(sets.split(" ", -1)).contains(set.name());
        }
    }

    /// A sum, or what is added to one.
    record Sum(
            long results,
            Map<GwpSet, BigDecimal> kilograms,
            List<BigDecimal> masses,
            BigInteger digest) {

        static Sum of(StoredResult result) {
            return new Sum(
                    1, result.kilograms(), result.masses(), BigInteger.valueOf(result.digest()));
        }

        Sum plus(Sum other) {
            var kg = new EnumMap<GwpSet, BigDecimal>(GwpSet.class);
            kg.putAll(kilograms);
            other.kilograms.forEach((set, more) -> kg.merge(set, more, BigDecimal::add));
            var sums = new ArrayList<BigDecimal>(masses.size());
            for (int i = 0; i < masses.size(); i++) {
                sums.add(masses.get(i).add(other.masses.get(i)));
            }
            return new Sum(results + other.results, kg, sums, digest.add(other.digest));
        }

        Sum negated() {
            var kg = new EnumMap<GwpSet, BigDecimal>(GwpSet.class);
            kilograms.forEach((set, value) -> kg.put(set, value.negate()));
            return new Sum(
                    -results,
                    kg,
                    masses.stream().map(BigDecimal::negate).toList(),
                    digest.negate());
        }

        BigDecimal on(GwpSet set) {
            return kilograms.getOrDefault(set, BigDecimal.ZERO);
        }
    }

    void add(Collection<StoredResult> results) {
        results.stream()
                .filter(result -> result.accounting() == Accounting.INSIDE_INVENTORY)
                .forEach(result -> sums.merge(Key.of(result), Sum.of(result), Sum::plus));
    }

    void subtract(Collection<StoredResult> results) {
        results.stream()
                .filter(result -> result.accounting() == Accounting.INSIDE_INVENTORY)
                .forEach(result -> sums.merge(Key.of(result), Sum.of(result).negated(), Sum::plus));
    }

    void add(ResultSet row) throws SQLException {
        var kilograms = new EnumMap<GwpSet, BigDecimal>(GwpSet.class);
        kilograms.put(GwpSet.AR4_100, row.getBigDecimal("kg_ar4"));
        kilograms.put(GwpSet.AR5_100, row.getBigDecimal("kg_ar5"));
        kilograms.put(GwpSet.AR6_100, row.getBigDecimal("kg_ar6"));
        var key =
                new Key(
                        row.getInt("year"),
                        Scope.valueOf(row.getString("scope")),
                        row.getString("method"),
                        row.getInt("category"),
                        row.getString("site_id"),
                        row.getString("activity"),
                        row.getObject("since", LocalDate.class),
                        row.getBoolean("crosses"),
                        row.getString("factor"),
                        row.getString("flags"),
                        Provenance.valueOf(row.getString("provenance")),
                        new Composition(
                                row.getString("basis"),
                                row.getBoolean("co2_only"),
                                row.getString("gases")),
                        row.getString("sets"));
        sums.put(
                key,
                new Sum(
                        row.getLong("results"),
                        kilograms,
                        List.of((BigDecimal[]) row.getArray("masses").getArray()),
                        row.getBigDecimal("digest").toBigIntegerExact()));
    }

    SortedMap<Key, Sum> entries() {
        return sums;
    }

    /// The sums as an inventory shows them.
    List<ResultTotal> totals(GwpSet set, FactorLibrary library) {
        return sums.entrySet().stream()
                .filter(sum -> sum.getKey().isOn(set))
                .map(sum -> total(sum.getKey(), sum.getValue(), set, library))
                .toList();
    }

    private static ResultTotal total(Key key, Sum sum, GwpSet set, FactorLibrary library) {
        int at = key.factor().lastIndexOf('@');
        return new ResultTotal(
                new ResultTotal.Key(
                        key.scope(),
                        StoredResult.method(key.method()),
                        Scope3Category.numbered(key.category()),
                        Optional.of(key.siteId()).filter(site -> !site.isEmpty()),
                        key.activity(),
                        key.since(),
                        key.crosses(),
                        Optional.of(key.factor()).filter(factor -> !factor.isEmpty()),
                        key.flags().isEmpty()
                                ? List.of()
                                : Arrays.asList(key.flags().split(" ", -1)),
                        key.provenance(),
                        key.composition().toString() + key.sets()),
                at < 0 ? Optional.empty() : library.find(key.factor().substring(0, at)),
                key.composition().emission(sum.on(set), sum.masses(), set),
                sum.results(),
                new BigDecimal(sum.digest()));
    }
}
