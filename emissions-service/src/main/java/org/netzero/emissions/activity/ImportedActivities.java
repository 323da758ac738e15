package org.netzero.emissions.activity;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.netzero.platform.listing.Listing;
import org.netzero.platform.problem.InvalidInput;

/// The records that came with an import, which stay readable whatever becomes of them.
@ApplicationScoped
class ImportedActivities {

    /// The id of the last record and its revision; before the first one there is no id.
    private static final Pattern CURSOR =
            Pattern.compile("((?:[\\p{L}\\p{N}][\\p{L}\\p{N}._:@+-]*)?)/(\\d{1,9})");

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
        Matcher place = CURSOR.matcher(last);
        if (!place.matches()) {
            throw new InvalidInput(
                    "cursor",
                    "UNKNOWN_CURSOR",
                    "'%s' is no cursor of this list; start without one".formatted(last));
        }
        int revision = Integer.parseInt(place.group(2));
        return QuarkusTransaction.joiningExisting()
                .call(() ->
                        table.ofImport(importId, place.group(1), revision, count).stream()
                                .map(ImportedActivityView::of)
                                .toList());
    }
}
