package org.netzero.energy.grid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What this service uses of `emissions.intensity`: the factors of a place in a year.
record IntensityAdopted(
        String country,
        @Nullable String province,
        @Nullable String gridZone,
        int year,
        List<AnnualFactor> factors,
        long version) {

    IntensityAdopted {
        factors = List.copyOf(factors);
    }
}
