package org.netzero.datacenter.facility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.listing.Table;

/// A facility as clients see it.
record FacilityView(
        String datacenterId,
        String siteId,
        @Nullable String name,
        LocalDate inOperationSince,
        @Nullable BigDecimal itCapacityKw,
        @Nullable Integer pueCategory) {

    static final List<String> COLUMNS =
            List.of(
                    "datacenterId",
                    "siteId",
                    "name",
                    "inOperationSince",
                    "itCapacityKw",
                    "pueCategory");

    List<@Nullable Object> row() {
        return Table.row(datacenterId, siteId, name, inOperationSince, itCapacityKw, pueCategory);
    }

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
