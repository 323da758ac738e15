package org.netzero.energy.meter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    /// An interval on file or about to be.
    private record Energy(int minutes, long joules, int revision) {}

    private record Stored(int meter, int start, Energy energy) {}

    private final class SiteCheck {

        private final List<DatedInterval> exports;
        private final Clockface clock;
        private final Map<Integer, MeterTable.Known> known;
        private final Map<Integer, TreeMap<Integer, Energy>> energies = new HashMap<>();

        SiteCheck(String siteId, List<DatedInterval> exports) {
            this.exports = exports;
            this.clock = exports.getFirst().meter().clock();
            this.known =
                    meters.all(Optional.of(siteId)).stream()
                            .filter(meter -> ExportLimit.tells(meter.meter().series()))
                            .collect(Collectors.toMap(MeterTable.Known::number, meter -> meter));
        }

        void refuse(List<DatedInterval> batch, List<DatedInterval> before, RowOutcome[] outcomes) {
            gather();
            List<DatedInterval> news = exports.stream().filter(this::isNews).toList();
            before.forEach(this::overlay);
            batch.forEach(this::overlay);
            Map<Integer, List<DatedInterval>> byHour =
                    news.stream()
                            .collect(
                                    Collectors.groupingBy(
                                            export -> hourOf(export.start()),
                                            TreeMap::new,
                                            Collectors.toList()));
            byHour.forEach((hour, rows) ->
                    refusal(hour, rows.getFirst())
                            .ifPresent(why -> rows.forEach(row -> outcomes[row.index()] = why)));
        }

        /// What is on file of the hours in question.
        private void gather() {
            int from = exports.stream().mapToInt(DatedInterval::start).min().orElseThrow();
            int to = exports.stream().mapToInt(DatedInterval::end).max().orElseThrow();
            statements
                    .query(
                            """
                            select meter, extract(epoch from start_at)::bigint / 60, minutes, energy_j, revision
                            from meter_interval where meter = any (?::int[]) and start_at > %s and start_at < %s
                            """
                                    .formatted(
                                            MeterIntervalTable.literal(
                                                    DatedInterval.instantOf(
                                                            from - MINUTES_PER_HOUR)),
                                            MeterIntervalTable.literal(
                                                    DatedInterval.instantOf(
                                                            to + MINUTES_PER_HOUR))),
                            select ->
                                    select.setArray(
                                            1,
                                            SqlArray.of(
                                                    select.getConnection(),
                                                    known.keySet(),
                                                    number -> number)),
                            row ->
                                    new Stored(
                                            row.getInt(1),
                                            row.getInt(2),
                                            new Energy(
                                                    row.getInt(3), row.getLong(4), row.getInt(5))))
                    .forEach(stored -> put(stored.meter(), stored.start(), stored.energy()));
        }

        private void put(int meter, int start, Energy energy) {
            energies.computeIfAbsent(meter, of -> new TreeMap<>()).put(start, energy);
        }

        /// What is on file already, or older than that, is none.
        private boolean isNews(DatedInterval interval) {
            Energy stored =
                    energies.getOrDefault(interval.meter().number(), new TreeMap<>())
                            .get(interval.start());
            return stored == null || interval.revision() > stored.revision();
        }

        private void overlay(DatedInterval interval) {
            int meter = interval.meter().number();
            if (!known.containsKey(meter)) {
                return;
            }
            Energy stored = energies.getOrDefault(meter, new TreeMap<>()).get(interval.start());
            if (stored == null || interval.revision() > stored.revision()) {
                put(
                        meter,
                        interval.start(),
                        new Energy(interval.minutes(), interval.joules(), interval.revision()));
            }
        }

        /// By the clock of the site, where intervals lie within hours.
        private int hourOf(int start) {
            long shown = clock.shownAt((long) start * SECONDS_PER_MINUTE);
            return (int) Math.floorDiv(shown, (long) MINUTES_PER_HOUR * SECONDS_PER_MINUTE);
        }

        private Collection<Energy> within(int meter, int hour, int start) {
            Set<Energy> none = Set.of();
            TreeMap<Integer, Energy> all = energies.get(meter);
            if (all == null) {
                return none;
            }
            var found = new ArrayList<Energy>();
            all.subMap(start - MINUTES_PER_HOUR, false, start + MINUTES_PER_HOUR, false)
                    .forEach((at, energy) -> {
                        if (hourOf(at) == hour) {
                            found.add(energy);
                        }
                    });
            return found;
        }

        /// Empty when the hour is possible, or cannot be judged.
        private Optional<RowOutcome> refusal(int hour, DatedInterval row) {
            long exported = 0;
            long available = 0;
            int generators = 0;
            for (MeterTable.Known meter : known.values()) {
                Collection<Energy> energy = within(meter.number(), hour, row.start());
                long joules = energy.stream().mapToLong(Energy::joules).sum();
                if (meter.meter().source().flow() == Flow.EXPORT) {
                    exported += joules;
                    continue;
                }
                int minutes = energy.stream().mapToInt(Energy::minutes).sum();
                boolean expected = meter.isExpectedOn(LocalDate.ofEpochDay(row.day()));
                if (minutes < MINUTES_PER_HOUR && (expected || minutes > 0)) {
                    return Optional.empty();
                }
                generators += minutes > 0 ? 1 : 0;
                available += joules;
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
