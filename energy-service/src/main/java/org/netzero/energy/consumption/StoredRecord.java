package org.netzero.energy.consumption;

import java.time.Instant;
import java.util.Optional;
import org.netzero.energy.balance.Series;
import org.netzero.energy.carrier.Provenance;
import org.netzero.quantities.Quantity;

/// A record as the table holds it.
///
/// @param revision 1, and one more for each record that superseded its predecessor under the same
///   id
/// @param superseded whether a later record took its place
record StoredRecord(String recordId, int revision, boolean superseded, Content content) {

    /// What makes two records of one id the same.
    record Content(
            Series series,
            Quantity quantity,
            Instant start,
            Instant end,
            Provenance provenance,
            Optional<String> evidence,
            Optional<String> supersedes) {
        static Content of(DatedRecord dated) {
            EnergyRecord record = dated.record();
            return new Content(
                    dated.series(),
                    record.quantity(),
                    dated.interval().start(),
                    dated.interval().end(),
                    record.provenance(),
                    record.evidence(),
                    record.supersedes());
        }
    }

    StoredRecord asSuperseded() {
        return new StoredRecord(recordId, revision, true, content);
    }
}
