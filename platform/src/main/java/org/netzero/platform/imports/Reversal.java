package org.netzero.platform.imports;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Whether imports of a kind can be taken back, and how.
public sealed interface Reversal {

    /// They cannot.
    ///
    /// @param reason why, and what to do instead
    record Refused(String reason) implements Reversal {}

    /// They can, within the transaction of the caller: nothing is deleted, the import's records
    /// count no more and what they had superseded counts again.
    non-sealed interface Possible extends Reversal {

        /// The first of the import's records that were superseded by what does not belong to it; no
        /// record of the import can be superseded from here to the end of the transaction.
        List<Superseded> supersededSince(UUID importId);

        void takeBack(UUID importId);
    }

    /// A record whose place another one took.
    ///
    /// @param importId the import that the other one came with
    /// @param all how many there are
    record Superseded(String recordId, String by, Optional<UUID> importId, long all) {

        @Override
        public String toString() {
            return importId.map(id -> "'%s' by '%s' of import %s".formatted(recordId, by, id))
                    .orElse("'%s' by '%s'".formatted(recordId, by));
        }
    }
}
