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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.netzero.energy.site.Sites;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportKind;
import org.netzero.platform.imports.Origin;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.problem.InvalidInput;

/// The import of intervals.
@ApplicationScoped
class IntervalImport implements ImportKind {

    static final String NAME = "intervals";

    /// Their rows are small, and a transaction costs as much as thousands of them.
    private static final int BATCH_ROWS = 20_000;

    private final MeterIntervals intervals;
    private final MeterTable meters;
    private final MonthPartitions partitions;
    private final Sites sites;
    private final Clock clock;

    IntervalImport(
            MeterIntervals intervals,
            MeterTable meters,
            MonthPartitions partitions,
            Sites sites,
            Clock clock) {
        this.intervals = intervals;
        this.meters = meters;
        this.partitions = partitions;
        this.sites = sites;
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

    @Override
    public Import<IntervalRow> reading(Origin origin) {
        return new Import<>(columns(), IntervalRow::read, new Dating(origin), BATCH_ROWS);
    }

    /// Finds the place in time of each interval of a batch while the batch before is being stored.
    private final class Dating implements Import.BatchStore<IntervalRow> {

        private final Origin origin;
        private final MeterBook book = new MeterBook(meters, sites);

        Dating(Origin origin) {
            this.origin = origin;
        }

        @Override
        public Supplier<List<RowOutcome>> prepared(List<IntervalRow> batch) {
            QuarkusTransaction.joiningExisting().run(() -> book.open(batch));
            var outcomes = new RowOutcome[batch.size()];
            var good = new ArrayList<DatedInterval>(batch.size());
            for (int i = 0; i < batch.size(); i++) {
                try {
                    good.add(dated(i, batch.get(i)));
                } catch (InvalidInput invalid) {
                    outcomes[i] = new RowOutcome.Rejected(invalid.violations());
                }
            }
            partitions.need(monthsOf(good));
            return () -> stored(good, outcomes);
        }

        private DatedInterval dated(int index, IntervalRow row) {
            Optional<MeterBook.Entry> meter = book.find(row.meterId());
            if (meter.isEmpty()) {
                throw new InvalidInput(
                        "meterId", "UNKNOWN_METER", UnknownMeter.message(row.meterId()));
            }
            return DatedInterval.of(index, row, meter.get(), clock);
        }

        private List<RowOutcome> stored(List<DatedInterval> good, RowOutcome[] refused) {
            RowOutcome[] outcomes = refused.clone();
            if (!good.isEmpty()) {
                intervals.record(good, outcomes, origin);
            }
            return Arrays.asList(outcomes);
        }

        @Override
        public List<RowOutcome> store(List<IntervalRow> batch) {
            return prepared(batch).get();
        }
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
