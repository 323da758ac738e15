package org.netzero.platform.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// An interval as somebody wrote it: local days, which need the zone of their site, or instants,
/// which do not.
public sealed interface StatedInterval {

    /// @throws IllegalArgumentException when the interval is empty or runs backwards in this zone
    Interval in(ZoneId zone);

    /// From one local day to another, the last one excluded.
    record Days(Period period) implements StatedInterval {
        @Override
        public Interval in(ZoneId zone) {
            return period.in(zone);
        }
    }

    /// Between two instants.
    record Instants(Interval interval) implements StatedInterval {
        @Override
        public Interval in(ZoneId zone) {
            return interval;
        }
    }

    /// Reads `start` and `end`: two dates, two instants, or a period that stands in `start` alone.
    ///
    /// @throws IllegalArgumentException with the texts and the remedy
    static StatedInterval parse(String start, String end) {
        if (end.isEmpty()) {
            return new Days(Period.parse(start));
        }
        boolean instants = start.contains("T");
        if (instants != end.contains("T")) {
            throw new IllegalArgumentException(
                    "'%s' and '%s' mix a date and an instant; write both the same way"
                            .formatted(start, end));
        }
        return instants
                ? new Instants(new Interval(instant(start), instant(end)))
                : new Days(new Period(Period.parse(start).start(), Period.parse(end).start()));
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(
                    "'%s' is no instant; write it with its offset, such as 2021-03-14T08:00:00Z"
                            .formatted(text),
                    malformed);
        }
    }

    /// The local day on which the interval starts, without knowing the zone.
    default LocalDate firstDay() {
        return switch (this) {
            case Days days -> days.period().start();
            case Instants instants -> day(instants.interval().start());
        };
    }

    /// The last local day that it touches, without knowing the zone.
    default LocalDate lastDay() {
        return switch (this) {
            case Days days -> days.period().end().minusDays(1);
            case Instants instants -> day(instants.interval().end());
        };
    }

    private static LocalDate day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
