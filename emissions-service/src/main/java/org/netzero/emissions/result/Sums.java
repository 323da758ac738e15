package org.netzero.emissions.result;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.netzero.emissions.calculation.MethodRule.Accounting;
import org.netzero.emissions.calculation.Provenance;
import org.netzero.emissions.calculation.ResultId;
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

    private static final String EVERY_SET =
            Arrays.stream(GwpSet.values()).map(Enum::name).collect(Collectors.joining(" "));

    private final Map<Key, Sum> sums = new HashMap<>();

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
            String sets) {

        static Key of(StoredResult result) {
            return new Key(
                    result.year(),
                    result.scope(),
                    ResultId.letter(result.method()),
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
                    sets(result.kilograms().keySet()));
        }

        private static String sets(Set<GwpSet> sets) {
            return sets.size() == GwpSet.values().length
                    ? EVERY_SET
                    : sets.stream().map(Enum::name).collect(Collectors.joining(" "));
        }

        /// Of what tells most sums apart, as every result asks for it.
        @Override
        public int hashCode() {
            int hash = 31 * year + activity.hashCode();
            hash = 31 * hash + siteId.hashCode();
            hash = 31 * hash + factor.hashCode();
            hash = 31 * hash + quality.hashCode();
            return 31 * hash + (widthKnown ? 1 : 0);
        }

        GwpSet firstSet() {
            return GwpSet.valueOf(sets.split(" ", 2)[0]);
        }

        boolean isOn(GwpSet set) {
            return Arrays.asList(sets.split(" ", -1)).contains(set.name());
        }
    }

    /// A sum while it is being made, or what is to be added to one.
    static final class Sum {

        private final Map<GwpSet, BigDecimal> kilograms = new EnumMap<>(GwpSet.class);
        private final BigDecimal[] masses;
        private long results;
        private BigDecimal squares = BigDecimal.ZERO;
        private BigInteger digest = BigInteger.ZERO;

        Sum(int masses) {
            this.masses = new BigDecimal[masses];
            Arrays.fill(this.masses, BigDecimal.ZERO);
        }

        private void add(StoredResult result) {
            results++;
            result.kilograms().forEach((set, more) -> kilograms.merge(set, more, BigDecimal::add));
            for (int i = 0; i < masses.length; i++) {
                masses[i] = masses[i].add(result.masses().get(i));
            }
            squares = squares.add(squares(result));
            digest = digest.add(BigInteger.valueOf(result.digest()));
        }

        private void add(Sum other) {
            results += other.results;
            other.kilograms.forEach((set, more) -> kilograms.merge(set, more, BigDecimal::add));
            for (int i = 0; i < masses.length; i++) {
                masses[i] = masses[i].add(other.masses[i]);
            }
            squares = squares.add(other.squares);
            digest = digest.add(other.digest);
        }

        private void subtract(StoredResult result) {
            results--;
            result.kilograms()
                    .forEach((set, less) -> kilograms.merge(set, less.negate(), BigDecimal::add));
            for (int i = 0; i < masses.length; i++) {
                masses[i] = masses[i].subtract(result.masses().get(i));
            }
            squares = squares.subtract(squares(result));
            digest = digest.subtract(BigInteger.valueOf(result.digest()));
        }

        /// On the first of the sets.
        private static BigDecimal squares(StoredResult result) {
            return result.quality()
                    .halfWidth()
                    .map(width ->
                            result.kilograms()
                                    .values()
                                    .iterator()
                                    .next()
                                    .multiply(width.share())
                                    .pow(2))
                    .orElse(BigDecimal.ZERO);
        }

        long results() {
            return results;
        }

        List<BigDecimal> masses() {
            return List.of(masses);
        }

        /// Σ (kg × half-width)², in kg on the first of the sets.
        BigDecimal squares() {
            return squares;
        }

        /// The squares on a set, on which all results of the sum are as many times as large.
        BigDecimal squaresOn(GwpSet set, GwpSet first) {
            if (set == first || on(first).signum() == 0) {
                return squares;
            }
            BigDecimal ratio = on(set).divide(on(first), DIGITS);
            return squares.multiply(ratio).multiply(ratio);
        }

        BigInteger digest() {
            return digest;
        }

        BigDecimal on(GwpSet set) {
            return kilograms.getOrDefault(set, BigDecimal.ZERO);
        }
    }

    /// Only what is inside the inventory counts.
    void add(StoredResult result) {
        if (result.accounting() == Accounting.INSIDE_INVENTORY) {
            of(result).add(result);
        }
    }

    void subtract(StoredResult result) {
        if (result.accounting() == Accounting.INSIDE_INVENTORY) {
            of(result).subtract(result);
        }
    }

    void add(Sums others) {
        others.sums.forEach((key, sum) ->
                sums.computeIfAbsent(key, its -> new Sum(sum.masses.length)).add(sum));
    }

    private Sum of(StoredResult result) {
        return sums.computeIfAbsent(Key.of(result), key -> new Sum(result.masses().size()));
    }

    void add(ResultSet row) throws SQLException {
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
        BigDecimal[] masses = (BigDecimal[]) row.getArray("masses").getArray();
        var sum = new Sum(masses.length);
        System.arraycopy(masses, 0, sum.masses, 0, masses.length);
        sum.kilograms.put(GwpSet.AR4_100, row.getBigDecimal("kg_ar4"));
        sum.kilograms.put(GwpSet.AR5_100, row.getBigDecimal("kg_ar5"));
        sum.kilograms.put(GwpSet.AR6_100, row.getBigDecimal("kg_ar6"));
        sum.results = row.getLong("results");
        sum.squares = row.getBigDecimal("squares");
        sum.digest = row.getBigDecimal("digest").toBigIntegerExact();
        sums.put(key, sum);
    }

    /// In the same order everywhere, so that two who each add once to the same sums wait for each
    /// other and never for themselves.
    List<Map.Entry<Key, Sum>> entries() {
        var inOrder = new TreeMap<String, Map.Entry<Key, Sum>>();
        sums.entrySet().forEach(sum -> inOrder.put(sum.getKey().toString(), sum));
        return List.copyOf(inOrder.values());
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
