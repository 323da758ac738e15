package org.netzero.datacenter.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.netzero.datacenter.interval.HoursStored;
import org.netzero.datacenter.interval.RoleHour;
import org.netzero.datacenter.quality.FlaggedHours.FacilityHourKey;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;
import org.netzero.platform.input.Interval;

/// Months whose findings have to be looked for anew. They are noted in the transaction that stores
/// the hours, and only where an hour shows something else than before: of data without fault
/// nothing is written.
@ApplicationScoped
class DueFindings {

    private final FlaggedHours flagged;
    private final UnbalancedHours unbalanced;
    private final LateReadings late;
    private final Statements statements;
    private final int stuckAfter;

    /// @param stuckAfter how many hours without a change make a point stuck
    DueFindings(
            DataSource database,
            FlaggedHours flagged,
            UnbalancedHours unbalanced,
            LateReadings late,
            @ConfigProperty(name = "netzero.quality.stuck-after-hours") int stuckAfter) {
        this.flagged = flagged;
        this.unbalanced = unbalanced;
        this.late = late;
        this.stuckAfter = stuckAfter;
        this.statements = new Statements(database, "Due findings");
    }

    /// The findings of a facility within a month, counted in UTC.
    record Due(String datacenterId, LocalDate month) {

        static final Comparator<Due> ORDER =
                Comparator.comparing(Due::datacenterId).thenComparing(Due::month);

        static Due of(String datacenterId, Instant instant) {
            return new Due(
                    datacenterId, instant.atZone(ZoneOffset.UTC).toLocalDate().withDayOfMonth(1));
        }

        Interval span() {
            return new Interval(
                    month.atStartOfDay(ZoneOffset.UTC).toInstant(),
                    month.plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }

    void hoursStored(@Observes HoursStored stored) {
        Set<Due> due = new TreeSet<>(Due.ORDER);
        flagged.keep(stored.hours()).forEach(hour -> addAround(due, hour));
        flagged.unchangedAmong(stored.sums()).forEach(hour -> addAround(due, hour));
        unbalanced
                .judge(stored.sums())
                .forEach(hour -> due.add(Due.of(hour.datacenterId(), hour.start())));
        due.addAll(late.keep(stored.tooLate()));
        for (RoleHour.Key key : stored.locked()) {
            due.add(Due.of(key.datacenterId(), key.start()));
        }
        add(due);
    }

    /// A stretch without a change may reach over the end of a month.
    private void addAround(Set<Due> due, FacilityHourKey hour) {
        for (int hours : new int[] {-stuckAfter, 0, stuckAfter}) {
            due.add(Due.of(hour.datacenterId(), hour.start().plus(hours, ChronoUnit.HOURS)));
        }
    }

    /// Whoever took a month off the list has to see what is stored now, so the month that stands
    /// there already is locked by this too.
    void add(Collection<Due> due) {
        if (due.isEmpty()) {
            return;
        }
        statements.update(
                """
                insert into finding_due as known (datacenter_id, month)
                select * from unnest(?::text[], ?::date[]) order by 1, 2
                on conflict (datacenter_id, month) do update set noted = known.noted + 1\
                """,
                insert -> {
                    var connection = insert.getConnection();
                    insert.setArray(1, SqlArray.of(connection, due, Due::datacenterId));
                    insert.setArray(2, SqlArray.of(connection, due, Due::month));
                });
    }

    /// Takes some of the months, which another instance then passes over.
    @Transactional(Transactional.TxType.MANDATORY)
    List<Due> take(int limit) {
        return statements.query(
                """
                delete from finding_due where (datacenter_id, month) in
                    (select datacenter_id, month from finding_due
                     order by datacenter_id, month limit ? for update skip locked)
                returning datacenter_id, month\
                """,
                take -> take.setInt(1, limit),
                row -> new Due(row.getString(1), row.getObject(2, LocalDate.class)));
    }
}
