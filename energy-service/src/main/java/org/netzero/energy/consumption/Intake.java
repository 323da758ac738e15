package org.netzero.energy.consumption;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netzero.platform.imports.RowOutcome;

/// Decides what becomes of the records of a batch, one after the other, in the light of what is
/// stored:
///
/// - an id that is not known: stored;
/// - a known id with the same content: a duplicate, whether superseded since or not;
/// - a known id with other content: a conflict, unless the record says that it supersedes that id;
/// - a record that supersedes another: stored, under its own id or under the same, if the other is
///   known and nothing has superseded it yet.
final class Intake {

    /// A record to be stored.
    ///
    /// @param corrected the record whose place it takes
    record Insertion(DatedRecord dated, int revision, Optional<StoredRecord> corrected) {}

    private final Map<String, List<StoredRecord>> known = new HashMap<>();
    private final List<Insertion> insertions = new ArrayList<>();

    Intake(List<StoredRecord> stored) {
        stored.forEach(this::note);
    }

    List<Insertion> insertions() {
        return insertions;
    }

    RowOutcome take(DatedRecord dated) {
        EnergyRecord record = dated.record();
        StoredRecord.Content content = StoredRecord.Content.of(dated);
        List<StoredRecord> revisions = known.getOrDefault(record.recordId(), List.of());
        if (revisions.stream().anyMatch(revision -> revision.content().equals(content))) {
            return new RowOutcome.Duplicate();
        }
        boolean correctsItself = record.supersedes().filter(record.recordId()::equals).isPresent();
        if (!revisions.isEmpty() && !correctsItself) {
            return new RowOutcome.Rejected(
                    "recordId",
                    "ID_CONFLICT",
                    "'%s' is stored with other content; to correct it, send a record whose supersedes is '%s'"
                            .formatted(record.recordId(), record.recordId()));
        }
        return record.supersedes()
                .map(old -> correct(dated, old))
                .orElseGet(() -> insert(dated, Optional.empty()));
    }

    private RowOutcome correct(DatedRecord dated, String old) {
        List<StoredRecord> revisions = known.getOrDefault(old, List.of());
        if (revisions.isEmpty()) {
            return new RowOutcome.Rejected(
                    "supersedes",
                    "UNKNOWN_RECORD",
                    "there is no record '%s' to supersede; leave supersedes out for a new record"
                            .formatted(old));
        }
        StoredRecord last = revisions.getLast();
        if (last.superseded()) {
            return new RowOutcome.Rejected(
                    "supersedes",
                    "ALREADY_SUPERSEDED",
                    "'%s' was superseded before; supersede the record that took its place"
                            .formatted(old));
        }
        revisions.set(revisions.size() - 1, last.asSuperseded());
        return insert(dated, Optional.of(last));
    }

    private RowOutcome insert(DatedRecord dated, Optional<StoredRecord> corrected) {
        String id = dated.record().recordId();
        int revision = known.getOrDefault(id, List.of()).size() + 1;
        insertions.add(new Insertion(dated, revision, corrected));
        note(new StoredRecord(id, revision, false, StoredRecord.Content.of(dated)));
        return new RowOutcome.Accepted();
    }

    private void note(StoredRecord record) {
        known.computeIfAbsent(record.recordId(), id -> new ArrayList<>()).add(record);
    }
}
