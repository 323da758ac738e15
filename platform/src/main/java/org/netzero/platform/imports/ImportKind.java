package org.netzero.platform.imports;

import java.util.Set;

/// A kind of import whose files are put on record, may run in the background and may have columns
/// of their own: one bean for each.
public interface ImportKind {

    /// As it stands in the path: `activities`.
    String name();

    Columns columns();

    /// The columns that hold decimals, which a file may spell in its own way.
    Set<String> decimals();

    /// The columns that hold dates, which a file may spell in its own way.
    Set<String> dates();

    /// How a file's rows are read and stored. The store has to join the transaction of its caller,
    /// so that what became of a batch is noted with the batch or not at all.
    ///
    /// @param origin the import that the rows belong to
    Import<?> reading(Origin origin);

    /// The same for a file that is only tried out: its batches are stored in a transaction that is
    /// rolled back, so what is not needed to say what would become of a row may be left out.
    default Import<?> trying(Origin origin) {
        return reading(origin);
    }

    /// Whether an import of this kind can be taken back, and how.
    Reversal reversal();
}
