package org.netzero.datacenter.facility;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.metering.MeasuringRole;

/// A measuring point as clients see it; its facility stands in the address.
record PointView(
        String pointId,
        MeasuringRole role,
        MeasuredQuantity quantity,
        String unit,
        @Nullable BigDecimal maximum,
        @Nullable BigDecimal ratedPower,
        boolean bidirectional) {

    static PointView of(MeasuringPoint point) {
        return new PointView(
                point.pointId(),
                point.role(),
                point.quantity(),
                point.unit(),
                point.maximum().orElse(null),
                point.ratedPowerKw().orElse(null),
                point.bidirectional());
    }
}
