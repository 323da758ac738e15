package org.netzero.platform.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Decides what becomes of records with ids, one after the other, in the light of what is stored:
///
/// - an id that is not known: stored;
/// - a known id with the same content: a duplicate, whether superseded since or not;
/// - a known id with other content: a conflict, unless the record says that it supersedes that id;
/// - a record that supersedes another: stored, under its own id or under the same, if the other is
///   known and nothing has superseded it yet.
///
/// @param <R> a record as it is to be stored
/// @param <C> what makes two records of one id the same; what it supersedes is part of it
public final class Intake<R, C> {

    private final String idField;
    private final Map<String, List<Stored<C>>> known = new HashMap<>();
    private final List<Insertion<R, C>> insertions = new ArrayList<>();
    private final Map<String, Integer> lastWithdrawn;

    /// @param idField the field that refusals of an id name
    /// @param stored every revision of the ids in question, the oldest first
    public Intake(String idField, Collection<Stored<C>> stored) {
        this(idField, stored, Map.of());
    }

    private Intake(
            String idField, Collection<Stored<C>> stored, Map<String, Integer> lastWithdrawn) {
        this.idField = idField;
        this.lastWithdrawn = Map.copyOf(lastWithdrawn);
        stored.forEach(this::note);
    }

    /// Of records that can be taken back: one that was is as if it had not been sent, but its
    /// number is taken.
    ///
    /// @param idField the field that refusals of an id name
    /// @param onFile every revision of the ids in question, the oldest first
    public static <R, C> Intake<R, C> reversible(String idField, Collection<OnFile<C>> onFile) {
        return new Intake<>(
                idField,
                onFile.stream().filter(known -> !known.reversed()).map(OnFile::record).toList(),
                onFile.stream()
                        .filter(OnFile::reversed)
                        .map(OnFile::record)
                        .collect(Collectors.toMap(Stored::id, Stored::revision, Math::max)));
    }

    /// A record on file.
    ///
    /// @param revision 1, and one more for each record that superseded its predecessor under the
    ///   same id
    /// @param superseded whether a later record took its place
    public record Stored<C>(String id, int revision, boolean superseded, C content) {}

    /// A record on file that can be taken back.
    ///
    /// @param reversed whether it was
    public record OnFile<C>(Stored<C> record, boolean reversed) {}

    /// A record to be stored.
    ///
    /// @param corrected the record whose place it takes
    public record Insertion<R, C>(
            R record, C content, int revision, Optional<Stored<C>> corrected) {}

    /// What is to be stored of the records taken so far, in their order.
    public List<Insertion<R, C>> insertions() {
        return List.copyOf(insertions);
    }

    /// @param supersedes the id of the record that this one corrects; may be its own
    public RowOutcome take(R record, String id, Optional<String> supersedes, C content) {
        List<Stored<C>> revisions = known.getOrDefault(id, List.of());
        if (revisions.stream().anyMatch(revision -> revision.content().equals(content))) {
            return new RowOutcome.Duplicate();
        }
        boolean correctsItself = supersedes.filter(id::equals).isPresent();
        if (!revisions.isEmpty() && !correctsItself) {
            return new RowOutcome.Rejected(
                    idField,
                    "ID_CONFLICT",
                    "'%s' is stored with other content; to correct it, send a record whose supersedes is '%s'"
                            .formatted(id, id));
        }
        if (supersedes.isEmpty()) {
            return insert(record, id, content, Optional.empty());
        }
        return correct(record, id, content, supersedes.get());
    }

    private RowOutcome correct(R record, String id, C content, String old) {
        List<Stored<C>> revisions = known.getOrDefault(old, List.of());
        if (revisions.isEmpty()) {
            return new RowOutcome.Rejected(
                    "supersedes",
                    "UNKNOWN_RECORD",
                    "there is no record '%s' to supersede; leave supersedes out for a new record"
                            .formatted(old));
        }
        Stored<C> last = revisions.getLast();
        if (last.superseded()) {
            return new RowOutcome.Rejected(
                    "supersedes",
                    "ALREADY_SUPERSEDED",
                    "'%s' was superseded before; supersede the record that took its place"
                            .formatted(old));
        }
        revisions.set(
                revisions.size() - 1, new Stored<>(old, last.revision(), true, last.content()));
        return insert(record, id, content, Optional.of(last));
    }

    private RowOutcome insert(R record, String id, C content, Optional<Stored<C>> corrected) {
        List<Stored<C>> revisions = known.getOrDefault(id, List.of());
        int last = revisions.isEmpty() ? 0 : revisions.getLast().revision();
        int revision = Math.max(last, lastWithdrawn.getOrDefault(id, 0)) + 1;
        insertions.add(new Insertion<>(record, content, revision, corrected));
        note(new Stored<>(id, revision, false, content));
        return new RowOutcome.Accepted();
    }

    private void note(Stored<C> record) {
        known.computeIfAbsent(record.id(), id -> new ArrayList<>()).add(record);
    }
}
