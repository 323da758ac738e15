package org.netzero.energy.interval;

import java.math.BigDecimal;
import java.time.Instant;

/// What this service uses of `datacenter.energy-interval`.
///
/// @param role what the energy served; `FACILITY_INPUT` is everything that enters the facility
/// @param start the first instant of the hour
/// @param end the first instant after it
/// @param energyKwh measured within the hour
/// @param completeness the share of the hour that was measured
/// @param version grows with every change of the hour
record EnergyIntervalMeasured(
        String datacenterId,
        String siteId,
        String role,
        Instant start,
        Instant end,
        BigDecimal energyKwh,
        BigDecimal completeness,
        long version) {

    private static final String FACILITY_INPUT = "FACILITY_INPUT";

    /// Refuses what is no hour of energy, so that it ends among the dead letters with the reason.
    EnergyIntervalMeasured {
        if (!end.equals(start.plusSeconds(3_600))) {
            throw new IllegalArgumentException("'%s' to '%s' is no hour".formatted(start, end));
        }
    }

    boolean isConsumption() {
        return role.equals(FACILITY_INPUT);
    }
}
