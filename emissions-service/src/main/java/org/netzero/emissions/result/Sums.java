package org.netzero.emissions.result;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
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
import org.netzero.emissions.quality.DataQuality;
import org.netzero.emissions.result.StoredResult.Composition;
import org.netzero.quantities.GwpSet;

/// Adds results up by what they have in common. Sums are exact, so their order does not matter, and
/// what is taken away leaves nothing behind.
final class Sums {

    private static final MathContext DIGITS = MathContext.DECIMAL128;

    private final SortedMap<Key, Sum> sums = new TreeMap<>();

    /// What the results of a sum have in common, as a row of `activity_result_total` has it.
    ///
    /// @param category its number; 0: none
    /// @param siteId empty: of no site
    /// @param factor `id@version`; empty: a stated figure
    /// @param widthKnown whether the records say how uncertain their amounts are
    /// @param quality indicators of their data; empty: none
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
            boolean widthKnown,
            String quality,
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
                    result.quality().halfWidth().isPresent(),
                    result.quality().indicators().map(DataQuality::toString).orElse(""),
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

        GwpSet firstSet() {
            return GwpSet.valueOf(sets.split(" ", 2)[0]);
        }

        boolean isOn(GwpSet set) {
            return Arrays.asList(sets.split(" ", -1)).contains(set.name());
        }
    }

    /// A sum, or what is added to one.
    ///
    /// @param squares Σ (kg × half-width)², in kg on the first of the sets
    record Sum(
            long results,
            Map<GwpSet, BigDecimal> kilograms,
            List<BigDecimal> masses,
            BigDecimal squares,
            BigInteger digest) {

        static Sum of(StoredResult result) {
            return new Sum(
                    1,
                    result.kilograms(),
                    result.masses(),
                    squares(result),
                    BigInteger.valueOf(result.digest()));
        }

        Sum plus(Sum other) {
            var kg = new EnumMap<GwpSet, BigDecimal>(GwpSet.class);
            kg.putAll(kilograms);
            other.kilograms.forEach((set, more) -> kg.merge(set, more, BigDecimal::add));
            var sums = new ArrayList<BigDecimal>(masses.size());
            for (int i = 0; i < masses.size(); i++) {
                sums.add(masses.get(i).add(other.masses.get(i)));
            }
            return new Sum(
                    results + other.results,
                    kg,
                    sums,
                    squares.add(other.squares),
                    digest.add(other.digest));
        }

        Sum negated() {
            var kg = new EnumMap<GwpSet, BigDecimal>(GwpSet.class);
            kilograms.forEach((set, value) -> kg.put(set, value.negate()));
            return new Sum(
                    -results,
                    kg,
                    masses.stream().map(BigDecimal::negate).toList(),
                    squares.negate(),
                    digest.negate());
        }

        private static BigDecimal squares(StoredResult result) {
            BigDecimal first = result.kilograms().values().iterator().next();
            return result.quality()
                    .halfWidth()
                    .map(width -> first.multiply(width.share()).pow(2))
                    .orElse(BigDecimal.ZERO);
        }

        /// The squares on a set, on which all results of the sum are as many times as large.
        BigDecimal squaresOn(GwpSet set, GwpSet first) {
            if (set == first || on(first).signum() == 0) {
                return squares;
            }
            BigDecimal ratio = on(set).divide(on(first), DIGITS);
            return squares.multiply(ratio).multiply(ratio);
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
                        row.getBoolean("width_known"),
                        row.getString("quality"),
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
                        row.getBigDecimal("squares"),
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
                        key.widthKnown(),
                        Optional.of(key.quality())
                                .filter(indicators -> !indicators.isEmpty())
                                .map(DataQuality::parse),
                        key.composition().toString() + key.sets()),
                at < 0 ? Optional.empty() : library.find(key.factor().substring(0, at)),
                key.composition().emission(sum.on(set), sum.masses(), set),
                sum.results(),
                sum.squaresOn(set, key.firstSet()),
                new BigDecimal(sum.digest()));
    }
}
