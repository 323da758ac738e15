package org.netzero.energy.meter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.netzero.energy.balance.Series;
import org.netzero.energy.consumption.MeteredMonths;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.Sites;
import org.netzero.platform.imports.ConcurrentIntake;
import org.netzero.platform.imports.Origin;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.input.Interval;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.problem.InvalidInput;

/// The intervals of all meters and their sums of days, which are stored together. Nothing measured
/// gets lost: what a correction takes the place of is kept.
@ApplicationScoped
class MeterIntervals {

    private static final Comparator<DatedInterval> ORDER =
            Comparator.comparingInt((DatedInterval interval) -> interval.meter().number())
                    .thenComparingInt(DatedInterval::start);

    private final MeterIntervalTable table;
    private final MeterDays days;
    private final MeteredMonths months;
    private final ExportedHours exports;
    private final Sites sites;

    MeterIntervals(
            MeterIntervalTable table,
            MeterDays days,
            MeteredMonths months,
            ExportedHours exports,
            Sites sites) {
        this.table = table;
        this.days = days;
        this.months = months;
        this.exports = exports;
        this.sites = sites;
    }

    /// Stores the good ones of a batch, in the transaction of the caller.
    ///
    /// @param outcomes what became of each row so far; filled in for each of the batch
    @Transactional(Transactional.TxType.MANDATORY)
    void record(List<DatedInterval> batch, RowOutcome[] outcomes, Origin origin) {
        var inOrder = new ArrayList<>(batch);
        inOrder.sort(ORDER);
        hold(inOrder);
        var writing = new Writing(table.around(stretches(inOrder)));
        for (DatedInterval interval : exports.possible(inOrder, List.of(), outcomes)) {
            outcomes[interval.index()] = writing.take(interval);
        }
        writing.finish(origin);
    }

    /// Says what would become of the good ones of a batch, and writes none of them.
    ///
    /// @param before what of the same file would be stored before them
    /// @return what would be stored of them
    @Transactional(Transactional.TxType.MANDATORY)
    List<DatedInterval> tryOut(
            List<DatedInterval> batch, RowOutcome[] outcomes, List<DatedInterval> before) {
        var inOrder = new ArrayList<>(batch);
        inOrder.sort(ORDER);
        hold(inOrder);
        var writing = new Writing(table.around(stretches(inOrder)));
        before.forEach(writing::take);
        var accepted = new ArrayList<DatedInterval>();
        for (DatedInterval interval : exports.possible(inOrder, before, outcomes)) {
            RowOutcome outcome = writing.take(interval);
            outcomes[interval.index()] = outcome;
            if (outcome instanceof RowOutcome.Accepted) {
                accepted.add(interval);
            }
        }
        return accepted;
    }

    /// Holds every series of the batch, and makes sure that its meters still measure what they were
    /// taken for, on the clock they were taken to have.
    private void hold(List<DatedInterval> batch) {
        Set<Series> series = new HashSet<>();
        Map<String, ZoneId> zones = new HashMap<>();
        Map<Integer, MeterBook.Entry> unsettled = new HashMap<>();
        int last = -1;
        for (DatedInterval interval : batch) {
            MeterBook.Entry meter = interval.meter();
            if (meter.number() != last) {
                series.add(meter.series());
                zones.put(meter.series().siteId(), meter.clock().zone());
                if (!meter.settled()) {
                    unsettled.put(meter.number(), meter);
                }
                last = meter.number();
            }
        }
        months.hold(series);
        for (Site site : sites.named(zones.keySet()).values()) {
            if (!site.timeZone().equals(zones.get(site.siteId()))) {
                throw new ConcurrentIntake();
            }
        }
        if (!unsettled.isEmpty() && !table.use(unsettled.values())) {
            throw new ConcurrentIntake();
        }
    }

    private static List<MeterIntervalTable.Stretch> stretches(List<DatedInterval> inOrder) {
        var stretches = new ArrayList<MeterIntervalTable.Stretch>();
        int from = 0;
        for (int i = 1; i <= inOrder.size(); i++) {
            DatedInterval first = inOrder.get(from);
            boolean ends =
                    i == inOrder.size()
                            || inOrder.get(i).meter().number() != first.meter().number();
            if (ends) {
                stretches.add(
                        new MeterIntervalTable.Stretch(
                                first.meter().number(), first.start(), inOrder.get(i - 1).end()));
                from = i;
            }
        }
        return stretches;
    }

    /// A batch on its way to the tables.
    private final class Writing {

        private final Map<Integer, Timeline> timelines;
        private final List<DatedInterval> insertions = new ArrayList<>();
        private final TreeMap<Integer, List<DatedInterval>> corrections = new TreeMap<>();
        private final List<DaySum> sums = new ArrayList<>();
        private int lastMeter = -1;
        private Timeline last = new Timeline();

        Writing(Map<Integer, Timeline> timelines) {
            this.timelines = timelines;
        }

        RowOutcome take(DatedInterval interval) {
            Timeline timeline = timelineOf(interval.meter().number());
            Optional<Timeline.Known> before =
                    interval.revision() == 1 ? Optional.empty() : timeline.at(interval.start());
            RowOutcome outcome = timeline.take(interval);
            if (outcome instanceof RowOutcome.Accepted) {
                if (before.isEmpty()) {
                    insertions.add(interval);
                    add(DaySum.of(interval));
                } else {
                    corrections
                            .computeIfAbsent(interval.revision(), round -> new ArrayList<>())
                            .add(interval);
                    add(DaySum.of(interval, before.get()));
                }
            }
            return outcome;
        }

        /// They come meter after meter.
        private Timeline timelineOf(int meter) {
            if (meter != lastMeter) {
                lastMeter = meter;
                last = timelines.computeIfAbsent(meter, number -> new Timeline());
            }
            return last;
        }

        /// Intervals come in the order of meters and time, so those of a day follow each other.
        private void add(DaySum sum) {
            if (!sums.isEmpty() && sums.getLast().isOfSameDay(sum)) {
                sums.set(sums.size() - 1, sums.getLast().plus(sum));
            } else {
                sums.add(sum);
            }
        }

        void finish(Origin origin) {
            if (sums.isEmpty()) {
                return;
            }
            int intake = table.intake(origin);
            table.insert(insertions, intake);
            corrections.values().forEach(round -> table.correct(round, intake));
            days.add(sums);
        }
    }

    /// What a meter measured in a period of its site's local days.
    Listing<IntervalView> of(MeterTable.Known meter, Period period) {
        Interval asked = period.in(sites.get(meter.meter().siteId()).timeZone());
        return new Listing<>(
                (cursor, count) ->
                        table
                                .between(
                                        meter.number(),
                                        cursor.map(text -> instant(text, asked))
                                                .orElse(asked.start().minusNanos(1_000)),
                                        asked.end(),
                                        count)
                                .stream()
                                .map(stored -> IntervalView.of(meter.meter().meterId(), stored))
                                .toList(),
                view -> view.start().toString(),
                IntervalView.COLUMNS,
                IntervalView::row);
    }

    private static Instant instant(String cursor, Interval asked) {
        try {
            Instant instant = Instant.parse(cursor);
            if (instant.isBefore(asked.start()) || !instant.isBefore(asked.end())) {
                throw unknown(cursor);
            }
            return instant;
        } catch (DateTimeParseException foreign) {
            throw unknown(cursor);
        }
    }

    private static InvalidInput unknown(String cursor) {
        return new InvalidInput(
                "cursor",
                "UNKNOWN_CURSOR",
                "'%s' is no cursor of this list; start without one".formatted(cursor));
    }
}
