package org.netzero.emissions.activity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.netzero.emissions.recalculation.ChangedYears;
import org.netzero.platform.database.Retry;
import org.netzero.platform.imports.ImportStatus;
import org.netzero.platform.imports.Imports;

/// Takes imports back: a fact of its own, after which their records count no more and what they had
/// superseded counts again. Nothing is deleted.
@ApplicationScoped
class Reversals {

    /// Millions of records are taken out of the results in one transaction.
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Imports imports;
    private final ActivityImport kind;
    private final ReversalTable table;
    private final Activities activities;
    private final ChangedYears changedYears;

    Reversals(
            Imports imports,
            ActivityImport kind,
            ReversalTable table,
            Activities activities,
            ChangedYears changedYears) {
        this.imports = imports;
        this.kind = kind;
        this.table = table;
        this.activities = activities;
        this.changedYears = changedYears;
    }

    /// @throws NotFoundException when there is no such import
    /// @throws ReversalRefused when it is at work, was reversed before, or was superseded in part
    void reverse(UUID importId, String by, String reason) {
        Retry.of(() ->
                QuarkusTransaction.requiringNew()
                        .timeout((int) LONGEST.toSeconds())
                        .call(() -> {
                            takeBack(importId, by, reason);
                            return importId;
                        }));
    }

    private void takeBack(UUID importId, String by, String reason) {
        table.takeTurn();
        check(importId);
        activities.discount(importId);
        ReversalTable.Changes changes = table.reverse(importId);
        activities.countAgain(changes.restored());
        changedYears.mark(changes.years());
        imports.reversed(importId, by, reason);
    }

    private void check(UUID importId) {
        ImportStatus status = imports.hold(kind, importId).orElseThrow(NotFoundException::new);
        switch (status) {
            case QUEUED, RUNNING -> throw ReversalRefused.atWork(importId);
            case REVERSED -> throw ReversalRefused.again(importId);
            case DONE, FAILED -> {
                List<ReversalTable.Superseded> since = table.supersededSince(importId);
                if (!since.isEmpty()) {
                    throw ReversalRefused.superseded(
                            since.stream().map(ReversalTable.Superseded::toString).toList(),
                            since.getFirst().all());
                }
            }
        }
    }
}
