package org.netzero.gateway.roadmap.basis;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the roadmap reads of `energy.consumption`: the energy of one site, carrier and source over
/// one period, whole.
///
/// @param period `2021` or `2021-03`
/// @param start first local day
/// @param end the day after the last
/// @param energyKwh absent where the energy content is unknown
/// @param recordCount 0 where nothing counts any more
record EnergyTotalled(
        String siteId,
        String siteKind,
        String carrier,
        String source,
        String period,
        LocalDate start,
        LocalDate end,
        @Nullable BigDecimal energyKwh,
        long recordCount,
        long version) {

    static EnergyTotalled of(EnergyTotalEntity entity) {
        return new EnergyTotalled(
                entity.siteId,
                entity.siteKind,
                entity.carrier,
                entity.source,
                entity.period,
                entity.start,
                entity.end,
                entity.energyKwh,
                entity.recordCount,
                entity.version);
    }

    boolean counts() {
        return recordCount > 0 && energyKwh != null;
    }

    boolean ofGroup() {
        return siteKind.equals("GROUP");
    }

    boolean overlaps(EnergyTotalled other) {
        return other.start.isBefore(end) && start.isBefore(other.end);
    }

    EnergyTotalEntity entity() {
        EnergyTotalEntity entity = new EnergyTotalEntity();
        entity.siteId = siteId;
        entity.siteKind = siteKind;
        entity.carrier = carrier;
        entity.source = source;
        entity.period = period;
        entity.start = start;
        entity.end = end;
        entity.energyKwh = energyKwh;
        entity.recordCount = recordCount;
        entity.version = version;
        return entity;
    }
}
