package org.netzero.platform.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Outage;

/// Works a file on record through. Each batch and what became of it are stored in one transaction,
/// so that an import that was interrupted goes on behind its last batch and its counts come out as
/// if it had run once.
@ApplicationScoped
class ImportRun {

    private static final Logger LOG = Logger.getLogger(ImportRun.class);

    private static final int MOST_COLLISIONS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final ImportTable table;
    private final Clock clock;

    ImportRun(ImportTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /// The service stops; the import goes on when it is back.
    static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// Works a file through while its sender waits. A database that is away fails it.
    ImportOutcome atOnce(Import<?> reading, Origin origin, OpenedFile file, RowForm form) {
        var tally = new Tally();
        var journal = new Noted(origin, file, 0, 0, false, () -> false, tally);
        try {
            reading.runAhead(file.rows(), form, 0, journal);
            table.done(origin.importId(), clock.instant());
            reading.store().finish();
            return tally.outcome();
        } catch (RuntimeException | Error failed) {
            fail(origin, failed);
            throw failed;
        }
    }

    /// Works a file through behind its request. A database that is away is waited for.
    ///
    /// @throws Interrupted when the service stops first
    void inBackground(
            Import<?> reading,
            Origin origin,
            OpenedFile file,
            RowForm form,
            ImportTable.Waiting from,
            BooleanSupplier stopping) {
        var journal =
                new Noted(
                        origin,
                        file,
                        from.throughLine(),
                        from.rowsRead(),
                        true,
                        stopping,
                        new Tally());
        reading.runAhead(file.rows(), form, from.throughLine(), journal);
        table.done(origin.importId(), clock.instant());
    }

    private void fail(Origin origin, Throwable reason) {
        try {
            table.fail(origin.importId(), clock.instant(), failure(reason));
        } catch (RuntimeException away) {
            reason.addSuppressed(away);
        }
    }

    static ImportView.Failure failure(Throwable reason) {
        if (reason instanceof InvalidInput refused) {
            return new ImportView.Failure(refused.violations().getFirst().code(), refused.detail());
        }
        if (reason instanceof ConcurrentIntake || Outage.isBehind(reason)) {
            return new ImportView.Failure(
                    "UNAVAILABLE",
                    "The database went away, or another request stored the same ids; rows before that are stored. Send the file again");
        }
        LOG.error("An import failed", reason);
        return new ImportView.Failure(
                "INTERNAL",
                "The service failed and logged why; rows before that are stored. Send the file again");
    }

    /// Notes the batches of one import with their effect.
    private final class Noted implements Journal {

        private final Origin origin;
        private final OpenedFile file;
        private final boolean patient;
        private final BooleanSupplier stopping;
        private final Tally tally;
        private long line;
        private long rows;

        Noted(
                Origin origin,
                OpenedFile file,
                long line,
                long rows,
                boolean patient,
                BooleanSupplier stopping,
                Tally tally) {
            this.origin = origin;
            this.file = file;
            this.line = line;
            this.rows = rows;
            this.patient = patient;
            this.stopping = stopping;
            this.tally = tally;
        }

        @Override
        public void note(Supplier<Stretch> stretch) {
            Duration pause = FIRST_PAUSE;
            int collisions = 0;
            while (true) {
                if (stopping.getAsBoolean()) {
                    throw new Interrupted();
                }
                try {
                    Stretch stored =
                            QuarkusTransaction.requiringNew().call(() -> storeAndNote(stretch));
                    line = stored.throughLine();
                    rows += stored.rows();
                    tally.add(stored);
                    return;
                } catch (ConcurrentIntake collision) {
                    if (++collisions == MOST_COLLISIONS) {
                        throw collision;
                    }
                } catch (RuntimeException failed) {
                    if (Outage.isInTheWay(failed) && ++collisions < MOST_COLLISIONS) {
                        continue;
                    }
                    if (!patient || !Outage.isBehind(failed)) {
                        throw failed;
                    }
                    LOG.warnf(
                            "An import waits %s for the database: %s", pause, failed.getMessage());
                    LockSupport.parkNanos(pause.toNanos());
                    pause = pause.multipliedBy(2);
                    pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
                }
            }
        }

        /// A commit whose answer got lost shows in the line up to which the import is noted: what
        /// is stored then is not stored again.
        private Stretch storeAndNote(Supplier<Stretch> stretch) {
            Stretch stored = stretch.get();
            long read = file.position().bytesRead(rows + stored.rows());
            if (!table.advance(origin.importId(), line, stored, read)) {
                if (table.throughLine(origin.importId()) == stored.throughLine()) {
                    return stored;
                }
                throw new IllegalStateException(
                        "Import %s is not where it was left; another process works on it"
                                .formatted(origin.importId()));
            }
            return stored;
        }
    }
}
