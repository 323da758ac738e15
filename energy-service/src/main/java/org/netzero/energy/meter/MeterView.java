package org.netzero.energy.meter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
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
                            "meterId: The id of the meter",
                            "siteId: The site it measures at, by its id; never the group",
                            "carrier: What it measures; fuels are recorded as energy records instead",
                            "source: Where it comes from or goes to; not every source is possible for every carrier",
                            "technology?: Of PURCHASED_RENEWABLE: how the plant under contract generates",
                            "zone?: The part of the grid it is connected to, where that is not the site's",
                            "inServiceFrom?: First day its intervals are expected of",
                            "inServiceTo?: The day after the last",
                            "plantId?: The plant it is a meter of, at the same site",
                            "storageId?: The storage it is a meter of, at the same site")
                    .withValues(
                            "carrier",
                            Stream.of(EnergyCarrier.values())
                                    .filter(carrier -> !carrier.isFuel())
                                    .map(EnergyCarrier::name)
                                    .toList())
                    .withValues("source", EnergySource.values())
                    .withValues("technology", Technology.values());

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
