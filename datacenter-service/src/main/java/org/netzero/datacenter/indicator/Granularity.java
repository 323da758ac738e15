package org.netzero.datacenter.indicator;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import org.netzero.platform.input.Period;
import org.netzero.platform.problem.InvalidInput;

/// How long the intervals of a series are.
enum Granularity {
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS),
    MONTH(ChronoUnit.MONTHS),
    YEAR(ChronoUnit.YEARS);

    private final ChronoUnit unit;

    Granularity(ChronoUnit unit) {
        this.unit = unit;
    }

    static Granularity parse(String text) {
        for (Granularity granularity : values()) {
            if (granularity.text().equals(text)) {
                return granularity;
            }
        }
        throw new InvalidInput(
                "granularity",
                "UNKNOWN_VALUE",
                "'%s' is not one of hour, day, month, year".formatted(text));
    }

    /// That of a period that is one interval itself; days where it is none.
    static Granularity of(Period period) {
        if (period.isYear()) {
            return YEAR;
        }
        return period.isMonth() ? MONTH : DAY;
    }

    /// As it stands in addresses and answers.
    String text() {
        return switch (this) {
            case HOUR -> "hour";
            case DAY -> "day";
            case MONTH -> "month";
            case YEAR -> "year";
        };
    }

    /// Where the interval ends that starts here; a local day may have 23 or 25 hours.
    ZonedDateTime after(ZonedDateTime start) {
        return start.plus(1, unit);
    }
}
