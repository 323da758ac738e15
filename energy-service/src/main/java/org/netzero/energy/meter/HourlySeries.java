package org.netzero.energy.meter;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.Flow;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.Sites;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.input.Interval;
import org.netzero.platform.input.Period;
import org.netzero.platform.messaging.DatabaseFailure;
import org.postgresql.PGConnection;

/// Electricity hour by hour, read straight from the intervals.
@ApplicationScoped
public class HourlySeries {

    private static final int SECONDS_PER_HOUR = 3_600;
    private static final int SECONDS_PER_MINUTE = 60;

    private final MeterTable meters;
    private final Sites sites;
    private final DataSource database;
    private final Clock clock;

    HourlySeries(MeterTable meters, Sites sites, DataSource database, Clock clock) {
        this.meters = meters;
        this.sites = sites;
        this.database = database;
        this.clock = clock;
    }

    /// The hours of a period in which at least one site has its local days of it. They are full
    /// hours in UTC, as those of the grid are, whatever the clocks of the sites show: an hour
    /// belongs to the local day it begins on.
    ///
    /// @param start the first of them
    /// @param places the sites of the meters
    public record Hours(
            Instant start, int count, List<MeterHours> meters, Map<String, Site> places) {

        public Hours {
            meters = List.copyOf(meters);
        }

        /// The first hour that begins on a local day of a site or after it.
        public int hourOf(LocalDate day, ZoneId zone) {
            return firstHourFrom(day.atStartOfDay(zone).toInstant(), start);
        }

        public Instant startOf(int hour) {
            return start.plusSeconds((long) hour * SECONDS_PER_HOUR);
        }
    }

    /// @throws TooManyHours when more is asked for than fits memory
    public Hours of(Period period, Optional<String> siteId) {
        return of(
                period,
                meter -> siteId.filter(id -> !id.equals(meter.siteId())).isEmpty(),
                List.of());
    }

    /// @param which the meters that are asked for
    /// @param besides sites whose local days belong to the period too, whether they have meters or
    ///   not
    /// @throws TooManyHours when more is asked for than fits memory
    public Hours of(Period period, Predicate<Meter> which, Collection<Site> besides) {
        List<MeterTable.Known> electric = electric(which);
        Map<String, Site> places =
                new TreeMap<>(
                        sites.named(
                                electric.stream().map(known -> known.meter().siteId()).toList()));
        besides.forEach(site -> places.put(site.siteId(), site));
        List<Interval> stretches =
                places.values().stream().map(site -> period.in(site.timeZone())).toList();
        if (stretches.isEmpty()) {
            return new Hours(period.in(ZoneOffset.UTC).start(), 0, List.of(), places);
        }
        Instant start =
                stretches.stream()
                        .map(Interval::start)
                        .min(Instant::compareTo)
                        .orElseThrow()
                        .truncatedTo(ChronoUnit.HOURS);
        Instant end = stretches.stream().map(Interval::end).max(Instant::compareTo).orElseThrow();
        return read(electric, places, period, new Interval(start, end), besides.size());
    }

    /// The hours of a site on its own clock, from the midnight that a period begins with: a local
    /// day has 23 to 25 of them.
    ///
    /// @param storages whose states are told hour by hour
    /// @throws TooManyHours when more is asked for than fits memory
    public Hours ofSite(Period period, Site site, int storages) {
        return read(
                electric(meter -> meter.siteId().equals(site.siteId())),
                Map.of(site.siteId(), site),
                period,
                period.in(site.timeZone()),
                1 + storages);
    }

    private List<MeterTable.Known> electric(Predicate<Meter> which) {
        return meters.all(Optional.empty()).stream()
                .filter(known -> which.test(known.meter()))
                .filter(known -> known.meter().carrier() == EnergyCarrier.ELECTRICITY)
                .filter(known -> known.expectedFrom().isPresent())
                .toList();
    }

    /// @param besides series that are held besides those of meters
    private Hours read(
            List<MeterTable.Known> electric,
            Map<String, Site> places,
            Period period,
            Interval stretch,
            int besides) {
        Instant start = stretch.start();
        int count = firstHourFrom(stretch.end(), start);
        TooManyHours.check(electric.size() + besides, 0, count);
        Map<Integer, MeterHours> hours = new TreeMap<>();
        for (MeterTable.Known known : electric) {
            Site site = places.get(known.meter().siteId());
            if (site != null) {
                hours.put(known.number(), empty(known, site, period, start, count));
            }
        }
        fill(hours, start, count);
        return new Hours(start, count, List.copyOf(hours.values()), places);
    }

    /// The sites with a meter of the electricity they purchase.
    public Set<String> sitesWithLoadMeter() {
        return meters.all(Optional.empty()).stream()
                .filter(known -> known.expectedFrom().isPresent())
                .map(MeterTable.Known::meter)
                .filter(meter -> meter.carrier() == EnergyCarrier.ELECTRICITY)
                .filter(meter -> meter.source().flow() == Flow.PURCHASE)
                .map(Meter::siteId)
                .collect(Collectors.toSet());
    }

    /// What some meters measured on local days of their sites, in joules.
    public long generated(Collection<String> meterIds, Span days) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select coalesce(sum(energy_j), 0) from meter join meter_day on meter_day.meter = number
                                where meter_id = any (?) and day >= ? and day < ?
                                """)) {
            select.setArray(1, SqlArray.of(connection, meterIds, id -> id));
            select.setObject(2, days.start());
            select.setObject(3, days.end());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getBigDecimal(1).longValueExact();
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Days of meters", failed);
        }
    }

    /// An hour that has not passed is not expected yet, nor one that a meter is in service for only
    /// a part of.
    private MeterHours empty(
            MeterTable.Known known, Site site, Period period, Instant start, int count) {
        ZoneId zone = site.timeZone();
        LocalDate from = later(period.start(), known.expectedFrom().orElseThrow());
        int to = firstHourFrom(period.in(zone).end(), start);
        if (known.meter().inServiceTo().isPresent()) {
            LocalDate end = known.meter().inServiceTo().get();
            to = Math.min(to, hourOf(end.atStartOfDay(zone).toEpochSecond(), start));
        }
        return new MeterHours(
                known.meter(),
                new long[count],
                new byte[count],
                firstHourFrom(from.atStartOfDay(zone).toInstant(), start),
                Math.min(to, hourOf(clock.instant().getEpochSecond(), start)));
    }

    /// The first hour that begins at a moment or after it.
    private static int firstHourFrom(Instant moment, Instant start) {
        return (int)
                Math.ceilDiv(moment.getEpochSecond() - start.getEpochSecond(), SECONDS_PER_HOUR);
    }

    private static int hourOf(long seconds, Instant start) {
        return (int) Math.floorDiv(seconds - start.getEpochSecond(), (long) SECONDS_PER_HOUR);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    /// An interval that began before the first hour may reach into it.
    private void fill(Map<Integer, MeterHours> hours, Instant start, int count) {
        String numbers =
                hours.keySet().stream().map(String::valueOf).collect(Collectors.joining(","));
        try (var connection = database.getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            """
                            copy (select start_at, energy_j, meter, minutes from meter_interval
                            where start_at > %s and start_at < %s and meter = any ('{%s}'::int[])) to stdout (format binary)
                            """
                                    .formatted(
                                            MeterIntervalTable.literal(
                                                    start.minusSeconds(SECONDS_PER_HOUR)),
                                            MeterIntervalTable.literal(
                                                    start.plusSeconds(
                                                            (long) count * SECONDS_PER_HOUR)),
                                            numbers),
                            new Filling(hours, start, count));
        } catch (SQLException failed) {
            throw new DatabaseFailure("Hours of meters", failed);
        } catch (IOException impossible) {
            throw new IllegalStateException("Arrays in memory cannot be filled", impossible);
        }
    }

    /// Reads what COPY writes, row by row.
    private static final class Filling extends OutputStream {

        private static final int HEADER_BYTES = 19;
        private static final int ROW_BYTES =
                Short.BYTES + 4 * Integer.BYTES + 2 * Long.BYTES + Integer.BYTES + Short.BYTES;
        private static final long MICROSECONDS_PER_SECOND = 1_000_000;
        private static final long YEAR_2000 = 946_684_800;

        /// By the numbers of the meters.
        private final @Nullable MeterHours[] hours;

        private final long start;
        private final int count;
        private final ByteBuffer row = ByteBuffer.allocate(ROW_BYTES);
        private int skip = HEADER_BYTES;

        Filling(Map<Integer, MeterHours> hours, Instant start, int count) {
            int last = hours.keySet().stream().mapToInt(number -> number).max().orElse(0);
            this.hours = new @Nullable MeterHours[last + 1];
            hours.forEach((number, meter) -> this.hours[number] = meter);
            this.start = start.getEpochSecond();
            this.count = count;
        }

        @Override
        public void write(int oneByte) {
            write(new byte[] {(byte) oneByte}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            int from = offset + Math.min(skip, length);
            skip -= from - offset;
            int end = offset + length;
            while (from < end) {
                int part = Math.min(end - from, row.remaining());
                row.put(bytes, from, part);
                from += part;
                if (!row.hasRemaining()) {
                    row.flip();
                    take();
                    row.clear();
                }
            }
        }

        private void take() {
            row.getShort();
            row.getInt();
            long seconds = row.getLong() / MICROSECONDS_PER_SECOND + YEAR_2000;
            row.getInt();
            long joules = row.getLong();
            row.getInt();
            MeterHours meter = hours[row.getInt()];
            row.getInt();
            int minutes = row.getShort();
            if (meter != null) {
                share(meter, seconds - start, joules, minutes);
            }
        }

        /// Clocks that are half or a quarter of an hour off have intervals that lie in two hours in
        /// UTC: these share them by minutes, and no joule is lost.
        private void share(MeterHours meter, long seconds, long joules, int minutes) {
            int hour = (int) Math.floorDiv(seconds, (long) SECONDS_PER_HOUR);
            int left =
                    (SECONDS_PER_HOUR - (int) Math.floorMod(seconds, (long) SECONDS_PER_HOUR))
                            / SECONDS_PER_MINUTE;
            if (minutes <= left) {
                add(meter, hour, joules, minutes);
            } else {
                long first = joules * left / minutes;
                add(meter, hour, first, left);
                add(meter, hour + 1, joules - first, minutes - left);
            }
        }

        private void add(MeterHours meter, int hour, long joules, int minutes) {
            // hours of the zone outside the site's own days belong to another period
            if (hour >= 0 && hour < count && meter.isExpected(hour)) {
                meter.joules()[hour] += joules;
                meter.minutes()[hour] += (byte) minutes;
            }
        }
    }
}
