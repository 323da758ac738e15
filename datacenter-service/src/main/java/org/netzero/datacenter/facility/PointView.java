package org.netzero.datacenter.facility;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.metering.RevisionPolicy;
import org.netzero.platform.listing.Table;

/// A measuring point as clients see it; its facility stands in the address.
record PointView(
        String pointId,
        MeasuringRole role,
        MeasuredQuantity quantity,
        String unit,
        @Nullable BigDecimal maximum,
        @Nullable BigDecimal ratedPower,
        boolean bidirectional,
        RevisionPolicy revisions) {

    static final List<String> COLUMNS =
            List.of(
                    "pointId",
                    "datacenterId",
                    "role",
                    "quantity",
                    "unit",
                    "maximum",
                    "ratedPower",
                    "bidirectional",
                    "revisions");

    static PointView of(MeasuringPoint point) {
        return new PointView(
                point.pointId(),
                point.role(),
                point.quantity(),
                point.unit(),
                point.maximum().orElse(null),
                point.ratedPowerKw().orElse(null),
                point.bidirectional(),
                point.revisions());
    }

    List<@Nullable Object> row(String datacenterId) {
        return Table.row(
                pointId,
                datacenterId,
                role,
                quantity,
                unit,
                maximum,
                ratedPower,
                bidirectional,
                revisions);
    }
}
