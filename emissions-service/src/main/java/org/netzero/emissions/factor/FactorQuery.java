package org.netzero.emissions.factor;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.netzero.quantities.Quantity;

/// What a factor is wanted for.
///
/// @param activity key of the activity
/// @param regions the place, most specific region first
/// @param on the day of the activity
/// @param asAt only publications known on this day count
/// @param pinned id of a factor somebody chose; it wins over every rule but its own validity
/// @param amount what the factor is to be multiplied with; empty: whatever its unit
public record FactorQuery(
        String activity,
        Purpose purpose,
        List<String> regions,
        LocalDate on,
        LocalDate asAt,
        Optional<String> pinned,
        Optional<Quantity> amount) {

    public FactorQuery {
        regions = List.copyOf(regions);
    }

    public FactorQuery(
            String activity,
            Purpose purpose,
            List<String> regions,
            LocalDate on,
            LocalDate asAt,
            Optional<String> pinned) {
        this(activity, purpose, regions, on, asAt, pinned, Optional.empty());
    }

    public FactorQuery withPurpose(Purpose other) {
        return new FactorQuery(activity, other, regions, on, asAt, pinned, amount);
    }

    public FactorQuery withPinned(Optional<String> factorId) {
        return new FactorQuery(activity, purpose, regions, on, asAt, factorId, amount);
    }

    public FactorQuery withAmount(Quantity quantity) {
        return new FactorQuery(activity, purpose, regions, on, asAt, pinned, Optional.of(quantity));
    }
}
