package org.netzero.datacenter.effectiveness;

import static org.netzero.datacenter.metering.MeasuringRole.FACILITY_INPUT;
import static org.netzero.datacenter.metering.MeasuringRole.FUEL;
import static org.netzero.datacenter.metering.MeasuringRole.ON_SITE_GENERATION;

import java.util.Set;
import org.netzero.datacenter.metering.MeasuringRole;

/// On which side of a facility's boundary its plant of combined heat and power stands.
public enum Boundary {
    /// Metered at its outputs: electricity, cold and heat of the plant enter the facility with
    /// everything else, and its fuel does not.
    OUTSIDE,
    /// Metered at its inputs: its fuel enters, and what it makes of it is internal.
    INSIDE;

    /// The roles whose energies enter the facility; each counts once.
    public Set<MeasuringRole> facilityRoles() {
        return switch (this) {
            case OUTSIDE -> Set.of(FACILITY_INPUT);
            case INSIDE -> Set.of(FACILITY_INPUT, FUEL);
        };
    }

    /// The roles whose electricity the sub-meters are held against. Outside, own generation is
    /// among what enters already; inside, it is made behind the meter of what enters.
    public Set<MeasuringRole> mainMeters() {
        return switch (this) {
            case OUTSIDE -> Set.of(FACILITY_INPUT);
            case INSIDE -> Set.of(FACILITY_INPUT, ON_SITE_GENERATION);
        };
    }
}
