package org.netzero.energy.consumption;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.Span;
import org.netzero.energy.site.Site;
import org.netzero.platform.input.Interval;
import org.netzero.platform.problem.InvalidInput;

/// A record whose interval is known as instants and as local days of its site.
///
/// @param days the local days it touches
record DatedRecord(EnergyRecord record, Interval interval, Span days) {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(367);
    private static final Duration START_AHEAD = Duration.ofDays(1);

    /// @throws InvalidInput when the dates cannot be those of energy used
    static DatedRecord of(EnergyRecord record, Site site, Clock clock) {
        Interval interval = intervalOf(record, site);
        if (interval.start().isBefore(EARLIEST)) {
            throw new InvalidInput(
                    "start",
                    "IMPLAUSIBLE_DATE",
                    "'%s' lies before 1990".formatted(interval.start()));
        }
        if (interval.start().isAfter(clock.instant().plus(START_AHEAD))) {
            throw new InvalidInput(
                    "start",
                    "IN_THE_FUTURE",
                    "'%s' lies in the future; energy is recorded once it is used"
                            .formatted(interval.start()));
        }
        if (interval.duration().compareTo(LONGEST) > 0) {
            throw new InvalidInput(
                    "end",
                    "TOO_LONG",
                    "'%s' is more than a year after the start; write one record a year"
                            .formatted(interval.end()));
        }
        return new DatedRecord(record, interval, daysOf(interval, site.timeZone()));
    }

    Series series() {
        return new Series(record.siteId(), record.carrier(), record.source());
    }

    private static Interval intervalOf(EnergyRecord record, Site site) {
        try {
            return record.interval().in(site.timeZone());
        } catch (IllegalArgumentException refused) {
            throw new InvalidInput(
                    "start", "NOT_AN_INTERVAL", String.valueOf(refused.getMessage()));
        }
    }

    static Span daysOf(Interval interval, ZoneId zone) {
        ZonedDateTime end = interval.end().atZone(zone);
        LocalDate lastDay = end.toLocalDate();
        boolean atMidnight =
                end.toLocalDate().atStartOfDay(zone).toInstant().equals(interval.end());
        return new Span(
                interval.start().atZone(zone).toLocalDate(),
                atMidnight || end.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? lastDay
                        : lastDay.plusDays(1));
    }
}
