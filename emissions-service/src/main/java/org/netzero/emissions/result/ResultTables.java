package org.netzero.emissions.result;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.ActivityCalculation;
import org.netzero.emissions.calculation.ActivityRecord;
import org.netzero.emissions.calculation.ActivityTotal;
import org.netzero.emissions.calculation.Crossing;
import org.netzero.emissions.calculation.Finding;
import org.netzero.platform.database.CopyRows;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// The tables of results, over one connection, within the transaction of the caller.
final class ResultTables {

    private static final String ADD_TO_TOTALS =
            """
            insert into activity_result_total as sum (year, scope, method, category, site_id, activity, since, crosses,
                factor, flags, provenance, width_known, quality, basis, co2_only, gases, sets, results, kg_ar4, kg_ar5,
                kg_ar6, masses, squares, digest)
            select year::int, scope, method, category::smallint, site, activity, since::date, crosses::boolean, factor,
                flags, provenance, width_known::boolean, quality, basis, co2_only::boolean, gases, sets, results::bigint,
                ar4::numeric, ar5::numeric, ar6::numeric, masses::numeric[], squares::numeric, digest::numeric
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as new (year, scope,
                method, category, site, activity, since, crosses, factor, flags, provenance, width_known, quality, basis,
                co2_only, gases, sets, results, ar4, ar5, ar6, masses, squares, digest)
            on conflict (year, scope, method, category, site_id, activity, since, crosses, factor, flags, provenance,
                width_known, quality, basis, co2_only, gases, sets)
            do update set results = sum.results + excluded.results, kg_ar4 = sum.kg_ar4 + excluded.kg_ar4,
                kg_ar5 = sum.kg_ar5 + excluded.kg_ar5, kg_ar6 = sum.kg_ar6 + excluded.kg_ar6,
                masses = coalesce((select array_agg(old + new order by position)
                    from unnest(sum.masses, excluded.masses) with ordinality as pair (old, new, position)), '{}'),
                squares = sum.squares + excluded.squares, digest = sum.digest + excluded.digest
            """;

    private static final String ADD_TO_AMOUNTS =
            """
            insert into activity_amount as sum (year, site_id, activity, unit, records, value)
            select year::int, site, activity, unit, records::bigint, value::numeric
            from unnest(?, ?, ?, ?, ?, ?) as new (year, site, activity, unit, records, value)
            on conflict (year, site_id, activity, unit)
            do update set records = sum.records + excluded.records, value = sum.value + excluded.value
            """;

    private final Connection connection;

    ResultTables(Connection connection) {
        this.connection = connection;
    }

    /// A finding about a record, as it is stored.
    ///
    /// @param gwpSet empty: on every set
    record RecordFinding(int year, Finding finding, String activityId, String gwpSet) {

        static RecordFinding of(int year, String activityId, ActivityCalculation.OfSet finding) {
            return new RecordFinding(
                    year,
                    finding.finding(),
                    activityId,
                    finding.gwpSet().map(Enum::name).orElse(""));
        }

        void copyTo(CopyRows rows) {
            rows.add(year)
                    .add(finding.severity())
                    .add(finding.code())
                    .add(activityId)
                    .add(gwpSet)
                    .add(finding.message())
                    .endRow();
        }
    }

    /// Takes the results and findings of records away.
    ///
    /// @return the results as they were
    List<StoredResult> take(Collection<String> activityIds) throws SQLException {
        try (var findings =
                        connection.prepareStatement(
                                "delete from activity_finding where activity_id = any(?)");
                var results =
                        connection.prepareStatement(
                                "delete from activity_result where activity_id = any(?) returning "
                                        + StoredResult.COLUMNS)) {
            findings.setArray(1, SqlArray.of(connection, activityIds, id -> id));
            findings.executeUpdate();
            results.setArray(1, SqlArray.of(connection, activityIds, id -> id));
            return Statements.rows(results, StoredResult::of);
        }
    }

    /// @param results as [StoredResult#copyTo(CopyRows)] writes them
    /// @param findings as [RecordFinding#copyTo(CopyRows)] writes them
    void put(CopyRows results, CopyRows findings) throws SQLException {
        results.into(connection, "activity_result (" + StoredResult.COLUMNS + ")");
        findings.into(
                connection,
                "activity_finding (year, severity, code, activity_id, gwp_set, message)");
    }

    void addToTotals(Sums changes) throws SQLException {
        List<Map.Entry<Sums.Key, Sums.Sum>> entries = changes.entries();
        if (entries.isEmpty()) {
            return;
        }
        try (var upsert = connection.prepareStatement(ADD_TO_TOTALS);
                var tidy =
                        connection.prepareStatement(
                                "delete from activity_result_total where year = any(?) and results = 0")) {
            List<Function<Map.Entry<Sums.Key, Sums.Sum>, @Nullable Object>> columns =
                    List.of(
                            sum -> sum.getKey().year(),
                            sum -> sum.getKey().scope(),
                            sum -> sum.getKey().method(),
                            sum -> sum.getKey().category(),
                            sum -> sum.getKey().siteId(),
                            sum -> sum.getKey().activity(),
                            sum -> sum.getKey().since(),
                            sum -> sum.getKey().crosses(),
                            sum -> sum.getKey().factor(),
                            sum -> sum.getKey().flags(),
                            sum -> sum.getKey().provenance(),
                            sum -> sum.getKey().widthKnown(),
                            sum -> sum.getKey().quality(),
                            sum -> sum.getKey().composition().basis(),
                            sum -> sum.getKey().composition().co2Only(),
                            sum -> sum.getKey().composition().gases(),
                            sum -> sum.getKey().sets(),
                            sum -> sum.getValue().results(),
                            sum -> sum.getValue().on(GwpSet.AR4_100).toPlainString(),
                            sum -> sum.getValue().on(GwpSet.AR5_100).toPlainString(),
                            sum -> sum.getValue().on(GwpSet.AR6_100).toPlainString(),
                            sum -> StoredResult.array(sum.getValue().masses()),
                            sum -> sum.getValue().squares().toPlainString(),
                            sum -> sum.getValue().digest());
            for (int i = 0; i < columns.size(); i++) {
                upsert.setArray(i + 1, SqlArray.of(connection, entries, columns.get(i)));
            }
            upsert.executeUpdate();
            if (entries.stream().anyMatch(sum -> sum.getValue().results() < 0)) {
                tidy.setArray(1, years(entries.stream().map(sum -> sum.getKey().year()).toList()));
                tidy.executeUpdate();
            }
        }
    }

    void addToAmounts(Amounts changes) throws SQLException {
        List<Map.Entry<Amounts.Key, Amounts.Sum>> entries = changes.entries();
        if (entries.isEmpty()) {
            return;
        }
        try (var upsert = connection.prepareStatement(ADD_TO_AMOUNTS);
                var tidy =
                        connection.prepareStatement(
                                "delete from activity_amount where year = any(?) and records = 0")) {
            List<Function<Map.Entry<Amounts.Key, Amounts.Sum>, @Nullable Object>> columns =
                    List.of(
                            sum -> sum.getKey().year(),
                            sum -> sum.getKey().siteId(),
                            sum -> sum.getKey().activity(),
                            sum -> sum.getKey().unit().symbol(),
                            sum -> sum.getValue().records(),
                            sum -> sum.getValue().value().toPlainString());
            for (int i = 0; i < columns.size(); i++) {
                upsert.setArray(i + 1, SqlArray.of(connection, entries, columns.get(i)));
            }
            upsert.executeUpdate();
            if (entries.stream().anyMatch(sum -> sum.getValue().records() <= 0)) {
                tidy.setArray(1, years(entries.stream().map(sum -> sum.getKey().year()).toList()));
                tidy.executeUpdate();
            }
        }
    }

    private java.sql.Array years(List<Integer> years) throws SQLException {
        return connection.createArrayOf("int", years.stream().distinct().toArray());
    }

    Sums totals(int year) throws SQLException {
        var sums = new Sums();
        try (var query =
                connection.prepareStatement("select * from activity_result_total where year = ?")) {
            query.setInt(1, year);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    sums.add(row);
                }
            }
        }
        return sums;
    }

    List<ActivityTotal> amounts(int year) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "select site_id, activity, unit, value from activity_amount where year = ?")) {
            query.setInt(1, year);
            return Statements.rows(
                    query,
                    row ->
                            new ActivityTotal(
                                    Optional.of(row.getString(1)).filter(site -> !site.isEmpty()),
                                    row.getString(2),
                                    new Quantity(
                                            row.getBigDecimal(4), Unit.parse(row.getString(3)))));
        }
    }

    /// The first findings about records of a year, in the order of inventories.
    List<Finding> findings(int year, GwpSet set, int most) throws SQLException {
        var findings = new ArrayList<Finding>();
        try (var query =
                connection.prepareStatement(
                        "select code, activity_id, message from activity_finding"
                                + " where year = ? and severity = ? and gwp_set in ('', ?)"
                                + " order by code, activity_id limit ?")) {
            for (Finding.Severity severity : Finding.Severity.values()) {
                query.setInt(1, year);
                query.setString(2, severity.name());
                query.setString(3, set.name());
                query.setInt(4, most - findings.size());
                findings.addAll(
                        Statements.rows(
                                query,
                                row ->
                                        new Finding(
                                                row.getString(1),
                                                severity,
                                                row.getString(2),
                                                row.getString(3))));
            }
        }
        return findings;
    }

    /// The first records of a year at these sites that go on beyond the stretch of days they start
    /// in.
    List<Crossing> crossing(int year, Collection<String> siteIds, int most) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "select distinct activity_id, site_id, starts_on, ends_on from activity_result"
                                + " where year = ? and crosses and accounting = 'INSIDE_INVENTORY'"
                                + " and site_id = any(?) order by activity_id limit ?")) {
            query.setInt(1, year);
            query.setArray(2, SqlArray.of(connection, siteIds, id -> id));
            query.setInt(3, most);
            return Statements.rows(
                    query,
                    row ->
                            new Crossing(
                                    ActivityRecord.ref(row.getString(1)),
                                    row.getString(2),
                                    row.getObject(3, LocalDate.class),
                                    row.getObject(4, LocalDate.class)));
        }
    }

    /// The results beside the scopes.
    List<StoredResult> beside(int year) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "select "
                                + StoredResult.COLUMNS
                                + " from activity_result where year = ? and accounting <> 'INSIDE_INVENTORY' order by activity_id")) {
            query.setInt(1, year);
            return Statements.rows(query, StoredResult::of);
        }
    }
}
