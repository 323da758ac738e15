package org.netzero.energy.balance;

import java.util.List;
import java.util.Optional;
import org.netzero.energy.carrier.Evidence;
import org.netzero.quantities.Quantity;

/// What one kind of evidence says about a series in one period: the sum of its records, or of its
/// telemetry.
///
/// @param ofGroup states a total of the whole company
/// @param period the period it is totalled in
/// @param evidence what stands behind it
/// @param quantity the sum, in the unit it was recorded in
/// @param recordCount how many records, or measured hours, were summed
/// @param covered the days it tells of, in order; gaps between them are not measured
public record EnergyItem(
        Series series,
        boolean ofGroup,
        Span period,
        Evidence evidence,
        Quantity quantity,
        long recordCount,
        List<Span> covered) {

    public EnergyItem {
        covered = List.copyOf(covered);
    }

    /// From the first day it tells of to the last. Empty when it tells of no whole day.
    Optional<Span> extent() {
        return covered.isEmpty()
                ? Optional.empty()
                : Optional.of(new Span(covered.getFirst().start(), covered.getLast().end()));
    }

    /// `tianjin/ELECTRICITY/PURCHASED/2026-11`.
    String subject() {
        return series + "/" + period;
    }
}
