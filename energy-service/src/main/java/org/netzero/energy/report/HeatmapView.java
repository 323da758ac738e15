package org.netzero.energy.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.matching.MatchedHours;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;
import org.netzero.platform.problem.InvalidInput;

/// A zone's hours by day and time of the day. The hour a clock skips is empty, the one it repeats
/// is both together, and so is empty an hour in which nothing is known.
///
/// @param show what the cells hold
/// @param timeZone whose days and hours they are
record HeatmapView(
        String period,
        String zone,
        String show,
        String timeZone,
        List<DayView> days,
        @JsonIgnore Table table)
        implements Tabular {

    private static final int HOURS = 24;
    private static final int SCORE_DECIMALS = 6;

    /// @param hours 24 of them
    record DayView(LocalDate day, List<@Nullable BigDecimal> hours) {}

    /// What a cell holds.
    enum Cell {
        SCORE("score"),
        LOAD("loadKwh"),
        MATCHED("matchedKwh"),
        UNMATCHED("unmatchedKwh"),
        SURPLUS("surplusKwh");

        private final String label;

        Cell(String label) {
            this.label = label;
        }

        static Cell named(String label) {
            return Arrays.stream(values())
                    .filter(cell -> cell.label.equals(label))
                    .findFirst()
                    .orElseThrow(() ->
                            new InvalidInput(
                                    "show",
                                    "UNKNOWN_VALUE",
                                    "'%s' is not one of %s"
                                            .formatted(
                                                    label,
                                                    Arrays.stream(values())
                                                            .map(cell -> cell.label)
                                                            .toList())));
        }
    }

    /// One cell being added up.
    private static final class Sum {
        private long load;
        private long matched;
        private long surplus;

        void add(MatchedHours hours, int hour) {
            load += hours.load()[hour];
            matched += hours.matched()[hour];
            surplus += hours.surplus()[hour];
        }

        boolean isKnown() {
            return load != 0 || surplus != 0;
        }

        @Nullable BigDecimal of(Cell cell) {
            if (!isKnown()) {
                return null;
            }
            return switch (cell) {
                case SCORE ->
                        load == 0
                                ? null
                                : BigDecimal.valueOf(matched)
                                        .divide(
                                                BigDecimal.valueOf(load),
                                                SCORE_DECIMALS,
                                                RoundingMode.HALF_EVEN);
                case LOAD -> Presentation.kwh(load);
                case MATCHED -> Presentation.kwh(matched);
                case UNMATCHED -> Presentation.kwh(load - matched);
                case SURPLUS -> Presentation.kwh(surplus);
            };
        }
    }

    static HeatmapView of(
            Period period, HourlyMatchings.Matched matched, Optional<String> named, Cell cell) {
        HourlyMatchings.Zone zone = zone(matched, named);
        Map<LocalDate, List<Sum>> sums = new TreeMap<>();
        for (int hour = 0; hour < zone.total().hours(); hour++) {
            LocalDateTime shown = LocalDateTime.ofInstant(zone.startOf(hour), zone.timeZone());
            sums.computeIfAbsent(
                            shown.toLocalDate(),
                            day -> IntStream.range(0, HOURS).mapToObj(h -> new Sum()).toList())
                    .get(shown.getHour())
                    .add(zone.total(), hour);
        }
        var days = new ArrayList<DayView>();
        sums.forEach((day, hours) -> {
            var cells = new ArrayList<@Nullable BigDecimal>();
            hours.forEach(sum -> cells.add(sum.of(cell)));
            if (isWithin(period, day) || hours.stream().anyMatch(Sum::isKnown)) {
                days.add(new DayView(day, cells));
            }
        });
        return new HeatmapView(
                period.toString(),
                zone.name(),
                cell.label,
                zone.timeZone().getId(),
                days,
                Table.of(columns(), days, HeatmapView::row));
    }

    /// Hours of zones elsewhere begin and end on other days of this zone's clock.
    private static boolean isWithin(Period period, LocalDate day) {
        return !day.isBefore(period.start()) && day.isBefore(period.end());
    }

    private static HourlyMatchings.Zone zone(
            HourlyMatchings.Matched matched, Optional<String> named) {
        List<String> zones = matched.zones().stream().map(HourlyMatchings.Zone::name).toList();
        if (named.isEmpty() && zones.size() > 1) {
            throw new InvalidInput(
                    "zone", "REQUIRED", "is required, as there are several; one of " + zones);
        }
        return matched.zones().stream()
                .filter(zone -> named.isEmpty() || zone.name().equals(named.get()))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidInput(
                                "zone",
                                "UNKNOWN_VALUE",
                                "'%s' is not one of %s".formatted(named.orElse(""), zones)));
    }

    private static List<String> columns() {
        var columns = new ArrayList<String>(List.of("day"));
        IntStream.range(0, HOURS).forEach(hour -> columns.add("%02d".formatted(hour)));
        return columns;
    }

    private static List<@Nullable Object> row(DayView day) {
        var row = new ArrayList<@Nullable Object>();
        row.add(day.day());
        row.addAll(day.hours());
        return row;
    }
}
