package org.netzero.platform.imports;

import java.io.Closeable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.netzero.platform.problem.Violation;

/// The rows of a file below the one that names the columns, and these names.
interface Rows extends Closeable {

    /// The names of the columns, in their order.
    List<String> header();

    /// @throws org.netzero.platform.problem.InvalidInput when the file cannot be read on
    Optional<Row> next();

    /// One row.
    ///
    /// @param line where it starts in the file, the first line being 1
    /// @param values the text of each column
    /// @param typed the columns whose text comes from a number or a date of a workbook, and so
    ///   follows no spelling of the sender
    /// @param refused what has no text: bytes of another encoding, cells that hold an error
    record Row(long line, Map<String, String> values, Set<String> typed, List<Violation> refused) {

        boolean isBlank() {
            if (!refused.isEmpty()) {
                return false;
            }
            for (String text : values.values()) {
                if (!text.isBlank()) {
                    return false;
                }
            }
            return true;
        }
    }
}
