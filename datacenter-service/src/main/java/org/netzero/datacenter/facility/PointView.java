package org.netzero.datacenter.facility;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.metering.RevisionPolicy;
import org.netzero.platform.listing.Table;

/// A measuring point as clients see it; its facility stands in the address. Of a pending one there
/// is the name, and when it was first seen.
record PointView(
        String pointId,
        @Nullable MeasuringRole role,
        @Nullable MeasuredQuantity quantity,
        @Nullable String unit,
        @Nullable BigDecimal maximum,
        @Nullable BigDecimal ratedPower,
        boolean bidirectional,
        @Nullable RevisionPolicy revisions,
        @Nullable String parent,
        @Nullable String room,
        PointState state,
        @Nullable Instant firstSeen) {

    /// As an import takes them: no state.
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
                    "revisions",
                    "parent",
                    "room");

    static PointView of(PendingPoints.Pending pending) {
        return new PointView(
                pending.pointId(),
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                PointState.PENDING,
                pending.firstSeen());
    }

    static PointView of(RegisteredPoint registered) {
        MeasuringPoint point = registered.point();
        return new PointView(
                point.pointId(),
                point.role(),
                point.quantity(),
                point.unit(),
                point.maximum().orElse(null),
                point.ratedPowerKw().orElse(null),
                point.bidirectional(),
                point.revisions(),
                point.parent().orElse(null),
                point.room().orElse(null),
                registered.state(),
                null);
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
                revisions,
                parent,
                room);
    }
}
