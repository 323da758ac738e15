package org.netzero.energy.meter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.netzero.energy.balance.ExportLimit;
import org.netzero.energy.balance.Series;
import org.netzero.energy.carrier.Flow;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;
import org.netzero.platform.imports.RowOutcome;

/// Intervals of electricity that a site hands over are compared with what it generated in the same
/// hour. An hour whose generation is not wholly on file, or in the same batch, cannot be judged.
@ApplicationScoped
class ExportedHours {

    private static final int MINUTES_PER_HOUR = 60;
    private static final int SECONDS_PER_MINUTE = 60;

    /// Sums of meters in hours that are held at once.
    private static final int MOST_SUMS = 20_000;

    private final MeterTable meters;
    private final Statements statements;

    ExportedHours(MeterTable meters, DataSource database) {
        this.meters = meters;
        this.statements = new Statements(database, "Intervals of meters");
    }

    /// The intervals that may be stored; of the others it says why not.
    ///
    /// @param batch in the order of meters and time
    /// @param before what else would be on file
    List<DatedInterval> possible(
            List<DatedInterval> batch, List<DatedInterval> before, RowOutcome[] outcomes) {
        Map<String, List<DatedInterval>> exports =
                batch.stream()
                        .filter(interval -> isExport(interval.meter().series()))
                        .collect(Collectors.groupingBy(i -> i.meter().series().siteId()));
        if (exports.isEmpty()) {
            return batch;
        }
        exports.forEach(
                (siteId, rows) -> new SiteCheck(siteId, rows).refuse(batch, before, outcomes));
        return batch.stream()
                .filter(interval ->
                        !isExport(interval.meter().series())
                                || !(outcomes[interval.index()] instanceof RowOutcome.Rejected))
                .toList();
    }

    private static boolean isExport(Series series) {
        return ExportLimit.tells(series) && series.source().flow() == Flow.EXPORT;
    }

    /// Where an interval is.
    private record Place(int meter, int start) {

        static Place of(DatedInterval interval) {
            return new Place(interval.meter().number(), interval.start());
        }
    }

    /// An interval on file or about to be.
    private record Energy(int minutes, long joules, int revision) {

        /// What is on file already, or older than that, is none.
        static boolean isNews(DatedInterval interval, Map<Place, Energy> onFile) {
            Energy stored = onFile.get(Place.of(interval));
            return stored == null || interval.revision() > stored.revision();
        }
    }

    /// What a meter measured in an hour.
    private record Sum(int minutes, long joules) {

        static final Sum NOTHING = new Sum(0, 0);

        Sum plus(Sum other) {
            return new Sum(minutes + other.minutes, Math.addExact(joules, other.joules));
        }
    }

    private final class SiteCheck {

        private final List<DatedInterval> exports;
        private final Clockface clock;
        private final Map<Integer, MeterTable.Known> known;

        SiteCheck(String siteId, List<DatedInterval> exports) {
            this.exports = exports;
            this.clock = exports.getFirst().meter().clock();
            this.known =
                    meters.all(Optional.of(siteId)).stream()
                            .filter(meter -> ExportLimit.tells(meter.meter().series()))
                            .collect(Collectors.toMap(MeterTable.Known::number, meter -> meter));
        }

        /// Some hours at a time: a year of a hundred meters does not fit memory, nor do all hours
        /// between two corrections that are years apart.
        void refuse(List<DatedInterval> batch, List<DatedInterval> before, RowOutcome[] outcomes) {
            Map<Place, Energy> onFile = onFile(exports);
            NavigableMap<Integer, List<DatedInterval>> news =
                    byHour(exports.stream().filter(export -> Energy.isNews(export, onFile)));
            NavigableMap<Integer, List<DatedInterval>> incoming =
                    byHour(
                            Stream.concat(before.stream(), batch.stream())
                                    .filter(i -> known.containsKey(i.meter().number()))
                                    .filter(i -> news.containsKey(hourOf(i.start()))));
            var hours = new ArrayList<>(news.keySet());
            int most = Math.max(1, MOST_SUMS / Math.max(1, known.size()));
            for (int from = 0; from < hours.size(); from += most) {
                List<Integer> some = hours.subList(from, Math.min(hours.size(), from + most));
                Map<Place, Sum> sums = sumsOf(some);
                overlay(
                        some.stream()
                                .flatMap(hour -> incoming.getOrDefault(hour, List.of()).stream())
                                .toList(),
                        sums);
                for (int hour : some) {
                    List<DatedInterval> rows = news.getOrDefault(hour, List.of());
                    refusal(hour, rows.getFirst(), sums)
                            .ifPresent(why -> rows.forEach(row -> outcomes[row.index()] = why));
                }
            }
        }

        private NavigableMap<Integer, List<DatedInterval>> byHour(Stream<DatedInterval> rows) {
            return rows.collect(
                    Collectors.groupingBy(
                            row -> hourOf(row.start()), TreeMap::new, Collectors.toList()));
        }

        /// The minute that the hour of a minute begins with, by the clock of the site, where
        /// intervals lie within hours.
        private int hourOf(int minute) {
            long shown = clock.shownAt((long) minute * SECONDS_PER_MINUTE);
            return minute
                    - (int) Math.floorMod(shown / SECONDS_PER_MINUTE, (long) MINUTES_PER_HOUR);
        }

        /// What is on file in the places of some rows.
        private Map<Place, Energy> onFile(Collection<DatedInterval> rows) {
            if (rows.isEmpty()) {
                return new HashMap<>();
            }
            int from = rows.stream().mapToInt(DatedInterval::start).min().orElseThrow();
            int to = rows.stream().mapToInt(DatedInterval::end).max().orElseThrow();
            Map<Place, Energy> found = new HashMap<>();
            statements.query(
                    """
                    select i.meter, i.start_at, i.minutes, i.energy_j, i.revision
                    from unnest(?::int[], ?::int[]) as s (meter, start)
                    cross join lateral (
                        select i.meter, s.start as start_at, i.minutes, i.energy_j, i.revision from meter_interval i
                        where i.meter = s.meter and i.start_at = to_timestamp(s.start * 60.0) and %s
                        offset 0) as i
                    """
                            .formatted(between(from, to)),
                    select -> {
                        select.setArray(
                                1,
                                SqlArray.of(
                                        select.getConnection(), rows, row -> row.meter().number()));
                        select.setArray(
                                2, SqlArray.of(select.getConnection(), rows, DatedInterval::start));
                    },
                    row ->
                            found.put(
                                    new Place(row.getInt(1), row.getInt(2)),
                                    new Energy(row.getInt(3), row.getLong(4), row.getInt(5))));
            return found;
        }

        /// What is on file of some hours in order, by meter and hour.
        private Map<Place, Sum> sumsOf(List<Integer> hours) {
            Map<Place, Sum> sums = new HashMap<>();
            statements.query(
                    """
                    select i.meter, s.start, i.minutes, i.energy_j from unnest(?::int[]) as s (start)
                    cross join lateral (
                        select i.meter, sum(i.minutes) as minutes, sum(i.energy_j) as energy_j from meter_interval i
                        where i.meter = any (?::int[]) and i.start_at >= to_timestamp(s.start * 60.0)
                            and i.start_at < to_timestamp(s.start * 60.0 + 3600) and %s
                        group by i.meter) as i
                    """
                            .formatted(
                                    between(hours.getFirst(), hours.getLast() + MINUTES_PER_HOUR)),
                    select -> {
                        select.setArray(
                                1, SqlArray.of(select.getConnection(), hours, hour -> hour));
                        select.setArray(
                                2,
                                SqlArray.of(
                                        select.getConnection(), known.keySet(), number -> number));
                    },
                    row ->
                            sums.put(
                                    new Place(row.getInt(1), row.getInt(2)),
                                    new Sum(row.getInt(3), row.getBigDecimal(4).longValueExact())));
            return sums;
        }

        /// Written out, so that partitions outside are not even looked at.
        private static String between(int from, int to) {
            return "i.start_at >= %s and i.start_at < %s"
                    .formatted(
                            MeterIntervalTable.literal(DatedInterval.instantOf(from)),
                            MeterIntervalTable.literal(DatedInterval.instantOf(to)));
        }

        /// Adds what comes in to what is on file; a correction by what it changes.
        private void overlay(List<DatedInterval> incoming, Map<Place, Sum> sums) {
            Map<Place, Energy> onFile = onFile(incoming);
            for (DatedInterval interval : incoming) {
                if (!Energy.isNews(interval, onFile)) {
                    continue;
                }
                var energy = new Energy(interval.minutes(), interval.joules(), interval.revision());
                Energy stored = onFile.put(Place.of(interval), energy);
                var change =
                        stored == null
                                ? new Sum(energy.minutes(), energy.joules())
                                : new Sum(
                                        energy.minutes() - stored.minutes(),
                                        energy.joules() - stored.joules());
                sums.merge(
                        new Place(interval.meter().number(), hourOf(interval.start())),
                        change,
                        Sum::plus);
            }
        }

        /// Empty when the hour is possible, or cannot be judged.
        private Optional<RowOutcome> refusal(int hour, DatedInterval row, Map<Place, Sum> sums) {
            long exported = 0;
            long available = 0;
            int generators = 0;
            for (MeterTable.Known meter : known.values()) {
                Sum sum = sums.getOrDefault(new Place(meter.number(), hour), Sum.NOTHING);
                if (meter.meter().source().flow() == Flow.EXPORT) {
                    exported += sum.joules();
                    continue;
                }
                boolean expected = meter.isExpectedOn(LocalDate.ofEpochDay(row.day()));
                if (sum.minutes() < MINUTES_PER_HOUR && (expected || sum.minutes() > 0)) {
                    return Optional.empty();
                }
                generators += sum.minutes() > 0 ? 1 : 0;
                available += sum.joules();
            }
            return generators == 0 || exported <= available
                    ? Optional.empty()
                    : Optional.of(
                            new RowOutcome.Rejected(
                                    "quantity",
                                    "EXPORT_ABOVE_GENERATION",
                                    "with '%s' %s kWh would be exported in the hour of %s, and %s kWh were generated or given back by storage; correct one of them"
                                            .formatted(
                                                    row.meter().meterId(),
                                                    ExactEnergy.kwh(exported).toPlainString(),
                                                    row.startInstant(),
                                                    ExactEnergy.kwh(available).toPlainString())));
        }
    }
}
