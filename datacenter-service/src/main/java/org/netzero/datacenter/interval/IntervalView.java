package org.netzero.datacenter.interval;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.metering.Quarters;
import org.netzero.platform.listing.Table;

/// What a role or a point measured within an hour or a quarter of one, as clients see it.
///
/// @param point its id; null where it is the whole role
/// @param amount null where it is known of the hour only, as of hours that were measured before
///   quarters were
/// @param completeness share of the whole hour that was measured
/// @param covered the same with bridged gaps
/// @param flags of the whole hour
record IntervalView(
        MeasuringRole role,
        @Nullable String point,
        Instant start,
        Instant end,
        @Nullable BigDecimal amount,
        String unit,
        BigDecimal completeness,
        BigDecimal covered,
        List<HourFlag> flags) {

    static final List<String> COLUMNS =
            List.of(
                    "role",
                    "point",
                    "start",
                    "end",
                    "amount",
                    "unit",
                    "completeness",
                    "covered",
                    "flags");

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration QUARTER = HOUR.dividedBy(Quarters.COUNT);

    static IntervalView of(StoredHours.Hour hour) {
        return of(hour, hour.start(), HOUR, hour.amount());
    }

    static List<IntervalView> quarters(StoredHours.Hour hour) {
        var views = new ArrayList<IntervalView>();
        for (int i = 0; i < Quarters.COUNT; i++) {
            int quarter = i;
            views.add(
                    of(
                            hour,
                            hour.start().plus(QUARTER.multipliedBy(i)),
                            QUARTER,
                            hour.quarters().map(amounts -> amounts.get(quarter)).orElse(null)));
        }
        return views;
    }

    private static IntervalView of(
            StoredHours.Hour hour, Instant start, Duration length, @Nullable BigDecimal amount) {
        return new IntervalView(
                hour.role(),
                hour.isPoint() ? hour.name() : null,
                start,
                start.plus(length),
                amount,
                hour.unit(),
                hour.measured(),
                hour.covered(),
                hour.flags().stream().sorted(Comparator.comparing(Enum::name)).toList());
    }

    private String name() {
        return point == null ? role.name() : point;
    }

    @JsonIgnore
    String cursor() {
        return new StoredHours.Cursor(name(), start).toString();
    }

    /// Whether it stands behind the last one of the page before, which lies in the first hour read.
    boolean isAfter(StoredHours.Cursor last) {
        return !name().equals(last.name()) || start.isAfter(last.start());
    }

    List<@Nullable Object> row() {
        return Table.row(
                role,
                point,
                start,
                end,
                amount,
                unit,
                completeness,
                covered,
                String.join(" ", flags.stream().map(Enum::name).toList()));
    }
}
