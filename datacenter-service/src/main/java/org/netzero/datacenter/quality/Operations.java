package org.netzero.datacenter.quality;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.facility.MeasuredQuantity;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;

/// What is going on in facilities at the moment: as far as hours are known, and which points have
/// fallen silent. Temperatures, which are conditions and amounts of nothing, are left out, and so
/// are points that were revoked.
@ApplicationScoped
class Operations {

    /// Up to when a point is known. Within the last hour it is told from the covered share, so that
    /// it is the time of the last reading wherever that hour has no gap before it.
    private static final String LAST_HOURS =
            """
            select p.datacenter_id, p.point_id, p.role, p.quantity, h.start, h.amount, h.covered,
                   h.start + make_interval(secs => (h.covered * 3600)::double precision)
                       as known_until
            from measuring_point p
            left join lateral (select start, amount, covered from point_hour
                               where point = p.number order by start desc limit 1) h on true
            where p.quantity <> 'TEMPERATURE' and p.revoked_at is null
            """;

    private final Facilities facilities;
    private final Clock clock;
    private final Duration silentAfter;
    private final Statements statements;

    /// @param silentAfter for how long a point may be unknown before it counts as silent
    Operations(
            DataSource database,
            Facilities facilities,
            Clock clock,
            @ConfigProperty(name = "netzero.quality.silent-after") Duration silentAfter) {
        this.facilities = facilities;
        this.clock = clock;
        this.silentAfter = silentAfter;
        this.statements = new Statements(database, "Operations");
    }

    /// The last hour of which a point has told.
    ///
    /// @param hour its start; empty when the point has told of none
    /// @param amount of what is known of the hour: in the unit of the quantity's hours
    /// @param covered the share of the hour that is known
    /// @param knownUntil up to when
    record LastHour(
            String pointId,
            MeasuringRole role,
            MeasuredQuantity quantity,
            Optional<Instant> hour,
            Optional<BigDecimal> amount,
            Optional<BigDecimal> covered,
            Optional<Instant> knownUntil,
            boolean silent) {}

    /// How the points of a facility stand.
    ///
    /// @param knownUntil the latest of them; empty when none has told of an hour
    record Points(int count, int silent, Optional<Instant> knownUntil) {

        static final Points NONE = new Points(0, 0, Optional.empty());
    }

    /// Energies over hours in which both are known in full.
    ///
    /// @param hours how many
    /// @param measured how many of them were measured from end to end
    /// @param last the start of the last of them
    record Energies(
            BigDecimal facilityKwh,
            BigDecimal itKwh,
            int hours,
            int measured,
            Optional<Instant> last) {

        static final Energies NONE =
                new Energies(BigDecimal.ZERO, BigDecimal.ZERO, 0, 0, Optional.empty());
    }

    /// A facility at the moment.
    ///
    /// @param lastHour the last whole hour within a day
    /// @param today since midnight at its site
    /// @param hoursToday how many hours of today are over
    /// @param findings open ones that nobody acknowledged, by code
    record Now(
            Facility facility,
            Points points,
            Energies lastHour,
            Energies today,
            int hoursToday,
            Map<FindingCode, Integer> findings,
            int acknowledged) {}

    /// Facilities in the order of their ids, from the first one after another.
    List<Now> after(String last, int limit) {
        return of(facilities.after(last, limit));
    }

    /// @throws org.netzero.datacenter.facility.UnknownDatacenter when there is none
    Now of(String datacenterId) {
        return of(List.of(facilities.get(datacenterId))).getFirst();
    }

    private List<Now> of(List<Facility> asked) {
        if (asked.isEmpty()) {
            return List.of();
        }
        List<String> ids = asked.stream().map(Facility::datacenterId).toList();
        Instant now = clock.instant();
        Map<String, Points> points = points(ids, now);
        Map<String, Energies> lastHours = lastHours(ids, now);
        Map<String, Today> today = today(ids, now);
        var findings = new HashMap<String, Map<FindingCode, Integer>>();
        var acknowledged = new HashMap<String, Integer>();
        countFindings(ids, findings, acknowledged);
        var answers = new ArrayList<Now>();
        for (Facility facility : asked) {
            String id = facility.datacenterId();
            Today day = today.getOrDefault(id, new Today(Energies.NONE, 0));
            answers.add(
                    new Now(
                            facility,
                            points.getOrDefault(id, Points.NONE),
                            lastHours.getOrDefault(id, Energies.NONE),
                            day.energies(),
                            day.hours(),
                            findings.getOrDefault(id, Map.of()),
                            acknowledged.getOrDefault(id, 0)));
        }
        return answers;
    }

    /// The points of a facility in the order of their ids.
    List<LastHour> lastHoursOf(String datacenterId) {
        Instant silentBefore = clock.instant().minus(silentAfter);
        return statements.query(
                LAST_HOURS + "and p.datacenter_id = ? order by p.point_id",
                select -> select.setString(1, datacenterId),
                row -> {
                    Optional<Instant> knownUntil = instant(row, 8);
                    return new LastHour(
                            row.getString(2),
                            MeasuringRole.valueOf(row.getString(3)),
                            MeasuredQuantity.valueOf(row.getString(4)),
                            instant(row, 5),
                            Optional.ofNullable(row.getBigDecimal(6)),
                            Optional.ofNullable(row.getBigDecimal(7)),
                            knownUntil,
                            knownUntil.filter(until -> !until.isBefore(silentBefore)).isEmpty());
                });
    }

    private Map<String, Points> points(Collection<String> ids, Instant now) {
        var points = new HashMap<String, Points>();
        statements.query(
                """
                select datacenter_id, count(*),
                       count(*) filter (where known_until is null or known_until < ?),
                       max(known_until)
                from (\
                """
                        + LAST_HOURS
                        + "and p.datacenter_id = any(?)) last group by datacenter_id",
                select -> {
                    select.setTimestamp(1, Timestamp.from(now.minus(silentAfter)));
                    select.setArray(2, SqlArray.of(select.getConnection(), ids, id -> id));
                },
                row ->
                        points.put(
                                row.getString(1),
                                new Points(row.getInt(2), row.getInt(3), instant(row, 4))));
        return points;
    }

    private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    /// Hours in which IT and what enters by the boundary of the facility are known in full, of
    /// these facilities: with the plant inside of the boundary, its fuel enters.
    private static String paired(String since) {
        return """
        select f.datacenter_id, z.midnight, i.start,
               i.amount + case when b.inside then u.amount else 0 end as facility_kwh,
               t.amount as it_kwh,
               i.measured = 1 and t.measured = 1
                   and case when b.inside then u.measured = 1 else true end as measured
        from facility f
        left join site s on s.site_id = f.site_id
        cross join lateral (
            select date_trunc('day', ?::timestamptz at time zone coalesce(s.time_zone, 'UTC'))
                       at time zone coalesce(s.time_zone, 'UTC') as midnight) z
        left join reporting_profile p on p.datacenter_id = f.datacenter_id
        cross join lateral (
            select coalesce(p.profile::jsonb ->> 'boundary' = 'INSIDE', false) as inside) b
        left join (role_hour i join role_hour t
                       on t.datacenter_id = i.datacenter_id and t.start = i.start
                       and t.role = 'IT' and t.covered = 1
                   left join role_hour u
                       on u.datacenter_id = i.datacenter_id and u.start = i.start
                       and u.role = 'FUEL' and u.covered = 1)
            on i.datacenter_id = f.datacenter_id and i.role = 'FACILITY_INPUT' and i.covered = 1
            and i.start >= %s and (not b.inside or u.start is not null)
        where f.datacenter_id = any(?)\
        """
                .formatted(since);
    }

    private Map<String, Energies> lastHours(Collection<String> ids, Instant now) {
        var energies = new HashMap<String, Energies>();
        statements.query(
                "select distinct on (datacenter_id) datacenter_id, start, facility_kwh, it_kwh, measured from ("
                        + paired("?::timestamptz - interval '1 day'")
                        + ") paired where start is not null order by datacenter_id, start desc",
                select -> {
                    select.setTimestamp(1, Timestamp.from(now));
                    select.setTimestamp(2, Timestamp.from(now));
                    select.setArray(3, SqlArray.of(select.getConnection(), ids, id -> id));
                },
                row ->
                        energies.put(
                                row.getString(1),
                                new Energies(
                                        row.getBigDecimal(3),
                                        row.getBigDecimal(4),
                                        1,
                                        row.getBoolean(5) ? 1 : 0,
                                        instant(row, 2))));
        return energies;
    }

    private record Today(Energies energies, int hours) {}

    private Map<String, Today> today(Collection<String> ids, Instant now) {
        var today = new HashMap<String, Today>();
        statements.query(
                "select datacenter_id, midnight, coalesce(sum(facility_kwh), 0), coalesce(sum(it_kwh), 0), count(start), count(*) filter (where measured), max(start) from ("
                        + paired("z.midnight")
                        + ") paired group by datacenter_id, midnight",
                select -> {
                    select.setTimestamp(1, Timestamp.from(now));
                    select.setArray(2, SqlArray.of(select.getConnection(), ids, id -> id));
                },
                row ->
                        today.put(
                                row.getString(1),
                                new Today(
                                        new Energies(
                                                row.getBigDecimal(3),
                                                row.getBigDecimal(4),
                                                row.getInt(5),
                                                row.getInt(6),
                                                instant(row, 7)),
                                        (int)
                                                Duration.between(
                                                                row.getTimestamp(2).toInstant(),
                                                                now)
                                                        .toHours())));
        return today;
    }

    private void countFindings(
            Collection<String> ids,
            Map<String, Map<FindingCode, Integer>> open,
            Map<String, Integer> acknowledged) {
        statements.<@Nullable Object>query(
                """
                select datacenter_id, code, count(*) filter (where acknowledged_by is null),
                       count(acknowledged_by)
                from finding where closed_at is null and datacenter_id = any(?)
                group by datacenter_id, code\
                """,
                select -> select.setArray(1, SqlArray.of(select.getConnection(), ids, id -> id)),
                row -> {
                    String id = row.getString(1);
                    if (row.getInt(3) > 0) {
                        open.computeIfAbsent(id, any -> new TreeMap<>())
                                .put(FindingCode.valueOf(row.getString(2)), row.getInt(3));
                    }
                    acknowledged.merge(id, row.getInt(4), Integer::sum);
                    return null;
                });
    }
}
