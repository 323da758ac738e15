package org.netzero.energy.meter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.claim.Technology;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.listing.Table;

/// A meter as its readers see it; its CSV is what the import takes.
@JsonInclude(JsonInclude.Include.NON_NULL)
record MeterView(
        String meterId,
        String siteId,
        EnergyCarrier carrier,
        EnergySource source,
        @Nullable Technology technology,
        @Nullable String zone,
        @Nullable LocalDate inServiceFrom,
        @Nullable LocalDate inServiceTo,
        @Nullable String plantId,
        @Nullable String storageId) {

    static final Columns COLUMNS =
            Columns.of(
                    "meterId",
                    "siteId",
                    "carrier",
                    "source",
                    "technology?",
                    "zone?",
                    "inServiceFrom?",
                    "inServiceTo?",
                    "plantId?",
                    "storageId?");

    static MeterView of(Meter meter) {
        return new MeterView(
                meter.meterId(),
                meter.siteId(),
                meter.carrier(),
                meter.source(),
                meter.technology().orElse(null),
                meter.zone().orElse(null),
                meter.inServiceFrom().orElse(null),
                meter.inServiceTo().orElse(null),
                meter.plantId().orElse(null),
                meter.storageId().orElse(null));
    }

    List<@Nullable Object> row() {
        return Table.row(
                meterId,
                siteId,
                carrier,
                source,
                technology,
                zone,
                inServiceFrom,
                inServiceTo,
                plantId,
                storageId);
    }
}
