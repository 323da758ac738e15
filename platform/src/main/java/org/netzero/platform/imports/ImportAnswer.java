package org.netzero.platform.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The answer to a file that is put on record: what became of its rows, or where to see it.
///
/// @param importId absent when the file was only tried out
/// @param dryRun true when nothing was stored
/// @param status `QUEUED` when the file is worked through in the background
/// @param progress where a file in the background is followed
/// @param rows how many rows, about, wait
/// @param accepted rows stored now
/// @param duplicates rows that were already stored with the same content
/// @param rejected the first reasons why rows were not stored
/// @param rejectedRows how many rows were not stored
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportAnswer(
        @Nullable UUID importId,
        @Nullable Boolean dryRun,
        @Nullable ImportStatus status,
        @Nullable String progress,
        @Nullable Long rows,
        @Nullable Long accepted,
        @Nullable Long duplicates,
        @Nullable List<RowError> rejected,
        @Nullable Long rejectedRows) {

    public static ImportAnswer finished(UUID importId, ImportOutcome outcome) {
        return of(importId, null, outcome);
    }

    public static ImportAnswer triedOut(ImportOutcome outcome) {
        return of(null, true, outcome);
    }

    private static ImportAnswer of(
            @Nullable UUID importId, @Nullable Boolean dryRun, ImportOutcome outcome) {
        return new ImportAnswer(
                importId,
                dryRun,
                null,
                null,
                null,
                outcome.accepted(),
                outcome.duplicates(),
                outcome.rejected(),
                outcome.rejectedRows());
    }

    /// @param progress a path of the public API
    public static ImportAnswer queued(UUID importId, long rows, String progress) {
        return new ImportAnswer(
                importId, null, ImportStatus.QUEUED, progress, rows, null, null, null, null);
    }
}
