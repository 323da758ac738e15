package org.netzero.datacenter.supply;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.effectiveness.GridFactor;

/// What this service uses of `emissions.intensity`: the factors of a place in a year.
record IntensityAdopted(
        String country,
        @Nullable String province,
        @Nullable String gridZone,
        int year,
        List<Factor> factors,
        long version) {

    IntensityAdopted {
        factors = List.copyOf(factors);
    }

    record Factor(
            GridFactor.Method method,
            LocalDate start,
            LocalDate end,
            BigDecimal kgCo2ePerKwh,
            @Nullable String gwpSet,
            @Nullable Boolean co2Only,
            String factorId,
            String factorVersion,
            String region,
            boolean carriedForward,
            String publisher,
            String source) {

        GridFactor toFactor() {
            return new GridFactor(
                    method,
                    start,
                    end,
                    kgCo2ePerKwh,
                    Optional.ofNullable(gwpSet),
                    Optional.ofNullable(co2Only),
                    factorId,
                    factorVersion,
                    region,
                    carriedForward,
                    publisher,
                    source);
        }
    }
}
