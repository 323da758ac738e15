package org.netzero.emissions.consumption;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.EnergyCarrier;
import org.netzero.emissions.calculation.EnergySource;
import org.netzero.emissions.calculation.Provenance;
import org.netzero.emissions.calculation.SiteKind;
import org.netzero.quantities.Quantity;

/// What this service reads of `energy.consumption`.
record ConsumptionTotalled(
        String siteId,
        SiteKind siteKind,
        String country,
        @Nullable String province,
        @Nullable String gridZone,
        EnergyCarrier carrier,
        EnergySource source,
        String period,
        LocalDate start,
        LocalDate end,
        @Nullable BigDecimal energyKwh,
        List<Quantity> quantities,
        List<Provenance> provenance,
        int recordCount,
        long version) {

    String key() {
        return "%s/%s/%s/%s".formatted(siteId, carrier, source, period);
    }
}
