package org.netzero.datacenter.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.datacenter.facility.Facilities.FacilityChanged;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.facility.Sites.SiteZoneChanged;
import org.netzero.datacenter.interval.Intervals;
import org.netzero.datacenter.interval.RoleHour;
import org.netzero.datacenter.interval.RoleHoursChanged;
import org.netzero.datacenter.profile.ReportingProfiles;
import org.netzero.datacenter.profile.ReportingProfiles.ProfileChanged;
import org.netzero.platform.input.Period;
import org.netzero.platform.messaging.DatabaseFailure;

/// Indicators that have to be computed anew. They are noted in the transaction of the change and
/// taken in the transaction that tells of them, so none is forgotten and many changes of one period
/// cost one computation.
@ApplicationScoped
class DueIndicators {

    private final DataSource database;
    private final Facilities facilities;
    private final FacilityZones zones;
    private final Intervals intervals;
    private final ReportingProfiles profiles;

    DueIndicators(
            DataSource database,
            Facilities facilities,
            FacilityZones zones,
            Intervals intervals,
            ReportingProfiles profiles) {
        this.database = database;
        this.profiles = profiles;
        this.facilities = facilities;
        this.zones = zones;
        this.intervals = intervals;
    }

    /// One indicator to compute.
    record Due(String subject, Period period) {}

    void hoursChanged(@Observes RoleHoursChanged changed) {
        Map<String, ZoneId> zoneOf = new HashMap<>();
        Set<Due> due = new HashSet<>();
        for (RoleHour.Key key : changed.keys()) {
            ZoneId zone =
                    zoneOf.computeIfAbsent(
                            key.datacenterId(), id -> zones.of(facilities.get(id)).zone());
            due.addAll(around(key.datacenterId(), key.start(), zone));
        }
        add(due);
    }

    /// Every month and year of the site's facilities was cut otherwise so far.
    void zoneChanged(@Observes SiteZoneChanged changed) {
        add(everyPeriodOn(changed.siteId()));
    }

    /// Capacity, opening and site of a facility stand in its figures or decide on them; and on
    /// those of the others of its sites, whose boundaries it may contradict.
    void facilityChanged(@Observes FacilityChanged changed) {
        Set<Due> due = new HashSet<>();
        if (changed.formerSiteId().isPresent()) {
            due.addAll(everyPeriod(facilities.get(changed.datacenterId())));
        }
        if (changed.formerSiteId().filter(changed.siteId()::equals).isEmpty()) {
            List<String> sites =
                    Stream.concat(Stream.of(changed.siteId()), changed.formerSiteId().stream())
                            .toList();
            if (sites.stream().anyMatch(profiles::isInsideOn)) {
                sites.forEach(siteId -> due.addAll(everyPeriodOn(siteId)));
            }
        }
        add(due);
    }

    /// What is called facility energy, and what PUE is called, may have changed, and whether the
    /// boundaries of the site's facilities contradict each other.
    void profileChanged(@Observes ProfileChanged changed) {
        add(everyPeriodOn(facilities.get(changed.datacenterId()).siteId()));
    }

    private Set<Due> everyPeriodOn(String siteId) {
        Set<Due> due = new HashSet<>();
        facilities.onSite(siteId).forEach(facility -> due.addAll(everyPeriod(facility)));
        return due;
    }

    private Set<Due> everyPeriod(Facility facility) {
        Set<Due> due = new HashSet<>();
        ZoneId zone = zones.of(facility).zone();
        for (Instant month : intervals.monthsOf(facility.datacenterId())) {
            due.addAll(around(facility.datacenterId(), month, zone));
            Instant next = month.atZone(ZoneOffset.UTC).plusMonths(1).toInstant();
            due.addAll(around(facility.datacenterId(), next.minusSeconds(1), zone));
        }
        return due;
    }

    private static List<Due> around(String datacenterId, Instant instant, ZoneId zone) {
        YearMonth month = YearMonth.from(instant.atZone(zone));
        return List.of(
                new Due(datacenterId, Period.of(month)),
                new Due(datacenterId, Period.ofYear(month.getYear())));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void add(String subject, Period period) {
        add(List.of(new Due(subject, period)));
    }

    /// One that is on the list already is locked until the change is committed: taken before, its
    /// figure would be told without this change, and nothing would be left on the list to tell it.
    private void add(Collection<Due> due) {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                """
                                insert into indicator_due (subject, period)
                                select * from unnest(?, ?) order by 1, 2
                                on conflict (subject, period) do update set period = excluded.period\
                                """)) {
            insert.setArray(
                    1, connection.createArrayOf("text", due.stream().map(Due::subject).toArray()));
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "text", due.stream().map(d -> d.period().toString()).toArray()));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseFailure("Due indicators", failed);
        }
    }

    /// Takes some of the due indicators, which another instance then passes over.
    @Transactional(Transactional.TxType.MANDATORY)
    List<Due> take(int limit) {
        try (var connection = database.getConnection();
                var delete =
                        connection.prepareStatement(
                                """
                                delete from indicator_due where (subject, period) in
                                    (select subject, period from indicator_due
                                     order by subject, period limit ? for update skip locked)
                                returning subject, period\
                                """)) {
            delete.setInt(1, limit);
            try (var row = delete.executeQuery()) {
                var due = new ArrayList<Due>();
                while (row.next()) {
                    due.add(new Due(row.getString(1), Period.parse(row.getString(2))));
                }
                return due;
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Due indicators", failed);
        }
    }
}
