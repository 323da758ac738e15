package org.netzero.emissions.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.netzero.emissions.calculation.ActivityCalculation;
import org.netzero.emissions.calculation.ActivityRecord;
import org.netzero.emissions.calculation.ActivityResults;
import org.netzero.emissions.calculation.ActivityTotal;
import org.netzero.emissions.calculation.EmissionResult;
import org.netzero.emissions.calculation.Finding;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.ResultId;
import org.netzero.emissions.calculation.Tracing;
import org.netzero.emissions.result.ResultTables.RecordFinding;
import org.netzero.platform.database.CopyRows;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;
import org.netzero.platform.messaging.DatabaseFailure;
import org.netzero.quantities.GwpSet;

/// The results of activity records as they are stored. A year stands on the basis on which all of
/// its records were calculated; where that is not today's, or not one, the year has to be
/// calculated again.
@ApplicationScoped
public class Results {

    /// Findings about records that an inventory lists.
    static final int MOST = 1_000;

    private static final Finding MORE =
            new Finding(
                    "MORE_FINDINGS",
                    Finding.Severity.OPEN,
                    "records",
                    "More than %d findings stand against records; these are the first ones, mend them to see the next"
                            .formatted(MOST));

    private static final String TOWARDS = "towards ";

    private final DataSource database;

    Results(DataSource database) {
        this.database = database;
    }

    /// What records come to, calculated and made ready for the tables, but not yet stored. May be
    /// stored again in another transaction where one had to be given up.
    public static final class Calculated {

        private final Basis basis;
        private final SortedSet<YearSite> sites = new TreeSet<>();
        private final SortedSet<Integer> years = new TreeSet<>();
        private final Amounts amounts = new Amounts();
        private final Sums sums = new Sums();
        private final CopyRows results = new CopyRows();
        private final CopyRows findings = new CopyRows();

        private Calculated(List<ActivityRecord> records, Basis basis) {
            this.basis = basis;
            records.forEach(this::add);
        }

        private void add(ActivityRecord record) {
            int year = record.start().getYear();
            years.add(year);
            record.siteId().ifPresent(site -> sites.add(new YearSite(year, site)));
            amounts.add(record);
            ActivityCalculation.Outcome outcome = basis.calculation().of(record);
            for (ActivityCalculation.Result calculated : outcome.results()) {
                StoredResult result = StoredResult.of(record, calculated, basis.stretches(year));
                sums.add(result);
                result.copyTo(results);
            }
            outcome.findings()
                    .forEach(finding ->
                            RecordFinding.of(year, record.activityId(), finding).copyTo(findings));
        }
    }

    /// Needs no transaction.
    public static Calculated calculate(List<ActivityRecord> records, Basis basis) {
        return new Calculated(records, basis);
    }

    /// Stores what records come to, in the transaction that stores the records themselves.
    ///
    /// @param gone records that count no more
    /// @param come records that count from now on
    @Transactional(Transactional.TxType.MANDATORY)
    public void change(List<ActivityRecord> gone, Calculated come) {
        within(connection -> {
            var tables = new ResultTables(connection);
            holdOn(come, connection);
            replace(gone, come, tables);
            var amounts = new Amounts();
            amounts.add(come.amounts);
            gone.forEach(amounts::subtract);
            tables.addToAmounts(amounts);
            noteSites(come, connection);
            return come;
        });
    }

    /// Calculates records again, in a transaction that holds the records.
    @Transactional(Transactional.TxType.MANDATORY)
    public void calculateAgain(List<ActivityRecord> records, Basis basis) {
        within(connection -> {
            Calculated again = calculate(records, basis);
            holdOn(again, connection);
            replace(records, again, new ResultTables(connection));
            noteSites(again, connection);
            return again;
        });
    }

    private static void replace(List<ActivityRecord> gone, Calculated come, ResultTables tables)
            throws SQLException {
        var changes = new Sums();
        changes.add(come.sums);
        if (!gone.isEmpty()) {
            tables.take(gone.stream().map(ActivityRecord::activityId).toList())
                    .forEach(changes::subtract);
        }
        tables.put(come.results, come.findings);
        tables.addToTotals(changes);
    }

    /// Holds the years until the transaction ends, so that nobody begins to calculate them again
    /// meanwhile, and notes those that stand on another basis.
    private static void holdOn(Calculated calculated, Connection connection) throws SQLException {
        try (var begin =
                        connection.prepareStatement(
                                "insert into activity_year (year, basis) values (?, ?) on conflict do nothing");
                var hold =
                        connection.prepareStatement(
                                "select basis from activity_year where year = ? for share");
                var note =
                        connection.prepareStatement(
                                "insert into activity_year_mixed (year) values (?)")) {
            for (int year : calculated.years) {
                String wanted = calculated.basis.ofYear(year);
                begin.setInt(1, year);
                begin.setString(2, wanted);
                begin.executeUpdate();
                hold.setInt(1, year);
                String standing = Statements.rows(hold, row -> row.getString(1)).getFirst();
                if (!standing.equals(wanted) && !standing.startsWith(TOWARDS + wanted)) {
                    note.setInt(1, year);
                    note.executeUpdate();
                }
            }
        }
    }

    private static void noteSites(Calculated calculated, Connection connection)
            throws SQLException {
        Basis basis = calculated.basis;
        SortedSet<YearSite> sites = calculated.sites;
        try (var note =
                connection.prepareStatement(
                        "insert into activity_year_site (year, site_id, place)"
                                + " select year::int, site, place from unnest(?, ?, ?) as new (year, site, place)"
                                + " on conflict (year, site_id) do update set place = excluded.place"
                                + " where activity_year_site.place <> excluded.place")) {
            note.setArray(1, SqlArray.of(connection, sites, YearSite::year));
            note.setArray(2, SqlArray.of(connection, sites, YearSite::siteId));
            note.setArray(3, SqlArray.of(connection, sites, site -> basis.placeOf(site.siteId())));
            note.executeUpdate();
        }
    }

    private record YearSite(int year, String siteId) implements Comparable<YearSite> {

        @Override
        public int compareTo(YearSite other) {
            int byYear = Integer.compare(year, other.year);
            return byYear == 0 ? siteId.compareTo(other.siteId) : byYear;
        }
    }

    /// Whether all of a year's results stand on a basis.
    @Transactional
    public boolean standsOn(int year, Basis basis) {
        return within(connection -> {
            try (var query =
                    connection.prepareStatement(
                            """
                            select not exists (select from activity_year where year = ? and basis <> ?)
                                and not exists (select from activity_year_mixed where year = ?)
                                and not exists (select from activity_year_site its join site using (site_id)
                                    where its.year = ? and its.place <> concat_ws('/', country, coalesce(province, ''),
                                        coalesce(grid_zone, '')))
                            """)) {
                query.setInt(1, year);
                query.setString(2, basis.ofYear(year));
                query.setInt(3, year);
                query.setInt(4, year);
                return Statements.rows(query, row -> row.getBoolean(1)).getFirst();
            }
        });
    }

    /// Begins to calculate a year again, in a transaction of its own: what comes from now on stands
    /// on the basis already.
    ///
    /// @return what [#end] knows this beginning by
    @Transactional(Transactional.TxType.MANDATORY)
    public String begin(int year, Basis basis) {
        String towards = TOWARDS + basis.ofYear(year) + " " + UUID.randomUUID();
        return within(connection -> {
            try (var update =
                            connection.prepareStatement(
                                    "update activity_year set basis = ? where year = ?");
                    var forget =
                            connection.prepareStatement(
                                    "delete from activity_year_mixed where year = ?");
                    var sites =
                            connection.prepareStatement(
                                    "delete from activity_year_site where year = ?")) {
                update.setString(1, towards);
                update.setInt(2, year);
                update.executeUpdate();
                forget.setInt(1, year);
                sites.setInt(1, year);
                sites.executeUpdate();
                forget.executeUpdate();
                return towards;
            }
        });
    }

    /// Every record of the year was calculated again, unless somebody else has begun to do so.
    @Transactional(Transactional.TxType.MANDATORY)
    public void end(int year, Basis basis, String begun) {
        within(connection -> {
            try (var update =
                    connection.prepareStatement(
                            "update activity_year set basis = ? where year = ? and basis = ?")) {
                update.setString(1, basis.ofYear(year));
                update.setInt(2, year);
                update.setString(3, begun);
                return update.executeUpdate();
            }
        });
    }

    /// How many records of a year count.
    @Transactional
    public long records(int year) {
        return within(connection -> {
            try (var query =
                    connection.prepareStatement(
                            "select coalesce(sum(records), 0) from activity_amount where year = ?")) {
                query.setInt(1, year);
                return Statements.rows(query, row -> row.getLong(1)).getFirst();
            }
        });
    }

    /// How much is on record in a year, by site and activity.
    @Transactional
    public List<ActivityTotal> amounts(int year) {
        return within(connection -> new ResultTables(connection).amounts(year));
    }

    /// What the records of a year come to.
    @Transactional
    public ActivityResults ofYear(int year, GwpSet set, Basis basis) {
        return within(connection -> {
            var tables = new ResultTables(connection);
            return new ActivityResults(
                    tables.totals(year).totals(set, basis.library()),
                    tables.beside(year).stream()
                            .filter(result -> result.kilograms().containsKey(set))
                            .map(result ->
                                    new Inventory.Apart(
                                            result.accounting(), shown(result, set, basis)))
                            .toList(),
                    atMost(tables.findings(year, set, MOST + 1)),
                    firstOf(tables.crossing(year, basis.sitesThatChange(year), MOST + 1)),
                    tables.amounts(year));
        });
    }

    /// Results inside the inventory, in its order.
    @Transactional
    public List<EmissionResult> list(ResultQuery wanted, Basis basis) {
        return within(connection ->
                wanted.rows(connection).stream()
                        .map(result -> shown(result, wanted.set(), basis))
                        .toList());
    }

    private static EmissionResult shown(StoredResult result, GwpSet set, Basis basis) {
        return new EmissionResult(
                ResultId.ofActivity(result.year(), set, result.activityId(), result.method()),
                result.scope(),
                result.method(),
                result.category(),
                result.siteId(),
                result.activity(),
                ActivityRecord.ref(result.activityId()),
                result.start() + "/" + result.end(),
                result.emission(set),
                result.factor().flatMap(factor -> basis.library().find(factor.id())),
                Optional.of(result.provenance()),
                result.quality(),
                result.flags().isEmpty() ? List.of() : List.of(result.flags().split(" ", -1)),
                Tracing.LEFT_OUT_TRACE);
    }

    /// @param findings the first ones, in order, and one more where there are more
    static List<Finding> atMost(Collection<Finding> findings) {
        List<Finding> first = firstOf(findings);
        return first.size() == findings.size()
                ? first
                : Stream.concat(first.stream(), Stream.of(MORE)).toList();
    }

    static <T> List<T> firstOf(Collection<T> some) {
        return some.stream().limit(MOST).toList();
    }

    @FunctionalInterface
    private interface Work<T> {
        T over(Connection connection) throws SQLException;
    }

    private <T> T within(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.over(connection);
        } catch (SQLException failed) {
            throw new DatabaseFailure("Results of activity records", failed);
        }
    }
}
