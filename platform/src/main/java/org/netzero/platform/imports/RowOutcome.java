package org.netzero.platform.imports;

import java.util.List;
import org.netzero.platform.problem.Violation;

/// What became of one row.
public sealed interface RowOutcome {

    /// Stored now.
    record Accepted() implements RowOutcome {}

    /// Already stored, with the same content.
    record Duplicate() implements RowOutcome {}

    /// Not stored.
    record Rejected(List<Violation> violations) implements RowOutcome {
        public Rejected(String field, String code, String message) {
            this(List.of(new Violation(field, code, message)));
        }
    }
}
