package org.netzero.datacenter.interval;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.netzero.datacenter.facility.MeasuringPoint;
import org.netzero.datacenter.facility.MeasuringPoints;
import org.netzero.datacenter.facility.NumberedPoint;
import org.netzero.datacenter.telemetry.PointHours.PointHour;
import org.netzero.datacenter.telemetry.TelemetryBegins;
import org.netzero.platform.messaging.DatabaseFailure;

/// Hours of points and of roles.
///
/// Storing a part writes the hours of its points, the sums of the roles they touch, the events that
/// tell of changed sums, and the position behind the part: in one transaction, so that after a
/// death all of it is there or none. A part that begins before the stored position was stored by
/// another instance in the meantime; it is refused.
@ApplicationScoped
public class Intervals {

    private final DataSource database;
    private final MeasuringPoints points;
    private final EnergyIntervals energyIntervals;
    private final Event<RoleHoursChanged> changes;
    private final Event<PointHoursChanged> pointChanges;

    Intervals(
            DataSource database,
            MeasuringPoints points,
            EnergyIntervals energyIntervals,
            Event<RoleHoursChanged> changes,
            Event<PointHoursChanged> pointChanges) {
        this.database = database;
        this.points = points;
        this.energyIntervals = energyIntervals;
        this.changes = changes;
        this.pointChanges = pointChanges;
    }

    /// Hours of points from one partition.
    ///
    /// @param firstOffset of the first record
    /// @param nextOffset behind the last record
    record Part(int partition, long firstOffset, long nextOffset, List<PointHour> hours) {}

    void store(List<Part> parts) {
        Map<Integer, NumberedPoint> known =
                points.byNumber(
                        parts.stream()
                                .flatMap(part -> part.hours().stream())
                                .map(PointHour::point)
                                .collect(Collectors.toSet()));
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    try (var connection = database.getConnection()) {
                        store(connection, parts, known);
                    } catch (SQLException failed) {
                        throw new DatabaseFailure("Hours of points", failed);
                    }
                });
    }

    private void store(Connection connection, List<Part> parts, Map<Integer, NumberedPoint> known)
            throws SQLException {
        for (Part part : parts) {
            PointHourTable.advance(connection, part);
        }
        List<PointHourTable.Changed> hours = PointHourTable.upsert(connection, latest(parts));
        if (!hours.isEmpty()) {
            pointChanges.fire(PointHoursChanged.of(hours));
        }
        Set<RoleHour.Key> touched = keysOf(hours, known);
        if (touched.isEmpty()) {
            return;
        }
        List<RoleHour> changed = RoleHourTable.sumUp(connection, touched);
        energyIntervals.tell(changed);
        if (!changed.isEmpty()) {
            changes.fire(
                    new RoleHoursChanged(
                            changed.stream().map(RoleHour::key).collect(Collectors.toSet())));
        }
    }

    /// A later hour of the same point replaces the earlier.
    private static Collection<PointHour> latest(List<Part> parts) {
        var latest = new LinkedHashMap<List<Integer>, PointHour>();
        parts.forEach(part ->
                part.hours()
                        .forEach(hour ->
                                latest.put(List.of(hour.point(), hour.hour().hour()), hour)));
        return latest.values();
    }

    private static Set<RoleHour.Key> keysOf(
            List<PointHourTable.Changed> changed, Map<Integer, NumberedPoint> known) {
        var keys = new TreeSet<RoleHour.Key>();
        for (PointHourTable.Changed hour : changed) {
            NumberedPoint numbered = known.get(hour.point());
            if (numbered != null && !numbered.point().quantity().isCondition()) {
                MeasuringPoint point = numbered.point();
                keys.add(new RoleHour.Key(point.datacenterId(), point.role(), hour.start()));
            }
        }
        return keys;
    }

    /// The positions were another Kafka's; the hours stay.
    @Transactional
    void forgetPositions(@Observes TelemetryBegins begins) {
        try (var connection = database.getConnection()) {
            PointHourTable.forgetPositions(connection);
        } catch (SQLException failed) {
            throw new DatabaseFailure("Positions", failed);
        }
    }

    Map<Integer, Long> positions() {
        try (var connection = database.getConnection()) {
            return PointHourTable.positions(connection);
        } catch (SQLException failed) {
            throw new DatabaseFailure("Positions", failed);
        }
    }

    /// The hours of a facility's roles within a stretch of time, in their order.
    public List<RoleHour> of(String datacenterId, Instant from, Instant to) {
        try (var connection = database.getConnection()) {
            return RoleHourTable.of(connection, datacenterId, from, to);
        } catch (SQLException failed) {
            throw new DatabaseFailure("Hours of " + datacenterId, failed);
        }
    }

    /// The months, counted in UTC, in which a facility has hours, by the first instant of each.
    public List<Instant> monthsOf(String datacenterId) {
        try (var connection = database.getConnection()) {
            return new ArrayList<>(RoleHourTable.months(connection, datacenterId));
        } catch (SQLException failed) {
            throw new DatabaseFailure("Months of " + datacenterId, failed);
        }
    }
}
