package org.netzero.platform.imports;

import java.util.ArrayList;
import java.util.List;

/// What a file came to so far, for one that is answered at once.
final class Tally {

    private final List<RowError> rejected = new ArrayList<>();
    private long accepted;
    private long duplicates;
    private long rejectedRows;

    void add(Stretch stretch) {
        accepted += stretch.accepted();
        duplicates += stretch.duplicates();
        rejectedRows += stretch.rejectedRows();
        stretch.errors().stream()
                .limit(Math.max(0, ImportOutcome.MAX_LISTED - rejected.size()))
                .forEach(rejected::add);
    }

    ImportOutcome outcome() {
        return new ImportOutcome(accepted, duplicates, List.copyOf(rejected), rejectedRows);
    }
}
