package org.netzero.datacenter.effectiveness;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.netzero.datacenter.metering.MeasuringRole;

/// One hour of a facility.
///
/// @param start its first instant
/// @param byRole what is known of it; a role without a reading is missing
public record FacilityHour(Instant start, Map<MeasuringRole, RoleAmount> byRole) {

    public FacilityHour {
        byRole = Map.copyOf(byRole);
    }

    /// The amount of the part of the hour that is known.
    Optional<RoleAmount> covered(MeasuringRole role) {
        return Optional.ofNullable(byRole.get(role)).filter(known -> known.covered().signum() > 0);
    }

    Optional<RoleAmount> whole(MeasuringRole role) {
        return Optional.ofNullable(byRole.get(role)).filter(RoleAmount::isWhole);
    }
}
