package org.netzero.platform.imports;

import java.util.List;

/// What became of the rows of one batch and of those rejected among them.
///
/// @param throughLine the line of the last of them
/// @param rows how many, those without any value not counted
/// @param errors why rows were not stored, in the order of their lines
record Stretch(
        long throughLine,
        long rows,
        long accepted,
        long duplicates,
        long rejectedRows,
        List<RowError> errors) {}
