package org.netzero.platform.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.function.Supplier;
import org.netzero.platform.input.Fields;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// Reads a CSV or XLSX file row by row in constant memory and hands its rows on in batches, each of
/// which is stored in one transaction. A row that breaks a rule never stops the others, and a row
/// without any value is skipped.
///
/// @param columns what the first row may name
/// @param read makes a record of a row's fields; throws [InvalidInput] for a row that breaks the
///   rules of its form
/// @param store stores a batch in one transaction and says what became of each record, in order
/// @param batchRows rows stored in one transaction
/// @param <T> the record that a row stands for
public record Import<T>(
        Columns columns, Function<Fields, T> read, BatchStore<T> store, int batchRows) {

    /// Rows stored in one transaction, unless a kind says otherwise.
    public static final int BATCH_ROWS = 5_000;

    public Import(Columns columns, Function<Fields, T> read, BatchStore<T> store) {
        this(columns, read, store, BATCH_ROWS);
    }

    /// Stores a batch of records in one transaction.
    @FunctionalInterface
    public interface BatchStore<T> {

        /// @return what became of each record, in the order given
        List<RowOutcome> store(List<T> batch);

        /// Does what needs no transaction and may take a while, while the batch before is being
        /// stored.
        ///
        /// @return stores the batch, and does so again when its transaction has to be repeated
        default Supplier<List<RowOutcome>> prepared(List<T> batch) {
            return () -> store(batch);
        }

        /// Does what is left to do behind the last batch of a file whose sender waits for it,
        /// outside any transaction.
        default void finish() {}

        /// @param preparation see [#prepared(List)]
        static <T> BatchStore<T> preparing(
                Function<List<T>, Supplier<List<RowOutcome>>> preparation) {
            return new BatchStore<>() {
                @Override
                public List<RowOutcome> store(List<T> batch) {
                    return prepared(batch).get();
                }

                @Override
                public Supplier<List<RowOutcome>> prepared(List<T> batch) {
                    return preparation.apply(batch);
                }
            };
        }
    }

    /// @throws InvalidInput when the file cannot be read or its first row is not one of this kind;
    ///   batches stored before a place that cannot be read stay
    public ImportOutcome run(ImportFile file) {
        RowForm form = RowForm.of(columns);
        try (Rows rows = file.rows(form)) {
            var tally = new Tally();
            run(rows, form, 0, stretch -> tally.add(stretch.get()));
            return tally.outcome();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Reads and stores in the thread, and so in the transaction, of the caller.
    ///
    /// @param afterLine up to where the rows are stored and noted already
    void run(Rows rows, RowForm form, long afterLine, Journal journal) {
        run(rows, form, afterLine, new Storing(journal, Runnable::run, Runnable::run));
    }

    /// The same, where threads of their own prepare a batch and store the one before it, while the
    /// next one is read.
    void runAhead(Rows rows, RowForm form, long afterLine, Journal journal) {
        ThreadFactory threads = Thread.ofPlatform().name("imports-", 0).daemon().factory();
        // closed from the last to the first: what was prepared can still be stored
        try (var storing = Executors.newSingleThreadExecutor(threads);
                var preparing = Executors.newSingleThreadExecutor(threads)) {
            run(rows, form, afterLine, new Storing(journal, preparing, storing));
        }
    }

    private void run(Rows rows, RowForm form, long afterLine, Storing storing) {
        try {
            startAll(rows, form, afterLine, storing);
        } catch (RuntimeException broken) {
            throw storing.finishBefore(broken);
        }
        storing.finish();
    }

    private void startAll(Rows rows, RowForm form, long afterLine, Storing storing) {
        var gathering = new Gathering<>(this, form);
        for (Optional<Rows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
            if (row.get().line() > afterLine && !row.get().isBlank()) {
                gathering.take(row.get());
            }
            if (gathering.rows() == batchRows) {
                storing.start(gathering::prepared);
                gathering = new Gathering<>(this, form);
            }
        }
        if (gathering.rows() > 0) {
            storing.start(gathering::prepared);
        }
    }

    /// A batch being gathered, and what was rejected in between.
    private static final class Gathering<T> {

        private final Import<T> kind;
        private final RowForm form;
        private final List<T> batch = new ArrayList<>(BATCH_ROWS);
        private final List<Long> lines = new ArrayList<>(BATCH_ROWS);
        private final List<RowError> errors = new ArrayList<>();
        private int rejectedRows;
        private long throughLine;

        Gathering(Import<T> kind, RowForm form) {
            this.kind = kind;
            this.form = form;
        }

        int rows() {
            return batch.size() + rejectedRows;
        }

        void take(Rows.Row written) {
            throughLine = written.line();
            Rows.Row row = form.read(written);
            if (row.refused().isEmpty()) {
                gather(row);
            } else {
                reject(row.line(), row.refused());
            }
        }

        private void gather(Rows.Row row) {
            try {
                batch.add(kind.read().apply(new Fields(row.values())));
                lines.add(row.line());
            } catch (InvalidInput invalid) {
                reject(row.line(), invalid.violations());
            }
        }

        private void reject(long line, List<Violation> violations) {
            rejectedRows++;
            errors.addAll(errorsOf(line, violations));
        }

        private List<RowError> errorsOf(long line, List<Violation> violations) {
            return violations.stream()
                    .map(v ->
                            new RowError(line, form.columnOfFile(v.field()), v.code(), v.message()))
                    .toList();
        }

        Supplier<Stretch> prepared() {
            Supplier<List<RowOutcome>> store =
                    batch.isEmpty() ? List::of : kind.store().prepared(List.copyOf(batch));
            return () -> stored(store.get());
        }

        private Stretch stored(List<RowOutcome> outcomes) {
            var reasons = new ArrayList<>(errors);
            long accepted = 0;
            long duplicates = 0;
            for (int i = 0; i < outcomes.size(); i++) {
                switch (outcomes.get(i)) {
                    case RowOutcome.Accepted stored -> accepted++;
                    case RowOutcome.Duplicate known -> duplicates++;
                    case RowOutcome.Rejected refused ->
                            reasons.addAll(errorsOf(lines.get(i), refused.violations()));
                }
            }
            reasons.sort(Comparator.comparingLong(RowError::line));
            long rows = rows();
            return new Stretch(
                    throughLine,
                    rows,
                    accepted,
                    duplicates,
                    rows - accepted - duplicates,
                    List.copyOf(reasons));
        }
    }

    /// Prepares and stores batches in their order: one being prepared, one being stored.
    private static final class Storing {

        private final Journal journal;
        private final Executor preparing;
        private final Executor storing;
        private CompletableFuture<Void> beforeLast = CompletableFuture.completedFuture(null);
        private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

        Storing(Journal journal, Executor preparing, Executor storing) {
            this.journal = journal;
            this.preparing = preparing;
            this.storing = storing;
        }

        /// Waits until the batch before the last is stored.
        ///
        /// @param batch prepares it
        /// @throws RuntimeException what that one, or preparing the last one, failed with
        void start(Supplier<Supplier<Stretch>> batch) {
            stored(beforeLast);
            beforeLast = last;
            last =
                    last.thenAcceptBothAsync(
                            CompletableFuture.supplyAsync(batch, preparing),
                            (none, prepared) -> journal.note(prepared),
                            storing);
        }

        /// @throws RuntimeException what one of the last batches failed with
        void finish() {
            stored(last);
        }

        /// Lets the batches before a place that cannot be read come to their end.
        ///
        /// @return the reason, or what one of those batches failed with, since it comes first in
        ///   the file
        RuntimeException finishBefore(RuntimeException broken) {
            try {
                finish();
                return broken;
            } catch (RuntimeException earlier) {
                if (!earlier.equals(broken)) {
                    earlier.addSuppressed(broken);
                }
                return earlier;
            }
        }

        private static void stored(CompletableFuture<Void> batch) {
            try {
                batch.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException reason ? reason : failed;
            }
        }
    }
}
