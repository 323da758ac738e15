package org.netzero.emissions.factor;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a factor is wanted for.
///
/// @param activity key of the activity
/// @param regions the place, most specific region first
/// @param on the day of the activity
/// @param asAt only publications known on this day count
/// @param pinned id of a factor somebody chose; it wins over every rule but its own validity
public record FactorQuery(
        String activity,
        Purpose purpose,
        List<String> regions,
        LocalDate on,
        LocalDate asAt,
        Optional<String> pinned) {

    public FactorQuery {
        regions = List.copyOf(regions);
    }

    public FactorQuery withPurpose(Purpose other) {
        return new FactorQuery(activity, other, regions, on, asAt, pinned);
    }

    public FactorQuery withPinned(Optional<String> factorId) {
        return new FactorQuery(activity, purpose, regions, on, asAt, factorId);
    }
}
