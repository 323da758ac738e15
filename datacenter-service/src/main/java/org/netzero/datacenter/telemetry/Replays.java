package org.netzero.datacenter.telemetry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.facility.Sites;
import org.netzero.platform.database.Statements;
import org.netzero.platform.input.Interval;
import org.netzero.platform.input.Period;
import org.netzero.platform.problem.InvalidInput;

/// Has hours of facilities computed again from the readings that are held.
@ApplicationScoped
public class Replays {

    private final Facilities facilities;
    private final Sites sites;
    private final Statements statements;
    private final TelemetryLag held;
    private final ReadingLog log;
    private final Clock clock;
    private final int partitions;
    private final Duration pointRetention;

    Replays(
            Facilities facilities,
            Sites sites,
            DataSource database,
            TelemetryLag held,
            ReadingLog log,
            Clock clock,
            @ConfigProperty(name = "netzero.telemetry.partitions") int partitions,
            @ConfigProperty(name = "netzero.telemetry.point-retention") Duration pointRetention) {
        this.facilities = facilities;
        this.sites = sites;
        this.statements = new Statements(database, "Measuring points");
        this.held = held;
        this.log = log;
        this.clock = clock;
        this.partitions = partitions;
        this.pointRetention = pointRetention;
    }

    /// What will be computed again.
    record Asked(Interval span, int points, Optional<Instant> readingsHeldSince) {}

    /// @throws ReadingsNoLongerHeld when it reaches back too far
    /// @throws ReadingsNotStored when it is not certain to be done
    Asked ask(String datacenterId, Period period) {
        Facility facility = facilities.get(datacenterId);
        ZoneId zone = sites.zoneOf(facility.siteId()).orElse(ZoneOffset.UTC);
        Interval span = begun(period.in(zone));
        Optional<Instant> heldSince = held.readingsHeldSince();
        refuseBefore(span.start(), heldSince);
        var hours = new HourRange(hourOf(span.start()), hourOf(span.end().minusNanos(1)));
        List<Integer> points = pointsOf(datacenterId);
        Map<Integer, List<Integer>> byPartition =
                points.stream().collect(Collectors.groupingBy(point -> point % partitions));
        byPartition.forEach((partition, some) -> ask(partition, some, hours));
        return new Asked(span, points.size(), heldSince);
    }

    /// Has the hours of all points of a partition told again, as far back as hours of points are
    /// kept, since some that were told before are lost.
    ///
    /// @return of how many points
    /// @throws RuntimeException when it is not certain to be done
    public int askAgain(int partition) {
        List<Integer> points =
                statements.query(
                        "select number from measuring_point where number % ? = ? order by number",
                        select -> {
                            select.setInt(1, partitions);
                            select.setInt(2, partition);
                        },
                        row -> row.getInt(1));
        Instant now = clock.instant();
        ask(partition, points, new HourRange(hourOf(now.minus(pointRetention)) + 1, hourOf(now)));
        return points.size();
    }

    /// Has the hours of a point told again from a moment on.
    ///
    /// @throws ReadingsNotStored when it is not certain to be done
    void askSince(int point, Instant from) {
        int last = hourOf(clock.instant());
        ask(point % partitions, List.of(point), new HourRange(Math.min(hourOf(from), last), last));
    }

    private static int hourOf(Instant instant) {
        return (int) Math.floorDiv(instant.getEpochSecond(), 3_600);
    }

    /// Hours that have not begun have nothing to compute.
    private Interval begun(Interval asked) {
        Instant next = clock.instant().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        if (!asked.start().isBefore(next)) {
            throw new InvalidInput(
                    "period",
                    "IN_THE_FUTURE",
                    "%s has not begun; ask for hours that have".formatted(asked.start()));
        }
        return new Interval(asked.start(), asked.end().isBefore(next) ? asked.end() : next);
    }

    /// Sums of roles are computed again from hours of points, so these have to be kept as well.
    private void refuseBefore(Instant from, Optional<Instant> heldSince) {
        Instant kept = clock.instant().minus(pointRetention);
        Instant since = heldSince.filter(kept::isBefore).orElse(kept);
        if (from.isBefore(since)) {
            throw new ReadingsNoLongerHeld(from, since);
        }
    }

    private List<Integer> pointsOf(String datacenterId) {
        return statements.query(
                "select number from measuring_point where datacenter_id = ? order by number",
                select -> select.setString(1, datacenterId),
                row -> row.getInt(1));
    }

    private void ask(int partition, List<Integer> points, HourRange hours) {
        for (int from = 0; from < points.size(); from += Replay.MAX_POINTS) {
            log.append(
                    partition,
                    new Replay(
                            points.subList(from, Math.min(points.size(), from + Replay.MAX_POINTS)),
                            hours));
        }
    }
}
