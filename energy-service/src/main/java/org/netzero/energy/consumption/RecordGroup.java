package org.netzero.energy.consumption;

import java.time.Instant;
import java.util.List;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.Evidence;
import org.netzero.quantities.Quantity;

/// Records of one line, period, provenance and unit, corrections apart from what was sent first.
///
/// @param days the local days any of them tells of
/// @param lastStoredAt when the last of them came
/// @param standing how many of them were not superseded
/// @param quantity of those that stand
/// @param recordIds the first of those that stand, ten at most
public record RecordGroup(
        Series series,
        Span period,
        Evidence evidence,
        List<Span> days,
        Instant lastStoredAt,
        long standing,
        Quantity quantity,
        List<String> recordIds) {

    public RecordGroup {
        days = List.copyOf(days);
        recordIds = List.copyOf(recordIds);
    }
}
