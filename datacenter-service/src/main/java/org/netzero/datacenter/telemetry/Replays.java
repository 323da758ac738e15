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
import java.util.Set;
import java.util.regex.Pattern;
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

/// Has hours of facilities computed again from the readings that are held: of a facility, from
/// those that Kafka holds and those that the state has.
@ApplicationScoped
public class Replays {

    /// So many wait at most, of all facilities.
    private static final int MOST_OPEN = 1_000;

    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private final Facilities facilities;
    private final Sites sites;
    private final Statements statements;
    private final TelemetryLag held;
    private final RawReadings raw;
    private final ReplayTable table;
    private final ReadingLog log;
    private final Clock clock;
    private final int partitions;
    private final Duration pointRetention;

    Replays(
            Facilities facilities,
            Sites sites,
            DataSource database,
            TelemetryLag held,
            RawReadings raw,
            ReplayTable table,
            ReadingLog log,
            Clock clock,
            @ConfigProperty(name = "netzero.telemetry.partitions") int partitions,
            @ConfigProperty(name = "netzero.telemetry.point-retention") Duration pointRetention) {
        this.facilities = facilities;
        this.sites = sites;
        this.statements = new Statements(database, "Measuring points");
        this.held = held;
        this.raw = raw;
        this.table = table;
        this.log = log;
        this.clock = clock;
        this.partitions = partitions;
        this.pointRetention = pointRetention;
    }

    /// Keeps what is asked for, with where Kafka's topics end now: later readings come to the state
    /// by themselves.
    ///
    /// @param fromState whether hours of which Kafka lacks readings are computed from those that
    ///   the state has: where it lost some, they come out worse than what is stored
    /// @throws ReadingsNoLongerHeld when it reaches back too far
    /// @throws ReadingsNotStored when Kafka does not answer
    /// @throws InvalidInput when too many wait already
    ReplayTable.Kept ask(String datacenterId, Period period, boolean fromState, String askedBy) {
        Facility facility = facilities.get(datacenterId);
        ZoneId zone = sites.zoneOf(facility.siteId()).orElse(ZoneOffset.UTC);
        Interval span = begun(period.in(zone));
        Optional<Instant> heldSince = held.readingsHeldSince();
        refuseBefore(span.start(), fromState ? Optional.empty() : heldSince);
        if (table.open() >= MOST_OPEN) {
            throw new InvalidInput(
                    "replay",
                    "TOO_MANY",
                    "%d replays wait already; ask again when they are done".formatted(MOST_OPEN));
        }
        List<Integer> points = pointsOf(datacenterId);
        Set<Integer> measured =
                points.stream().map(point -> point % partitions).collect(Collectors.toSet());
        long id =
                table.add(
                        new ReplayTable.Request(
                                datacenterId,
                                span,
                                points.size(),
                                heldSince,
                                clock.instant(),
                                askedBy),
                        measured.isEmpty() ? Map.of() : raw.ends(measured));
        return get(datacenterId, String.valueOf(id));
    }

    /// @throws UnknownReplay when the facility has none of this id
    ReplayTable.Kept get(String datacenterId, String replayId) {
        facilities.get(datacenterId);
        return (ID.matcher(replayId).matches()
                        ? table.find(datacenterId, Long.parseLong(replayId))
                        : Optional.<ReplayTable.Kept>empty())
                .orElseThrow(() -> new UnknownReplay(datacenterId, replayId));
    }

    /// Ends a replay that is not wanted any more. One that has ended stays as it is.
    ///
    /// @throws UnknownReplay when the facility has none of this id
    ReplayTable.Kept cancel(String datacenterId, String replayId, String by) {
        ReplayTable.Kept replay = get(datacenterId, replayId);
        table.end(
                replay.id(),
                ReplayTable.State.CANCELLED,
                Optional.of("Cancelled by " + by),
                clock.instant());
        return get(datacenterId, replayId);
    }

    /// Those of a facility, the latest first.
    ///
    /// @param before the id of the last one that was seen
    List<ReplayTable.Kept> of(String datacenterId, Optional<String> before, int count) {
        facilities.get(datacenterId);
        return table.ofFacility(datacenterId, before.map(Replays::cursor), count);
    }

    private static long cursor(String text) {
        if (!ID.matcher(text).matches()) {
            throw new InvalidInput(
                    "cursor",
                    "UNKNOWN_CURSOR",
                    "'%s' is no cursor of this list; start without one".formatted(text));
        }
        return Long.parseLong(text);
    }

    /// The hours of a span.
    static HourRange hoursOf(Interval span) {
        return new HourRange(hourOf(span.start()), hourOf(span.end().minusNanos(1)));
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

    /// Numbers of the facility's points in a partition, in their order.
    List<Integer> pointsOf(String datacenterId, int partition) {
        return pointsOf(datacenterId).stream()
                .filter(point -> point % partitions == partition)
                .toList();
    }

    /// Has hours of points of a partition told again.
    ///
    /// @throws ReadingsNotStored when it is not certain to be done
    void ask(int partition, List<Integer> points, HourRange hours) {
        for (int from = 0; from < points.size(); from += Replay.MAX_POINTS) {
            log.append(
                    partition,
                    new Replay(
                            points.subList(from, Math.min(points.size(), from + Replay.MAX_POINTS)),
                            hours));
        }
    }
}
