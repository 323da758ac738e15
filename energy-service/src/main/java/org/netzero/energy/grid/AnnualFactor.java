package org.netzero.energy.grid;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// A factor of a year, as `emissions.intensity` tells it.
///
/// @param method what it is for
/// @param start first local day on which it is in use
/// @param end local day after the last
/// @param co2Only whether it is carbon dioxide alone
/// @param factorId in the library of the emissions service
/// @param factorVersion the set it is from
public record AnnualFactor(
        GridPurpose method,
        LocalDate start,
        LocalDate end,
        BigDecimal kgCo2ePerKwh,
        boolean co2Only,
        String factorId,
        String factorVersion) {

    private static final int GRAMS_PER_KG = 1_000;

    public AnnualFactor {
        if (kgCo2ePerKwh.signum() < 0 || !start.isBefore(end)) {
            throw new IllegalArgumentException(
                    "%s kg/kWh from %s to %s is no factor".formatted(kgCo2ePerKwh, start, end));
        }
    }

    boolean isInUse(GridPurpose purpose, LocalDate day) {
        return method == purpose && !day.isBefore(start) && day.isBefore(end);
    }

    /// The same intensity in every hour; what was generated is not told.
    public GridIntensity intensity() {
        return new GridIntensity(
                kgCo2ePerKwh.multiply(BigDecimal.valueOf(GRAMS_PER_KG)), co2Only, Optional.empty());
    }

    /// `cn.grid.2023 (core-2026.1)`
    public String name() {
        return "%s (%s)".formatted(factorId, factorVersion);
    }
}
