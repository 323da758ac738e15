package org.netzero.energy.grid;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The factors of a place over some years, in use by the clock of the place.
public record AnnualFactors(List<AnnualFactor> factors, ZoneId clock) {

    public AnnualFactors {
        factors = List.copyOf(factors);
    }

    /// The factor in use in an hour; empty where none is known.
    public Optional<AnnualFactor> at(GridPurpose purpose, Instant hour) {
        LocalDate day = hour.atZone(clock).toLocalDate();
        return factors.stream().filter(factor -> factor.isInUse(purpose, day)).findFirst();
    }
}
