package org.netzero.platform.imports;

import java.util.List;

/// What became of a file: all good rows are stored, the others listed.
///
/// @param accepted rows stored now
/// @param duplicates rows that were already stored with the same content; they changed nothing
/// @param rejected the first [#MAX_LISTED] reasons why rows were not stored
/// @param rejectedRows how many rows were not stored
public record ImportOutcome(
        long accepted, long duplicates, List<RowError> rejected, long rejectedRows) {

    /// Reasons listed at most; the count goes on.
    public static final int MAX_LISTED = 1_000;
}
