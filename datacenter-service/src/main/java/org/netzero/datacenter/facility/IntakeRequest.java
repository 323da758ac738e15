package org.netzero.datacenter.facility;

import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Fields;

/// What is to be done with readings of a facility, as a client writes it.
record IntakeRequest(@Nullable String collectUnknown, @Nullable String live) {

    FacilityIntake toIntake() {
        Fields fields = Fields.of(this);
        boolean collects = PointRequest.flag(fields, "collectUnknown");
        boolean isLive = PointRequest.flag(fields, "live");
        fields.refuseIfInvalid();
        return new FacilityIntake(collects, isLive);
    }
}
