package org.netzero.energy.consumption;

import java.time.Instant;
import java.util.Optional;
import org.netzero.energy.balance.Series;
import org.netzero.energy.carrier.Provenance;
import org.netzero.quantities.Quantity;

/// What makes two records of one id the same.
record RecordContent(
        Series series,
        Quantity quantity,
        Instant start,
        Instant end,
        Provenance provenance,
        Optional<String> evidence,
        Optional<String> supersedes) {

    static RecordContent of(DatedRecord dated) {
        EnergyRecord record = dated.record();
        return new RecordContent(
                dated.series(),
                record.quantity(),
                dated.interval().start(),
                dated.interval().end(),
                record.provenance(),
                record.evidence(),
                record.supersedes());
    }
}
