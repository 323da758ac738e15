package org.netzero.energy.consumption;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.Provenance;
import org.netzero.energy.site.SiteKind;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// The fact `energy.consumption` tells, as its schema describes it: what counts of a series in a
/// period.
///
/// @param energyKwh absent when the heating values do not give it
/// @param recordCount 0 when nothing counts any more
@JsonInclude(JsonInclude.Include.NON_NULL)
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
        long recordCount,
        long version) {

    ConsumptionTotalled {
        energyKwh = energyKwh == null ? null : new Quantity(energyKwh, Unit.KWH).value();
    }

    static final String TOPIC = "energy.consumption";
    static final String TYPE = "org.netzero.energy.consumption-totalled.v1";

    /// `tianjin/ELECTRICITY/PURCHASED/2026-11`.
    String key() {
        return String.join("/", siteId, carrier.name(), source.name(), period);
    }

    ConsumptionTotalled withVersion(long number) {
        return with(energyKwh, quantities, provenance, recordCount, number);
    }

    /// The next version, after the last record was taken out.
    ConsumptionTotalled withNothing() {
        return with(BigDecimal.ZERO, List.of(), List.of(), 0, version + 1);
    }

    private ConsumptionTotalled with(
            @Nullable BigDecimal energy,
            List<Quantity> sums,
            List<Provenance> provenances,
            long count,
            long number) {
        return new ConsumptionTotalled(
                siteId,
                siteKind,
                country,
                province,
                gridZone,
                carrier,
                source,
                period,
                start,
                end,
                energy,
                sums,
                provenances,
                count,
                number);
    }
}
