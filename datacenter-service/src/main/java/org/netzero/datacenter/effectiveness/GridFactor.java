package org.netzero.datacenter.effectiveness;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// By which factor electricity of a place is accounted for a time.
///
/// @param start first local day
/// @param end local day after the last
/// @param gwpSet of the CO2e, where its source names one
/// @param co2Only whether other gases are not accounted; empty where nothing was told of that
/// @param factorId in the library of the emissions service
/// @param factorVersion the set it is from
/// @param region it is for
/// @param carriedForward whether it is of an earlier time
/// @param publisher who answers for it
/// @param source document and table
public record GridFactor(
        Method method,
        LocalDate start,
        LocalDate end,
        BigDecimal kgCo2ePerKwh,
        Optional<String> gwpSet,
        Optional<Boolean> co2Only,
        String factorId,
        String factorVersion,
        String region,
        boolean carriedForward,
        String publisher,
        String source) {

    /// Which figure of scope 2 it is for.
    public enum Method {
        LOCATION_BASED,
        MARKET_RESIDUAL
    }

    public GridFactor {
        if (kgCo2ePerKwh.signum() < 0) {
            throw new IllegalArgumentException("A factor is not negative: " + kgCo2ePerKwh);
        }
    }

    /// Whether it is for a method and a local day.
    public boolean isInUse(Method wanted, LocalDate day) {
        return method == wanted && !day.isBefore(start) && day.isBefore(end);
    }
}
