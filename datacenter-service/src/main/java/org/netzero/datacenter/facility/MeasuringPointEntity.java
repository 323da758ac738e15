package org.netzero.datacenter.facility;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.metering.RevisionPolicy;

@Entity
@Table(name = "measuring_point")
@NullUnmarked
class MeasuringPointEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer number;

    @Column(name = "point_id")
    String pointId;

    @Column(name = "datacenter_id")
    String datacenterId;

    @Enumerated(EnumType.STRING)
    MeasuringRole role;

    @Enumerated(EnumType.STRING)
    MeasuredQuantity quantity;

    String unit;

    @Nullable BigDecimal maximum;

    @Column(name = "rated_power_kw")
    @Nullable BigDecimal ratedPowerKw;

    boolean bidirectional;

    @Enumerated(EnumType.STRING)
    RevisionPolicy revisions;

    @Column(name = "declared_at")
    Instant declaredAt;

    static MeasuringPointEntity of(MeasuringPoint point, Instant declaredAt) {
        var entity = new MeasuringPointEntity();
        entity.pointId = point.pointId();
        entity.datacenterId = point.datacenterId();
        entity.role = point.role();
        entity.quantity = point.quantity();
        entity.unit = point.unit();
        entity.declaredAt = declaredAt;
        entity.updateLimits(point);
        return entity;
    }

    /// What may change: it holds for hours that are computed from now on.
    void updateLimits(MeasuringPoint point) {
        maximum = point.maximum().orElse(null);
        ratedPowerKw = point.ratedPowerKw().orElse(null);
        bidirectional = point.bidirectional();
        revisions = point.revisions();
    }

    MeasuringPoint toPoint() {
        return new MeasuringPoint(
                pointId,
                datacenterId,
                role,
                quantity,
                unit,
                Optional.ofNullable(maximum),
                Optional.ofNullable(ratedPowerKw),
                bidirectional,
                revisions);
    }
}
