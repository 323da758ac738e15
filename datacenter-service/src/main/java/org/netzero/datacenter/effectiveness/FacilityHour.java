package org.netzero.datacenter.effectiveness;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.MeasuringRole;

/// One hour of a facility.
///
/// @param start its first instant
/// @param byRole what is known of it; a role without a reading is missing
/// @param flags what to know of any of the amounts
public record FacilityHour(
        Instant start, Map<MeasuringRole, RoleAmount> byRole, Set<HourFlag> flags) {

    public FacilityHour {
        byRole = Map.copyOf(byRole);
        flags = Set.copyOf(flags);
    }

    /// The amount of the part of the hour that is known.
    Optional<RoleAmount> covered(MeasuringRole role) {
        return Optional.ofNullable(byRole.get(role)).filter(known -> known.covered().signum() > 0);
    }

    Optional<RoleAmount> whole(MeasuringRole role) {
        return Optional.ofNullable(byRole.get(role)).filter(RoleAmount::isWhole);
    }
}
