package org.netzero.datacenter.facility;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A facility as clients see it.
record FacilityView(
        String datacenterId,
        String siteId,
        @Nullable String name,
        LocalDate inOperationSince,
        @Nullable BigDecimal itCapacityKw,
        @Nullable Integer pueCategory) {

    static FacilityView of(Facility facility) {
        return new FacilityView(
                facility.datacenterId(),
                facility.siteId(),
                facility.name().orElse(null),
                facility.inOperationSince(),
                facility.itCapacityKw().orElse(null),
                facility.pueCategory().isPresent() ? facility.pueCategory().getAsInt() : null);
    }
}
