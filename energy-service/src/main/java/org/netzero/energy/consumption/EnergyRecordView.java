package org.netzero.energy.consumption;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.Provenance;
import org.netzero.platform.listing.Table;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// A record as its readers see it; its CSV is what the import takes.
///
/// @param start a local day of the site where the record begins with one, otherwise an instant
/// @param end likewise, excluded
/// @param cursor its place in the list
@JsonInclude(JsonInclude.Include.NON_NULL)
record EnergyRecordView(
        String recordId,
        String siteId,
        EnergyCarrier carrier,
        EnergySource source,
        Quantity quantity,
        String start,
        String end,
        Provenance provenance,
        @Nullable String evidence,
        @Nullable String supersedes,
        @JsonIgnore String cursor) {

    static EnergyRecordView of(EnergyRecordEntity record, ZoneId zone) {
        boolean wholeDays = isMidnight(record.start, zone) && isMidnight(record.end, zone);
        return new EnergyRecordView(
                record.recordId,
                record.siteId,
                record.carrier,
                record.source,
                new Quantity(record.quantity, Unit.parse(record.unit)),
                wholeDays ? record.localStart.toString() : record.start.toString(),
                wholeDays ? record.localEnd.toString() : record.end.toString(),
                record.provenance,
                record.evidence,
                record.supersedes,
                String.valueOf(record.sequence));
    }

    List<@Nullable Object> row() {
        return Table.row(
                recordId,
                siteId,
                carrier.name(),
                source.name(),
                quantity.value(),
                quantity.unit().symbol(),
                start,
                end,
                provenance.name(),
                evidence,
                supersedes);
    }

    private static boolean isMidnight(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant().equals(instant);
    }
}
