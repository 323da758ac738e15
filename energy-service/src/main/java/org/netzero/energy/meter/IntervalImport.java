package org.netzero.energy.meter;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.netzero.energy.balance.Series;
import org.netzero.energy.site.Sites;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.ConcurrentIntake;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportKind;
import org.netzero.platform.imports.Origin;
import org.netzero.platform.imports.Reversal;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.problem.InvalidInput;

/// The import of intervals.
@ApplicationScoped
class IntervalImport implements ImportKind {

    private static final String NAME = "intervals";

    /// Their rows are small, and a transaction costs as much as thousands of them.
    private static final int BATCH_ROWS = 50_000;

    private final MeterIntervals intervals;
    private final MeterTable meters;
    private final MonthPartitions partitions;
    private final Sites sites;
    private final MeterMonths months;
    private final Clock clock;

    IntervalImport(
            MeterIntervals intervals,
            MeterTable meters,
            MonthPartitions partitions,
            Sites sites,
            MeterMonths months,
            Clock clock) {
        this.intervals = intervals;
        this.meters = meters;
        this.partitions = partitions;
        this.sites = sites;
        this.months = months;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Columns columns() {
        return IntervalRow.COLUMNS;
    }

    @Override
    public Set<String> decimals() {
        return Set.of("quantity");
    }

    @Override
    public Set<String> dates() {
        return Set.of();
    }

    /// The months of what is stored are summed at once where the sender waits, so that he sees
    /// them.
    @Override
    public Import<IntervalRow> reading(Origin origin) {
        Set<Series> stored = ConcurrentHashMap.newKeySet();
        return importing(
                new Dating(
                        (batch, good, outcomes) -> {
                            intervals.record(good, outcomes, origin);
                            note(good, outcomes, stored);
                        },
                        () -> months.sumWhatChanged(stored),
                        true));
    }

    /// Makes no partitions, which outlive what is rolled back: nothing is written.
    @Override
    public Import<IntervalRow> trying(Origin origin) {
        var accepted = new TreeMap<Integer, List<DatedInterval>>();
        return importing(
                new Dating(
                        (batch, good, outcomes) -> {
                            List<DatedInterval> before =
                                    accepted.headMap(batch).values().stream()
                                            .flatMap(List::stream)
                                            .toList();
                            accepted.put(batch, intervals.tryOut(good, outcomes, before));
                        },
                        () -> {},
                        false));
    }

    private Import<IntervalRow> importing(Dating dating) {
        return new Import<>(columns(), IntervalRow::read, dating, BATCH_ROWS);
    }

    @Override
    public Reversal reversal() {
        return new Reversal.Refused(
                "an interval is corrected by a row of the same start with the next revision");
    }

    private static void note(List<DatedInterval> good, RowOutcome[] outcomes, Set<Series> stored) {
        good.stream()
                .filter(interval -> outcomes[interval.index()] instanceof RowOutcome.Accepted)
                .map(interval -> interval.meter().series())
                .distinct()
                .forEach(stored::add);
    }

    /// What is done with the intervals of a batch whose place in time is known.
    @FunctionalInterface
    private interface Storing {
        void store(int batch, List<DatedInterval> good, RowOutcome[] outcomes);
    }

    /// Finds the place in time of each interval of a batch while the batch before is being stored.
    private final class Dating implements Import.BatchStore<IntervalRow> {

        private final Storing storing;
        private final Runnable finish;
        private final boolean needsPartitions;
        private final AtomicInteger batches = new AtomicInteger();
        private volatile MeterBook book = new MeterBook(meters, sites);

        Dating(Storing storing, Runnable finish, boolean needsPartitions) {
            this.storing = storing;
            this.finish = finish;
            this.needsPartitions = needsPartitions;
        }

        @Override
        public Supplier<List<RowOutcome>> prepared(List<IntervalRow> batch) {
            return new Batch(batches.getAndIncrement(), batch, book);
        }

        @Override
        public void finish() {
            finish.run();
        }

        @Override
        public List<RowOutcome> store(List<IntervalRow> batch) {
            return prepared(batch).get();
        }

        /// One batch. Where a meter or the clock of a site changed since it was dated, it is dated
        /// anew when it is stored again, and so are all that follow.
        private final class Batch implements Supplier<List<RowOutcome>> {

            private final int number;
            private final List<IntervalRow> rows;
            private List<DatedInterval> good;
            private RowOutcome[] refused;
            private boolean stale;

            Batch(int number, List<IntervalRow> rows, MeterBook known) {
                this.number = number;
                this.rows = rows;
                this.refused = new RowOutcome[rows.size()];
                this.good = dated(known);
            }

            private List<DatedInterval> dated(MeterBook known) {
                QuarkusTransaction.joiningExisting().run(() -> known.open(rows));
                var intervals = new ArrayList<DatedInterval>(rows.size());
                long latest = DatedInterval.latest(clock);
                for (int i = 0; i < rows.size(); i++) {
                    try {
                        intervals.add(IntervalImport.dated(i, rows.get(i), known, latest));
                    } catch (InvalidInput invalid) {
                        refused[i] = new RowOutcome.Rejected(invalid.violations());
                    }
                }
                if (needsPartitions) {
                    partitions.need(monthsOf(intervals));
                }
                return intervals;
            }

            @Override
            public List<RowOutcome> get() {
                if (stale) {
                    refused = new RowOutcome[rows.size()];
                    good = dated(new MeterBook(meters, sites));
                    stale = false;
                }
                try {
                    return stored();
                } catch (ConcurrentIntake collision) {
                    stale = true;
                    book = new MeterBook(meters, sites);
                    throw collision;
                }
            }

            private List<RowOutcome> stored() {
                RowOutcome[] outcomes = refused.clone();
                if (!good.isEmpty()) {
                    storing.store(number, good, outcomes);
                }
                return Arrays.asList(outcomes);
            }
        }
    }

    private static DatedInterval dated(int index, IntervalRow row, MeterBook known, long latest) {
        MeterBook.Entry meter =
                known.find(row.meterId())
                        .orElseThrow(() ->
                                new InvalidInput(
                                        "meterId",
                                        "UNKNOWN_METER",
                                        UnknownMeter.message(row.meterId())));
        return DatedInterval.of(index, row, meter, latest);
    }

    private static Set<YearMonth> monthsOf(List<DatedInterval> intervals) {
        Set<YearMonth> months = new TreeSet<>();
        int from = 0;
        int to = 0;
        for (DatedInterval interval : intervals) {
            if (interval.start() < from || interval.start() >= to) {
                YearMonth month = YearMonth.from(interval.startInstant().atOffset(ZoneOffset.UTC));
                months.add(month);
                from = minute(month);
                to = minute(month.plusMonths(1));
            }
        }
        return months;
    }

    private static int minute(YearMonth month) {
        Instant first = month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return (int) (first.getEpochSecond() / 60);
    }
}
