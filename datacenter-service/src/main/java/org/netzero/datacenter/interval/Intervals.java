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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.effectiveness.FacilityHour;
import org.netzero.datacenter.effectiveness.RoleAmount;
import org.netzero.datacenter.facility.MeasuringPoint;
import org.netzero.datacenter.facility.MeasuringPoints;
import org.netzero.datacenter.facility.NumberedPoint;
import org.netzero.datacenter.metering.HourAmount;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.telemetry.PointHours.PointHour;
import org.netzero.datacenter.telemetry.PointHours.TooLate;
import org.netzero.datacenter.telemetry.TelemetryBegins;
import org.netzero.platform.messaging.DatabaseFailure;

/// Hours of points and of roles.
///
/// Storing a part writes the hours of its points, moves the sums of their roles by what changed of
/// them, and writes the events that tell of changed sums, and the position behind the part: in one
/// transaction, so that after a death all of it is there or none. A part that begins before the
/// stored position was stored by another instance in the meantime; it is refused.
@ApplicationScoped
public class Intervals {

    private static final long HOUR_SECONDS = 3_600;

    private final DataSource database;
    private final MeasuringPoints points;
    private final EnergyIntervals energyIntervals;
    private final Event<RoleHoursChanged> changes;
    private final HourMonths months;
    private final Event<HoursStored> hoursStored;
    private final LockedHours lockedHours;
    private final Event<PointHoursChanged> pointChanges;

    Intervals(
            DataSource database,
            MeasuringPoints points,
            EnergyIntervals energyIntervals,
            Event<RoleHoursChanged> changes,
            HourMonths months,
            Event<HoursStored> hoursStored,
            LockedHours lockedHours,
            Event<PointHoursChanged> pointChanges) {
        this.database = database;
        this.points = points;
        this.energyIntervals = energyIntervals;
        this.changes = changes;
        this.months = months;
        this.hoursStored = hoursStored;
        this.lockedHours = lockedHours;
        this.pointChanges = pointChanges;
    }

    /// Hours of points from one partition.
    ///
    /// @param firstOffset of the first record
    /// @param nextOffset behind the last record
    /// @param tooLate settled hours for which readings came
    record Part(
            int partition,
            long firstOffset,
            long nextOffset,
            List<PointHour> hours,
            List<TooLate> tooLate) {}

    void store(List<Part> parts) {
        List<Told> told = latest(parts);
        Map<Integer, NumberedPoint> known =
                points.byNumber(told.stream().map(Told::point).collect(Collectors.toSet()));
        try {
            months.need(
                    told.stream().filter(this::isKept).map(Told::start).collect(Collectors.toSet()),
                    told.stream().map(Told::start).collect(Collectors.toSet()));
            QuarkusTransaction.requiringNew()
                    .run(() -> {
                        try (var connection = database.getConnection()) {
                            store(connection, parts, told, known);
                        } catch (SQLException failed) {
                            throw new DatabaseFailure("Hours of points", failed);
                        }
                    });
        } catch (DatabaseFailure failed) {
            months.forget();
            throw failed;
        }
    }

    /// An hour of a point, and what was told of it before what is stored here.
    private record Told(
            int point, Instant start, HourAmount hour, Optional<HourAmount> before, boolean again) {

        static Told of(PointHour hour) {
            return new Told(
                    hour.point(),
                    Instant.ofEpochSecond(HOUR_SECONDS * hour.hour().hour()),
                    hour.hour(),
                    hour.before(),
                    hour.again());
        }

        Told then(Told next) {
            return new Told(point, start, next.hour, before, again || next.again);
        }

        PointHourTable.Key key() {
            return new PointHourTable.Key(point, start);
        }

        PointHour asTold() {
            return new PointHour(point, hour, before, again);
        }

        /// Whether flags tell something of the hour, or told something of it before.
        boolean isFlagged() {
            return !hour.flags().isEmpty() || before.isEmpty() || !before.get().flags().isEmpty();
        }
    }

    /// The later hour of the same point replaces the earlier.
    private static List<Told> latest(List<Part> parts) {
        var latest = new LinkedHashMap<PointHourTable.Key, Told>();
        for (Part part : parts) {
            for (PointHour hour : part.hours()) {
                Told told = Told.of(hour);
                latest.merge(told.key(), told, Told::then);
            }
        }
        return List.copyOf(latest.values());
    }

    /// Whether the point's own hour is stored, and not only summed up. Hours that do not bring what
    /// was told before are stored however old they are: it is looked up among them.
    private boolean isKept(Told told) {
        return told.hour().quarters().isEmpty() || !told.start().isBefore(months.pointHoursSince());
    }

    private void store(
            Connection connection,
            List<Part> parts,
            List<Told> told,
            Map<Integer, NumberedPoint> known)
            throws SQLException {
        for (Part part : parts) {
            PointHourTable.advance(connection, part);
        }
        Map<PointHourTable.Key, ExactHour> before = before(connection, told);
        Map<RoleHour.Key, RoleSum> moves = new HashMap<>();
        Set<RoleHour.Key> again = new TreeSet<>();
        var changed = new ArrayList<PointHourTable.Row>();
        var kept = new ArrayList<PointHourTable.Row>();
        for (Told hour : told) {
            ExactHour now = ExactHour.of(hour.hour());
            ExactHour old = before.get(hour.key());
            NumberedPoint point = known.get(hour.point());
            boolean isSame = now.equals(old);
            if (!isSame || hour.again()) {
                var row = new PointHourTable.Row(hour.key(), now);
                changed.add(row);
                if (isKept(hour)) {
                    kept.add(row);
                }
            }
            if (point == null || !point.point().quantity().isSummed()) {
                continue;
            }
            if (hour.again() && isKept(hour)) {
                again.add(roleKey(point, hour.start()));
            } else if (!isSame) {
                moves.merge(roleKey(point, hour.start()), difference(now, old), RoleSum::plus);
            }
        }
        changed.sort(PointHourTable.ORDER);
        kept.sort(PointHourTable.ORDER);
        PointHourTable.upsert(connection, kept);
        if (!changed.isEmpty()) {
            pointChanges.fire(
                    new PointHoursChanged(
                            changed.stream().map(PointHoursChanged.Hour::of).toList()));
        }
        RoleHourTable.within(
                        connection,
                        PointHourTable.startEarlier(
                                connection,
                                told.stream()
                                        .map(Told::key)
                                        .filter(key -> !before.containsKey(key))
                                        .toList()))
                .forEach(key -> moves.putIfAbsent(key, RoleSum.NONE));
        moves.keySet().removeAll(again);
        var touched = new TreeSet<>(moves.keySet());
        touched.addAll(again);
        Set<RoleHour.Key> locked = lockedHours.among(touched);
        Set<RoleHour.Key> shown = tell(sums(connection, moves, again, locked));
        hoursStored.fire(
                new HoursStored(
                        told.stream().filter(Told::isFlagged).map(Told::asTold).toList(),
                        shown,
                        locked,
                        parts.stream().flatMap(part -> part.tooLate().stream()).toList()));
    }

    /// What was told of the hours before: it comes with them, or is stored by those who told it
    /// then.
    private static Map<PointHourTable.Key, ExactHour> before(Connection connection, List<Told> told)
            throws SQLException {
        Map<PointHourTable.Key, ExactHour> before =
                PointHourTable.stored(
                        connection,
                        told.stream()
                                .filter(hour -> hour.before().isEmpty())
                                .map(Told::key)
                                .toList());
        for (Told hour : told) {
            hour.before().ifPresent(known -> before.put(hour.key(), ExactHour.of(known)));
        }
        return before;
    }

    private static RoleHour.Key roleKey(NumberedPoint numbered, Instant start) {
        MeasuringPoint point = numbered.point();
        return new RoleHour.Key(point.datacenterId(), point.role(), start);
    }

    private static RoleSum difference(ExactHour now, @Nullable ExactHour before) {
        RoleSum sum = RoleSum.of(now);
        return before == null ? sum : sum.minus(RoleSum.of(before));
    }

    /// @return those that are shown otherwise now
    private List<RoleHour> sums(
            Connection connection,
            Map<RoleHour.Key, RoleSum> moves,
            Set<RoleHour.Key> again,
            Set<RoleHour.Key> locked)
            throws SQLException {
        List<RoleHour> shown = new ArrayList<>();
        List<RoleHour> keptApart = new ArrayList<>();
        if (!moves.isEmpty()) {
            RoleHourTable.Outcome moved = RoleHourTable.move(connection, moves, locked);
            shown.addAll(moved.shown());
            keptApart.addAll(moved.keptApart());
        }
        if (!again.isEmpty()) {
            RoleHourTable.Outcome summed = RoleHourTable.sumUp(connection, again, locked);
            shown.addAll(summed.shown());
            keptApart.addAll(summed.keptApart());
        }
        if (!locked.isEmpty()) {
            lockedHours.quarantine(locked, keptApart);
        }
        return shown;
    }

    /// @return the keys of what is shown otherwise
    private Set<RoleHour.Key> tell(List<RoleHour> changed) {
        energyIntervals.tell(changed);
        Set<RoleHour.Key> keys = changed.stream().map(RoleHour::key).collect(Collectors.toSet());
        if (!keys.isEmpty()) {
            changes.fire(new RoleHoursChanged(keys));
        }
        return keys;
    }

    /// Has others that store these hours wait for the transaction.
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(Collection<RoleHour.Key> keys) {
        try (var connection = database.getConnection()) {
            RoleHourTable.lock(connection, new TreeSet<>(keys));
        } catch (SQLException failed) {
            throw new DatabaseFailure("Hours to be released", failed);
        }
    }

    /// Shows locked hours as late readings made them, in place of what stands.
    @Transactional
    public void release(Collection<RoleHour.Key> keys) {
        try (var connection = database.getConnection()) {
            Set<RoleHour.Key> changed = tell(RoleHourTable.show(connection, keys).shown());
            hoursStored.fire(new HoursStored(List.of(), changed, changed, List.of()));
        } catch (SQLException failed) {
            throw new DatabaseFailure("Released hours", failed);
        }
    }

    /// The positions were another Kafka's; the hours stay.
    @Transactional
    void forgetPositions(@Observes TelemetryBegins begins) {
        try (var connection = database.getConnection()) {
            PointHourTable.forgetPositions(connection);
            HourMonths.keepAll(connection);
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
            return RoleHourTable.of(
                    connection, datacenterId, EnumSet.allOf(MeasuringRole.class), from, to);
        } catch (SQLException failed) {
            throw new DatabaseFailure("Hours of " + datacenterId, failed);
        }
    }

    /// The same by the hour.
    public List<FacilityHour> facilityHours(String datacenterId, Instant from, Instant to) {
        var byRole = new TreeMap<Instant, Map<MeasuringRole, RoleAmount>>();
        Map<Instant, Set<HourFlag>> flags = new HashMap<>();
        for (RoleHour hour : of(datacenterId, from, to)) {
            Instant start = hour.key().start();
            byRole.computeIfAbsent(start, instant -> new EnumMap<>(MeasuringRole.class))
                    .put(
                            hour.key().role(),
                            new RoleAmount(hour.amount(), hour.measured(), hour.covered()));
            flags.computeIfAbsent(start, instant -> EnumSet.noneOf(HourFlag.class))
                    .addAll(hour.flags());
        }
        var hours = new ArrayList<FacilityHour>();
        byRole.forEach((start, roles) ->
                hours.add(new FacilityHour(start, roles, flags.getOrDefault(start, Set.of()))));
        return hours;
    }

    /// The hours of one role within a stretch of time, in their order.
    public List<RoleHour> of(String datacenterId, MeasuringRole role, Instant from, Instant to) {
        try (var connection = database.getConnection()) {
            return RoleHourTable.of(connection, datacenterId, Set.of(role), from, to);
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
