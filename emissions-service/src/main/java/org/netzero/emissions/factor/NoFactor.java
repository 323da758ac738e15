package org.netzero.emissions.factor;

import java.time.LocalDate;
import java.util.List;

/// The library has no factor for an activity, a purpose, a place and a day.
public final class NoFactor extends CalculationRefused {

    private static final long serialVersionUID = 1;

    public NoFactor(
            String activity, Purpose purpose, List<String> regions, LocalDate on, LocalDate asAt) {
        super(
                "NO_FACTOR",
                "No factor for %s (%s) in %s on %s was known on %s; pin one with factorId, or state the emissions"
                        .formatted(activity, purpose, String.join(", ", regions), on, asAt));
    }
}
