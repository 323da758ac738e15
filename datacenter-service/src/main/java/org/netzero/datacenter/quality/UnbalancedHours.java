package org.netzero.datacenter.quality;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.netzero.datacenter.effectiveness.Balance;
import org.netzero.datacenter.interval.RoleHour;
import org.netzero.datacenter.quality.FacilityFindings.UnbalancedHour;
import org.netzero.datacenter.quality.FlaggedHours.FacilityHourKey;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;
import org.netzero.platform.input.Interval;

/// The hours in which the meters of a facility contradict each other.
@ApplicationScoped
class UnbalancedHours {

    private static final String SUB_METERS =
            Balance.SUB_METERS.stream()
                    .map("'%s'"::formatted)
                    .reduce((one, other) -> one + ", " + other)
                    .orElseThrow();

    /// An hour is judged when the main meters are whole: the input and, of a facility whose plant
    /// stands inside of its boundary, its generation too. Sub-meters that are not whole only lack
    /// something, so those that stand above all the same do so for certain.
    private static final String JUDGED =
            """
            with judged as (
                select h.datacenter_id, h.start, m.main_kwh as input_kwh, m.main_kwh, h.sub_kwh,
                       h.it_kwh
                from (select r.datacenter_id, r.start,
                             sum(r.amount) filter (where r.role = 'FACILITY_INPUT'
                                                     and r.covered = 1) as input_kwh,
                             sum(r.amount) filter (where r.role = 'ON_SITE_GENERATION'
                                                     and r.covered = 1) as generation_kwh,
                             coalesce(sum(r.amount) filter (where r.role in (%s)), 0) as sub_kwh,
                             sum(r.amount) filter (where r.role = 'IT' and r.covered = 1) as it_kwh
                      from unnest(?::text[], ?::timestamptz[]) as k (datacenter_id, start)
                      join role_hour r on r.datacenter_id = k.datacenter_id and r.start = k.start
                      where r.version > 0
                      group by r.datacenter_id, r.start) h
                left join reporting_profile p on p.datacenter_id = h.datacenter_id
                cross join lateral (select h.input_kwh + case p.profile::jsonb ->> 'boundary'
                    when 'INSIDE' then h.generation_kwh else 0 end as main_kwh) m
                where m.main_kwh is not null),
            failing as (
                select * from judged where it_kwh > input_kwh or sub_kwh > main_kwh * ?::numeric),
            """
                    .formatted(SUB_METERS);

    /// How much of the main meters' energy the sub-meters may stand at.
    private static final BigDecimal LIMIT = BigDecimal.ONE.add(Balance.TOLERANCE);

    private static final Comparator<FacilityHourKey> ORDER =
            Comparator.comparing(FacilityHourKey::datacenterId)
                    .thenComparing(FacilityHourKey::start);

    private final Statements statements;

    UnbalancedHours(DataSource database) {
        this.statements = new Statements(database, "Hours out of balance");
    }

    /// Judges hours anew.
    ///
    /// @return those that were or are out of balance, as far as that changed
    List<FacilityHourKey> judge(Collection<RoleHour.Key> sums) {
        if (sums.isEmpty()) {
            return List.of();
        }
        Collection<FacilityHourKey> hours = new TreeSet<>(ORDER);
        sums.forEach(key -> hours.add(new FacilityHourKey(key.datacenterId(), key.start())));
        return statements.query(
                JUDGED
                        + """
                        kept as (
                            insert into unbalanced_hour as known
                                (datacenter_id, start, main_kwh, sub_kwh, input_kwh, it_kwh)
                            select datacenter_id, start, main_kwh, sub_kwh, input_kwh, it_kwh
                            from failing order by 1, 2
                            on conflict (datacenter_id, start) do update
                            set main_kwh = excluded.main_kwh, sub_kwh = excluded.sub_kwh,
                                input_kwh = excluded.input_kwh, it_kwh = excluded.it_kwh
                            where (known.main_kwh, known.sub_kwh, known.input_kwh, known.it_kwh)
                                is distinct from
                                (excluded.main_kwh, excluded.sub_kwh, excluded.input_kwh, excluded.it_kwh)
                            returning datacenter_id, start),
                        gone as (
                            delete from unbalanced_hour known
                            using unnest(?::text[], ?::timestamptz[]) as k (datacenter_id, start)
                            where known.datacenter_id = k.datacenter_id and known.start = k.start
                              and not exists (select 1 from failing f
                                              where f.datacenter_id = k.datacenter_id
                                                and f.start = k.start)
                            returning known.datacenter_id, known.start)
                        select * from kept union all select * from gone\
                        """,
                judge -> {
                    var connection = judge.getConnection();
                    judge.setArray(
                            1, SqlArray.of(connection, hours, FacilityHourKey::datacenterId));
                    judge.setArray(2, SqlArray.of(connection, hours, FacilityHourKey::start));
                    judge.setBigDecimal(3, LIMIT);
                    judge.setArray(
                            4, SqlArray.of(connection, hours, FacilityHourKey::datacenterId));
                    judge.setArray(5, SqlArray.of(connection, hours, FacilityHourKey::start));
                },
                row -> new FacilityHourKey(row.getString(1), row.getTimestamp(2).toInstant()));
    }

    /// The hours of a facility that are out of balance, in their order.
    List<UnbalancedHour> of(String datacenterId, Interval span) {
        return statements.query(
                """
                select start, main_kwh, sub_kwh, input_kwh, it_kwh, sub_kwh > main_kwh * ?
                from unbalanced_hour
                where datacenter_id = ? and start >= ? and start < ? order by start\
                """,
                select -> {
                    select.setBigDecimal(1, LIMIT);
                    select.setString(2, datacenterId);
                    select.setTimestamp(3, Timestamp.from(span.start()));
                    select.setTimestamp(4, Timestamp.from(span.end()));
                },
                row ->
                        new UnbalancedHour(
                                row.getTimestamp(1).toInstant(),
                                row.getBigDecimal(2),
                                row.getBigDecimal(3),
                                row.getBigDecimal(4),
                                Optional.ofNullable(row.getBigDecimal(5)),
                                row.getBoolean(6)));
    }
}
