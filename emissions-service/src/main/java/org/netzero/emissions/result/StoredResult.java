package org.netzero.emissions.result;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.ActivityCalculation;
import org.netzero.emissions.calculation.ActivityRecord;
import org.netzero.emissions.calculation.Emission;
import org.netzero.emissions.calculation.EmissionResult;
import org.netzero.emissions.calculation.MethodRule.Accounting;
import org.netzero.emissions.calculation.Provenance;
import org.netzero.emissions.calculation.ResultId;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.emissions.quality.DataQuality;
import org.netzero.emissions.quality.HalfWidth;
import org.netzero.emissions.quality.RecordQuality;
import org.netzero.platform.database.CopyRows;
import org.netzero.platform.digest.Sha256;
import org.netzero.quantities.GasMass;
import org.netzero.quantities.GwpSet;

/// A row of `activity_result`.
///
/// @param kilograms CO2e on each GWP set on which it could be calculated
/// @param factor id and version
/// @param since see [Stretches#since]
/// @param crosses see [Stretches#crosses]
/// @param digest of what it is and what it comes to
record StoredResult(
        String activityId,
        int year,
        Accounting accounting,
        Scope scope,
        Optional<Scope2Method> method,
        Optional<Scope3Category> category,
        Optional<String> siteId,
        String activity,
        LocalDate start,
        LocalDate end,
        LocalDate since,
        boolean crosses,
        Optional<Factor> factor,
        String flags,
        Provenance provenance,
        RecordQuality quality,
        Map<GwpSet, BigDecimal> kilograms,
        Composition composition,
        List<BigDecimal> masses,
        long digest) {

    static final String COLUMNS =
            "activity_id, method, year, accounting, scope, category, site_id, activity, starts_on, ends_on, since,"
                    + " crosses, factor_id, factor_version, flags, provenance, uncertainty, quality, kg_ar4, kg_ar5, kg_ar6, basis,"
                    + " co2_only, gases, masses, digest";

    private static final int NO_CATEGORY = 0;

    /// Which version of a factor stands behind a result.
    record Factor(String id, String version) {

        @Override
        public String toString() {
            return id + "@" + version;
        }
    }

    /// What an emission is made of, whatever its amount.
    ///
    /// @param basis `OWN`: the GWP set of the inventory; `AR4_100`, …; empty: its source names none
    /// @param gases names in the scopes, a bar, names outside them
    record Composition(String basis, boolean co2Only, String gases) {

        static final String OWN = "OWN";

        static Composition of(Map<GwpSet, Emission> emissions) {
            Emission any = emissions.values().iterator().next();
            boolean own = true;
            for (Map.Entry<GwpSet, Emission> on : emissions.entrySet()) {
                own &= on.getValue().basis().filter(on.getKey()::equals).isPresent();
            }
            return new Composition(
                    own ? OWN : any.basis().map(Enum::name).orElse(""),
                    any.co2Only(),
                    names(any.gases()) + "|" + names(any.otherGases()));
        }

        private static String names(List<GasMass> masses) {
            var names = new StringJoiner(";");
            masses.forEach(mass -> names.add(mass.gas()));
            return names.toString();
        }

        /// An emission of this composition.
        Emission emission(BigDecimal kilograms, List<BigDecimal> masses, GwpSet set) {
            int bar = gases.indexOf('|');
            List<String> inside = split(gases.substring(0, bar));
            List<String> outside = split(gases.substring(bar + 1));
            return new Emission(
                    kilograms,
                    switch (basis) {
                        case OWN -> Optional.of(set);
                        case "" -> Optional.empty();
                        default -> Optional.of(GwpSet.valueOf(basis));
                    },
                    co2Only,
                    masses(inside, masses.subList(0, inside.size())),
                    masses(outside, masses.subList(inside.size(), masses.size())));
        }

        private static List<String> split(String names) {
            return names.isEmpty() ? List.of() : Arrays.asList(names.split(";", -1));
        }

        private static List<GasMass> masses(List<String> names, List<BigDecimal> kilograms) {
            var masses = new ArrayList<GasMass>();
            for (int i = 0; i < names.size(); i++) {
                masses.add(new GasMass(names.get(i), kilograms.get(i)));
            }
            return masses;
        }
    }

    static StoredResult of(
            ActivityRecord record, ActivityCalculation.Result calculated, Stretches stretches) {
        EmissionResult result = calculated.result();
        var kilograms = new EnumMap<GwpSet, BigDecimal>(GwpSet.class);
        calculated.emissions().forEach((set, emission) -> kilograms.put(set, emission.kilograms()));
        var masses = new ArrayList<BigDecimal>();
        result.emission().gases().forEach(gas -> masses.add(gas.kilograms()));
        result.emission().otherGases().forEach(gas -> masses.add(gas.kilograms()));
        Optional<Factor> factor =
                result.factor().map(known -> new Factor(known.id(), known.version()));
        Composition composition = Composition.of(calculated.emissions());
        return new StoredResult(
                record.activityId(),
                record.start().getYear(),
                calculated.accounting(),
                result.scope(),
                result.method(),
                result.category(),
                result.siteId(),
                result.activity(),
                record.start(),
                record.end(),
                stretches.since(record.start()),
                stretches.crosses(record.start(), record.end()),
                factor,
                String.join(" ", result.flags()),
                record.provenance(),
                record.quality(),
                kilograms,
                composition,
                masses,
                digest(result, calculated.accounting(), kilograms, composition, masses));
    }

    private static long digest(
            EmissionResult result,
            Accounting accounting,
            Map<GwpSet, BigDecimal> kilograms,
            Composition composition,
            List<BigDecimal> masses) {
        var line = new StringBuilder(200);
        line.append(result.id().key()).append('|').append(accounting);
        line.append('|').append(result.scope());
        result.category().ifPresent(category -> line.append('|').append(category));
        result.siteId().ifPresent(site -> line.append('|').append(site));
        result.factor()
                .ifPresent(factor ->
                        line.append('|').append(factor.id()).append('@').append(factor.version()));
        line.append('|').append(composition.gases());
        kilograms.values().forEach(kg -> line.append('|').append(kg.stripTrailingZeros()));
        masses.forEach(mass -> line.append('|').append(mass.stripTrailingZeros()));
        return ByteBuffer.wrap(Sha256.of(line.toString()).bytes()).getLong();
    }

    static StoredResult of(ResultSet row) throws SQLException {
        var kilograms = new EnumMap<GwpSet, BigDecimal>(GwpSet.class);
        put(kilograms, GwpSet.AR4_100, row.getBigDecimal("kg_ar4"));
        put(kilograms, GwpSet.AR5_100, row.getBigDecimal("kg_ar5"));
        put(kilograms, GwpSet.AR6_100, row.getBigDecimal("kg_ar6"));
        String factorId = row.getString("factor_id");
        return new StoredResult(
                row.getString("activity_id"),
                row.getInt("year"),
                Accounting.valueOf(row.getString("accounting")),
                Scope.valueOf(row.getString("scope")),
                method(row.getString("method")),
                Scope3Category.numbered(row.getInt("category")),
                Optional.ofNullable(row.getString("site_id")),
                row.getString("activity"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getObject("since", LocalDate.class),
                row.getBoolean("crosses"),
                factorId == null
                        ? Optional.empty()
                        : Optional.of(new Factor(factorId, row.getString("factor_version"))),
                row.getString("flags"),
                Provenance.valueOf(row.getString("provenance")),
                new RecordQuality(
                        Optional.ofNullable(row.getBigDecimal("uncertainty")).map(HalfWidth::new),
                        Optional.ofNullable(row.getString("quality")).map(DataQuality::parse)),
                kilograms,
                new Composition(
                        row.getString("basis"), row.getBoolean("co2_only"), row.getString("gases")),
                List.of((BigDecimal[]) row.getArray("masses").getArray()),
                row.getLong("digest"));
    }

    /// What it comes to on a set on which it could be calculated.
    Emission emission(GwpSet set) {
        return composition.emission(
                Optional.ofNullable(kilograms.get(set)).orElseThrow(), masses, set);
    }

    private static void put(
            Map<GwpSet, BigDecimal> kilograms, GwpSet set, @Nullable BigDecimal value) {
        if (value != null) {
            kilograms.put(set, value);
        }
    }

    static Optional<Scope2Method> method(String letter) {
        return switch (letter) {
            case "L" -> Optional.of(Scope2Method.LOCATION_BASED);
            case "M" -> Optional.of(Scope2Method.MARKET_BASED);
            default -> Optional.empty();
        };
    }

    static int number(Optional<Scope3Category> category) {
        return category.map(Scope3Category::number).orElse(NO_CATEGORY);
    }

    /// A list of numbers as PostgreSQL writes an array.
    static String array(List<BigDecimal> numbers) {
        var array = new StringJoiner(",", "{", "}");
        numbers.forEach(number -> array.add(number.toPlainString()));
        return array.toString();
    }

    /// The row in the order of [#COLUMNS].
    void copyTo(CopyRows rows) {
        rows.add(activityId)
                .add(ResultId.letter(method))
                .add(year)
                .add(accounting)
                .add(scope)
                .add(number(category))
                .add(siteId.orElse(null))
                .add(activity)
                .add(start)
                .add(end)
                .add(since)
                .add(crosses)
                .add(factor.map(Factor::id).orElse(null))
                .add(factor.map(Factor::version).orElse(null))
                .add(flags)
                .add(provenance)
                .add(quality.halfWidth().map(HalfWidth::share).orElse(null))
                .add(quality.indicators().orElse(null))
                .add(kilograms.get(GwpSet.AR4_100))
                .add(kilograms.get(GwpSet.AR5_100))
                .add(kilograms.get(GwpSet.AR6_100))
                .add(composition.basis())
                .add(composition.co2Only())
                .add(composition.gases())
                .add(array(masses))
                .add(digest)
                .endRow();
    }
}
