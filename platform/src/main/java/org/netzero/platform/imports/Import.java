package org.netzero.platform.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.InvalidInput;

/// Reads a CSV or XLSX file row by row in constant memory and hands its rows on in batches, each of
/// which is stored in one transaction. A row that breaks a rule never stops the others, and a row
/// without any value is skipped.
///
/// @param columns what the first row may name
/// @param read makes a record of a row's fields; throws [InvalidInput] for a row that breaks the
///   rules of its form
/// @param store stores a batch in one transaction and says what became of each record, in order
/// @param <T> the record that a row stands for
public record Import<T>(Columns columns, Function<Fields, T> read, BatchStore<T> store) {

    /// Rows stored in one transaction.
    public static final int BATCH_ROWS = 1_000;

    /// Stores a batch of records in one transaction.
    @FunctionalInterface
    public interface BatchStore<T> {
        /// @return what became of each record, in the order given
        List<RowOutcome> store(List<T> batch);
    }

    /// @throws InvalidInput when the file cannot be read or its first row is not one of this kind;
    ///   batches stored before a place that cannot be read stay
    public ImportOutcome run(ImportFile file) {
        try (Rows rows = file.rows(columns)) {
            return new Run().over(rows);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// One file on its way: the batch being gathered and the counts so far.
    private final class Run {

        private final List<T> batch = new ArrayList<>(BATCH_ROWS);
        private final List<Long> lines = new ArrayList<>(BATCH_ROWS);
        private final List<RowError> rejected = new ArrayList<>();
        private long accepted;
        private long duplicates;
        private long rejectedRows;

        ImportOutcome over(Rows rows) {
            for (Optional<Rows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                if (!row.get().isBlank()) {
                    gather(row.get());
                }
                if (batch.size() == BATCH_ROWS) {
                    flush();
                }
            }
            flush();
            rejected.sort(Comparator.comparingLong(RowError::line));
            return new ImportOutcome(accepted, duplicates, List.copyOf(rejected), rejectedRows);
        }

        private void gather(Rows.Row row) {
            if (!row.refused().isEmpty()) {
                reject(row.line(), new RowOutcome.Rejected(row.refused()));
                return;
            }
            try {
                batch.add(read.apply(new Fields(row.values())));
                lines.add(row.line());
            } catch (InvalidInput invalid) {
                reject(row.line(), new RowOutcome.Rejected(invalid.violations()));
            }
        }

        private void flush() {
            if (batch.isEmpty()) {
                return;
            }
            List<RowOutcome> outcomes = store.store(List.copyOf(batch));
            for (int i = 0; i < outcomes.size(); i++) {
                switch (outcomes.get(i)) {
                    case RowOutcome.Accepted stored -> accepted++;
                    case RowOutcome.Duplicate known -> duplicates++;
                    case RowOutcome.Rejected refused -> reject(lines.get(i), refused);
                }
            }
            batch.clear();
            lines.clear();
        }

        private void reject(long line, RowOutcome.Rejected refused) {
            rejectedRows++;
            refused.violations().stream()
                    .limit(Math.max(0, ImportOutcome.MAX_LISTED - rejected.size()))
                    .map(v -> new RowError(line, v.field(), v.code(), v.message()))
                    .forEach(rejected::add);
        }
    }
}
