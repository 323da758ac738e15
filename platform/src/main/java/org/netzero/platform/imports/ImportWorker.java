package org.netzero.platform.imports;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.netzero.platform.messaging.DatabaseFailure;
import org.netzero.platform.problem.Outage;

/// Works queued imports through, one at a time in all instances, on a thread of its own. What was
/// interrupted by the end of a process goes on when the next one starts.
@ApplicationScoped
class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);

    /// Any number does: it names the lock that makes one instance the worker.
    private static final long WORKER_LOCK = 0x696d_706f_7274L;

    private static final int LAST = Integer.MAX_VALUE;
    private static final int STOP_SECONDS = 8;

    /// Longer than any request takes.
    private static final Duration STRAY = Duration.ofDays(1);

    private final ImportTable table;
    private final ImportFolder folder;
    private final ImportRun run;
    private final ColumnMappings mappings;
    private final List<ImportKind> kinds;
    private final DataSource database;
    private final Clock clock;
    private final Duration goneAfter;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("imports").daemon().factory());

    /// @param goneAfter how long an instance is not there until nobody waits for it any more
    ImportWorker(
            ImportTable table,
            ImportFolder folder,
            ImportRun run,
            ColumnMappings mappings,
            @All List<ImportKind> kinds,
            DataSource database,
            Clock clock,
            @ConfigProperty(name = "netzero.imports.gone-after") Duration goneAfter) {
        this.table = table;
        this.folder = folder;
        this.run = run;
        this.mappings = mappings;
        this.kinds = kinds;
        this.database = database;
        this.clock = clock;
        this.goneAfter = goneAfter;
    }

    /// Last of all: an import needs what a service makes ready at its start.
    void start(@Observes @Priority(LAST) StartupEvent started) {
        if (!kinds.isEmpty()) {
            folder.secure();
            table.beat(folder.name(), goneAfter);
            tidy();
            wake();
        }
    }

    /// An import whose sender waited for it when the process ended, or when the database was away
    /// and its end could not be noted, is failed: he had no answer and sends it again. So is one
    /// whose file is gone. Files of imports that have ended are not needed any more.
    void tidy() {
        List<UUID> held = folder.held();
        var waited = new HashSet<>(table.unended(folder.name(), false));
        waited.addAll(table.standing(held, false, ImportStatus.QUEUED, ImportStatus.RUNNING));
        waited.forEach(importId ->
                fail(
                        importId,
                        "INTERRUPTED",
                        "The service stopped on the way; rows before that are stored. Send the file again"));
        table.unended(folder.name(), true).stream()
                .filter(importId -> !Files.exists(folder.file(importId)))
                .forEach(importId ->
                        fail(
                                importId,
                                "FILE_GONE",
                                "Its file is gone from the folder where it waited; rows stored before that stay. Send the file again"));
        for (boolean background : new boolean[] {false, true}) {
            table.standing(
                            held,
                            background,
                            ImportStatus.DONE,
                            ImportStatus.FAILED,
                            ImportStatus.REVERSED)
                    .forEach(folder::drop);
        }
        dropStrays(held);
    }

    private void fail(UUID importId, String code, String detail) {
        table.fail(importId, clock.instant(), new ImportView.Failure(code, detail));
    }

    /// A request that died before its import was taken down leaves a file that nobody asks for.
    private void dropStrays(List<UUID> held) {
        List<UUID> known = table.known(held);
        held.stream()
                .filter(importId -> !known.contains(importId))
                .filter(importId -> folder.isOlderThan(importId, clock.instant().minus(STRAY)))
                .forEach(folder::drop);
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping.set(true);
        thread.shutdown();
        try {
            if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("An import was left in the middle of a batch, which is not stored");
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isStopping() {
        return stopping.get();
    }

    /// For what another instance had to wait with, or a database that was away.
    @Scheduled(every = "10s", delayed = "10s")
    void lookAgain() {
        if (!kinds.isEmpty()) {
            wake();
            endAbandoned();
        }
    }

    /// Shows that this instance is there, and ends the imports of those that are not, whose files
    /// nobody else has. Whoever was away itself, as all are when the database was, waits for the
    /// others to show first.
    void endAbandoned() {
        try {
            if (table.beat(folder.name(), goneAfter.dividedBy(2))) {
                table.abandoned(goneAfter)
                        .forEach(importId ->
                                fail(
                                        importId,
                                        "INSTANCE_GONE",
                                        "The instance that had its file has not been there for %s; rows before that are stored. Send the file again"
                                                .formatted(goneAfter)));
            }
        } catch (DatabaseFailure away) {
            LOG.warnf("Whether other instances are there is seen later: %s", away.getMessage());
        }
    }

    /// There may be work.
    void wake() {
        try {
            thread.execute(this::workThrough);
        } catch (RejectedExecutionException ending) {
            LOG.debug("Imports wait for the next start", ending);
        }
    }

    private void workThrough() {
        try {
            if (next().isPresent()) {
                asTheOnlyOne();
            }
        } catch (ImportRun.Interrupted interrupted) {
            LOG.info("An import goes on when the service is back");
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Imports wait: %s", failed.getMessage());
        }
    }

    private Optional<ImportTable.Waiting> next() {
        return stopping.get() ? Optional.empty() : table.next(folder.held());
    }

    private void asTheOnlyOne() {
        try (Connection lock = database.getConnection()) {
            if (!is(lock, "select pg_try_advisory_lock(?)")) {
                return;
            }
            try {
                for (var next = next(); next.isPresent(); next = next()) {
                    work(next.get());
                }
            } finally {
                is(lock, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("The lock of imports", failed);
        }
    }

    private static boolean is(Connection lock, String sql) throws SQLException {
        try (var statement = lock.prepareStatement(sql)) {
            statement.setLong(1, WORKER_LOCK);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private void work(ImportTable.Waiting waiting) {
        UUID importId = waiting.importId();
        try {
            if (table.start(importId, clock.instant())) {
                work(waiting, kind(waiting.kind()));
            }
        } catch (ImportRun.Interrupted interrupted) {
            throw interrupted;
        } catch (RuntimeException failed) {
            if (Outage.isBehind(failed)) {
                throw failed;
            }
            table.fail(importId, clock.instant(), ImportRun.failure(failed));
        } catch (Error failed) {
            // what took all memory once takes it again at every start
            table.fail(importId, clock.instant(), ImportRun.failure(failed));
        }
        folder.drop(importId);
    }

    private void work(ImportTable.Waiting waiting, ImportKind kind) {
        var form =
                new RowForm(
                        kind.columns(),
                        waiting.mapping()
                                .map(text -> ColumnMapping.of(mappings.stated(text), kind)));
        var origin = new Origin(waiting.importId(), waiting.recordedBy());
        try (OpenedFile file =
                OpenedFile.of(
                        folder.file(waiting.importId()),
                        MediaType.valueOf(waiting.mediaType()),
                        waiting.fileRows(),
                        form)) {
            run.inBackground(kind.reading(origin), origin, file, form, waiting, stopping::get);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ImportKind kind(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "No import of %s is known any more".formatted(name)));
    }
}
