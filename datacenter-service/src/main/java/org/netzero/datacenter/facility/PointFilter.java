package org.netzero.datacenter.facility;

import java.util.Optional;
import org.netzero.datacenter.metering.MeasuringRole;

/// Which points of a facility a reader asks for; what is empty does not matter.
record PointFilter(
        Optional<MeasuringRole> role,
        Optional<MeasuredQuantity> quantity,
        Optional<String> room,
        Optional<String> parent,
        Optional<PointState> state) {}
