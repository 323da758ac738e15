package org.netzero.emissions.inventory;

/// A record was corrected or taken back between two looks at it.
final class RecordGone extends RuntimeException {

    private static final long serialVersionUID = 1;

    /// @param record what to call it
    RecordGone(String record) {
        super("%s was corrected or taken back while its year was read".formatted(record));
    }
}
