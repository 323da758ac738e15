package org.netzero.emissions.activity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.problem.InvalidInput;

/// The records that came with an import, which stay readable whatever becomes of them.
@ApplicationScoped
class ImportedActivities {

    private final ActivityTable table;

    ImportedActivities(ActivityTable table) {
        this.table = table;
    }

    /// In the order of their ids.
    Listing<ImportedActivityView> of(UUID importId) {
        return new Listing<>(
                (cursor, count) -> after(importId, cursor, count),
                ImportedActivityView::key,
                ImportedActivityView.COLUMNS,
                ImportedActivityView::row);
    }

    private List<ImportedActivityView> after(UUID importId, Optional<String> cursor, int count) {
        String last = cursor.orElse("/0");
        int slash = last.lastIndexOf('/');
        if (slash < 0 || !last.substring(slash + 1).matches("\\d{1,9}")) {
            throw new InvalidInput(
                    "cursor",
                    "UNKNOWN_CURSOR",
                    "'%s' is no cursor of this list; start without one".formatted(last));
        }
        int revision = Integer.parseInt(last.substring(slash + 1));
        return QuarkusTransaction.joiningExisting()
                .call(() ->
                        table.ofImport(importId, last.substring(0, slash), revision, count).stream()
                                .map(ImportedActivityView::of)
                                .toList());
    }
}
