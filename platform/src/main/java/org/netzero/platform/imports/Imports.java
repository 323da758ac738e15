package org.netzero.platform.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.netzero.platform.database.Retry;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.listing.Table;
import org.netzero.platform.messaging.DatabaseFailure;
import org.netzero.platform.problem.InvalidInput;

/// The imports of every kind that keeps a record of them: each file that came, who sent it, how far
/// it has got and what became of its rows. A file of few rows is worked through at once, a longer
/// one in the background, see [ImportWorker].
@ApplicationScoped
public class Imports {

    private static final Logger LOG = Logger.getLogger(Imports.class);

    private static final List<String> ERROR_COLUMNS = List.of("line", "column", "code", "message");

    /// A file that is only tried out holds its locks for so long at most.
    private static final Duration LONGEST_TRIAL = Duration.ofMinutes(5);

    /// Millions of records are taken out of what they add up to in one transaction.
    private static final Duration LONGEST_REVERSAL = Duration.ofHours(1);

    /// Each of a size that an import may have.
    static final int MOST_LOOKED_AT = 4;

    private final Semaphore lookingAt = new Semaphore(MOST_LOOKED_AT);
    private final ImportTable table;
    private final ImportFolder folder;
    private final ImportRun run;
    private final ImportWorker worker;
    private final ColumnMappings mappings;
    private final Clock clock;
    private final long backgroundRows;
    private final int maxWaiting;

    /// @param backgroundRows above how many rows a file is worked through in the background
    /// @param maxWaiting how many such files may wait, or be at work, at once
    Imports(
            ImportTable table,
            ImportFolder folder,
            ImportRun run,
            ImportWorker worker,
            ColumnMappings mappings,
            Clock clock,
            @ConfigProperty(name = "netzero.imports.background-rows") long backgroundRows,
            @ConfigProperty(name = "netzero.imports.max-waiting") int maxWaiting) {
        this.table = table;
        this.folder = folder;
        this.run = run;
        this.worker = worker;
        this.mappings = mappings;
        this.clock = clock;
        this.backgroundRows = backgroundRows;
        this.maxWaiting = maxWaiting;
    }

    /// What became of a file that was sent.
    public sealed interface Receipt {

        UUID importId();

        /// It was worked through.
        record Finished(UUID importId, ImportOutcome outcome) implements Receipt {}

        /// It will be.
        record Queued(UUID importId, long rows) implements Receipt {}
    }

    /// Takes a file down and works it through, or leaves it to the worker.
    ///
    /// @param mapping the name of the one to read it by
    /// @throws FileTooLarge when it has more bytes than an import takes; it is not on record then
    /// @throws TooManyImports when as many wait as may; it is not on record then
    /// @throws InvalidInput when it cannot be read; the import is on record as failed
    public Receipt receive(
            ImportKind kind, ImportFile file, Optional<String> mapping, String subject) {
        Optional<ColumnMappings.Named> named = mapping.map(name -> mappings.mustFind(kind, name));
        RowForm form = form(kind, named);
        file.charset();
        UUID importId = UuidCreator.getTimeOrderedEpoch();
        boolean queued = false;
        try {
            ImportFolder.Spooled spooled = folder.spool(importId, file.body());
            var sent = new Sent(importId, kind, file, spooled, named, subject);
            try (OpenedFile opened = open(sent, form)) {
                if (opened.fileRows() <= backgroundRows) {
                    table.add(taken(sent, opened.fileRows(), ImportStatus.RUNNING, false));
                    var origin = new Origin(importId, subject);
                    return new Receipt.Finished(
                            importId, run.atOnce(kind.reading(origin), origin, opened, form));
                }
                table.queue(taken(sent, opened.fileRows(), ImportStatus.QUEUED, true), maxWaiting);
                queued = true;
                worker.wake();
                return new Receipt.Queued(importId, opened.fileRows());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            if (!queued) {
                dropIfEnded(importId);
            }
        }
    }

    /// Leaves the file of an import whose end could not be noted, by which the next start finds it.
    private void dropIfEnded(UUID importId) {
        try {
            List<UUID> working =
                    table.standing(
                            List.of(importId), false, ImportStatus.QUEUED, ImportStatus.RUNNING);
            if (working.isEmpty()) {
                folder.drop(importId);
            }
        } catch (DatabaseFailure away) {
            LOG.warnf("The end of import %s is noted at the next start: %s", importId, away);
        }
    }

    /// A file that was written down.
    private record Sent(
            UUID importId,
            ImportKind kind,
            ImportFile file,
            ImportFolder.Spooled spooled,
            Optional<ColumnMappings.Named> mapping,
            String subject) {}

    private static RowForm form(ImportKind kind, Optional<ColumnMappings.Named> mapping) {
        return new RowForm(
                kind.columns(), mapping.map(named -> ColumnMapping.of(named.mapping(), kind)));
    }

    private OpenedFile open(Sent sent, RowForm form) throws IOException {
        try {
            return OpenedFile.of(
                    sent.spooled().file(), sent.file().type(), sent.spooled().lines(), form);
        } catch (InvalidInput refused) {
            table.add(taken(sent, 0, ImportStatus.RUNNING, false));
            table.fail(sent.importId(), clock.instant(), ImportRun.failure(refused));
            throw refused;
        }
    }

    private ImportTable.Taken taken(
            Sent sent, long fileRows, ImportStatus status, boolean background) {
        return new ImportTable.Taken(
                sent.importId(),
                sent.kind().name(),
                clock.instant(),
                sent.subject(),
                sent.file().type().toString(),
                sent.spooled(),
                fileRows,
                sent.mapping().map(ColumnMappings.Named::name),
                sent.mapping().map(named -> mappings.text(named.mapping())),
                status,
                background);
    }

    /// What would become of a file, of which nothing is stored and nothing taken down.
    ///
    /// @throws InvalidInput when it cannot be read, or has more rows than are worked through at
    ///   once
    public ImportOutcome tryOut(
            ImportKind kind, ImportFile file, Optional<String> mapping, String subject) {
        RowForm form = form(kind, mapping.map(name -> mappings.mustFind(kind, name)));
        UUID importId = UuidCreator.getTimeOrderedEpoch();
        try {
            ImportFolder.Spooled spooled = folder.spool(importId, file.body());
            try (OpenedFile opened =
                    OpenedFile.of(spooled.file(), file.type(), spooled.lines(), form)) {
                if (opened.fileRows() > backgroundRows) {
                    throw new InvalidInput(
                            "dryRun",
                            "TOO_MANY_ROWS",
                            "%d rows; at most %d are tried out, so try a part of the file"
                                    .formatted(opened.fileRows(), backgroundRows));
                }
                return tryOut(kind.trying(new Origin(importId, subject)), opened, form);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            folder.drop(importId);
        }
    }

    /// The file is read, and what its batches wait for is waited for, before the transaction.
    private static ImportOutcome tryOut(Import<?> reading, OpenedFile opened, RowForm form) {
        var stretches = new ArrayList<Supplier<Stretch>>();
        reading.run(opened.rows(), form, 0, stretches::add);
        return Retry.of(() -> tryOut(stretches));
    }

    private static ImportOutcome tryOut(List<Supplier<Stretch>> stretches) {
        var tally = new Tally();
        try {
            QuarkusTransaction.requiringNew()
                    .timeout((int) LONGEST_TRIAL.toSeconds())
                    .run(() -> {
                        stretches.forEach(stretch -> tally.add(stretch.get()));
                        throw new TriedOut();
                    });
        } catch (TriedOut end) {
            return tally.outcome();
        }
        throw new IllegalStateException("A trial never commits");
    }

    /// Rolls a trial back.
    private static final class TriedOut extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// What columns a file has, whatever its kind. Nothing is stored, and nothing taken down.
    ///
    /// @throws InvalidInput when no import of any kind could read it
    /// @throws FileTooLarge when it is a workbook of more bytes than an import takes
    /// @throws TooManyImports when the columns of as many files are looked at as may be at once
    FileColumns columnsOf(ImportFile file) {
        if (!lookingAt.tryAcquire()) {
            throw TooManyImports.lookedAt(MOST_LOOKED_AT);
        }
        try {
            return file.isWorkbook() ? columnsOfWorkbook(file) : FileColumns.ofCsv(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            lookingAt.release();
        }
    }

    private FileColumns columnsOfWorkbook(ImportFile file) throws IOException {
        UUID fileId = UuidCreator.getTimeOrderedEpoch();
        try {
            ImportFolder.Spooled spooled = folder.spool(fileId, file.body());
            return FileColumns.ofWorkbook(Spool.at(spooled.file(), Spool.Limits.USUAL));
        } finally {
            folder.drop(fileId);
        }
    }

    public Optional<ImportView> find(ImportKind kind, UUID importId) {
        return table.find(kind.name(), importId);
    }

    /// The imports of a kind, the newest first.
    public Listing<ImportView> list(ImportKind kind) {
        return new Listing<>(
                (cursor, count) ->
                        table.before(kind.name(), cursor.map(Imports::importIdOf), count),
                view -> view.importId().toString(),
                ImportView.COLUMNS,
                ImportView::row);
    }

    private static UUID importIdOf(String cursor) {
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException foreign) {
            throw unknownCursor(cursor);
        }
    }

    /// Why rows of an import were not stored, in the order of their lines.
    public Listing<RowErrorView> rejected(UUID importId) {
        return new Listing<>(
                (cursor, count) ->
                        table
                                .errorsAfter(
                                        importId, cursor.map(Imports::position).orElse(0L), count)
                                .stream()
                                .map(RowErrorView::of)
                                .toList(),
                view -> String.valueOf(view.position()),
                ERROR_COLUMNS,
                view -> Table.row(view.line(), view.column(), view.code(), view.message()));
    }

    private static long position(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException foreign) {
            throw unknownCursor(cursor);
        }
    }

    private static InvalidInput unknownCursor(String cursor) {
        return new InvalidInput(
                "cursor",
                "UNKNOWN_CURSOR",
                "'%s' is no cursor of this list; start without one".formatted(cursor));
    }

    /// Takes an import back: a fact of its own, after which its records count no more. One reversal
    /// of a kind runs at a time, since each changes many sums, in no order.
    ///
    /// @throws NotFoundException when there is no such import
    /// @throws ReversalRefused when its kind has no reversal, it is at work, was reversed before,
    ///   or was superseded in part
    public void reverse(ImportKind kind, UUID importId, String by, String reason) {
        Reversal.Possible reversal =
                switch (kind.reversal()) {
                    case Reversal.Refused refused -> throw ReversalRefused.ever(kind, refused);
                    case Reversal.Possible possible -> possible;
                };
        Retry.of(() ->
                QuarkusTransaction.requiringNew()
                        .timeout((int) LONGEST_REVERSAL.toSeconds())
                        .call(() -> {
                            table.takeTurn("reversals of imports of " + kind.name());
                            check(kind, importId, reversal);
                            reversal.takeBack(importId);
                            table.reverse(importId, clock.instant(), by, reason);
                            return importId;
                        }));
    }

    private void check(ImportKind kind, UUID importId, Reversal.Possible reversal) {
        switch (table.held(kind.name(), importId).orElseThrow(NotFoundException::new)) {
            case QUEUED, RUNNING -> throw ReversalRefused.atWork(importId);
            case REVERSED -> throw ReversalRefused.again(importId);
            case DONE, FAILED -> {
                List<Reversal.Superseded> since = reversal.supersededSince(importId);
                if (!since.isEmpty()) {
                    throw ReversalRefused.superseded(since);
                }
            }
        }
    }
}
