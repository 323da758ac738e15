package org.netzero.datacenter.series;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.facility.Sites;
import org.netzero.platform.input.Interval;
import org.netzero.platform.input.Period;
import org.netzero.platform.problem.InvalidInput;

/// The local days and months of facilities.
@ApplicationScoped
public class Stretches {

    private static final Duration LONGEST = Duration.ofDays(11 * 366);
    private static final int MOST_HOURS = 24 * 366 * 11;

    private final Sites sites;
    private final Clock clock;

    Stretches(Sites sites, Clock clock) {
        this.sites = sites;
        this.clock = clock;
    }

    /// The zone of the facility's site; UTC while it is not known.
    public ZoneId zoneOf(Facility facility) {
        return sites.zoneOf(facility.siteId()).orElse(ZoneOffset.UTC);
    }

    /// Between which instants a period lies on the clock of the facility.
    ///
    /// @throws InvalidInput when it is longer than eleven years
    public Interval span(Facility facility, Period period) {
        Interval span = period.in(zoneOf(facility));
        if (span.duration().compareTo(LONGEST) > 0) {
            throw new InvalidInput(
                    "period", "TOO_LONG", "'%s' is longer than eleven years".formatted(period));
        }
        return span;
    }

    /// The parts of a span that have begun.
    ///
    /// @param step [ChronoUnit#HOURS], [ChronoUnit#DAYS] or [ChronoUnit#MONTHS]
    public List<Interval> parts(Facility facility, Interval span, ChronoUnit step) {
        ZoneId zone = zoneOf(facility);
        Instant now = clock.instant();
        var parts = new ArrayList<Interval>();
        ZonedDateTime start = span.start().atZone(zone);
        while (start.toInstant().isBefore(span.end())
                && start.toInstant().isBefore(now)
                && parts.size() < MOST_HOURS) {
            ZonedDateTime end = start.plus(1, step);
            parts.add(
                    new Interval(
                            start.toInstant(),
                            end.toInstant().isAfter(span.end()) ? span.end() : end.toInstant()));
            start = end;
        }
        return parts;
    }

    public boolean isOver(Interval stretch) {
        return !clock.instant().isBefore(stretch.end());
    }

    /// How much of stretches a facility can be known of by now.
    public Expected expected(Facility facility) {
        return Expected.of(facility, zoneOf(facility), clock.instant());
    }

    /// What can be known of a facility.
    ///
    /// @param opened since when it is in operation
    /// @param until what is over
    public record Expected(Instant opened, Instant until) {

        public static Expected of(Facility facility, ZoneId zone, Instant until) {
            return new Expected(facility.inOperationSince().atStartOfDay(zone).toInstant(), until);
        }

        /// Whole hours of a stretch that are over and in which the facility was in operation.
        public long hours(Interval stretch) {
            Instant from = opened.isAfter(stretch.start()) ? opened : stretch.start();
            Instant to = until.isBefore(stretch.end()) ? until : stretch.end();
            return Math.max(0, ChronoUnit.HOURS.between(from, to));
        }
    }

    /// What stands for day or month in addresses; empty where none is asked for.
    ///
    /// @throws InvalidInput for anything else
    public static Optional<ChronoUnit> granularity(Optional<String> text) {
        return text.map(asked ->
                switch (asked) {
                    case "day" -> ChronoUnit.DAYS;
                    case "month" -> ChronoUnit.MONTHS;
                    default ->
                            throw new InvalidInput(
                                    "granularity",
                                    "UNKNOWN_VALUE",
                                    "'%s' is not one of day, month".formatted(asked));
                });
    }
}
