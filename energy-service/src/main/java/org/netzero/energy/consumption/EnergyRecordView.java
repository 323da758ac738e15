package org.netzero.energy.consumption;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.CsvTable;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.Provenance;
import org.netzero.platform.json.Decimals;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// A record as its readers see it; its CSV is what the import takes.
///
/// @param start a local day of the site where the record begins with one, otherwise an instant
/// @param end likewise, excluded
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
        @Nullable String supersedes) {

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
                record.supersedes);
    }

    static CsvTable table(List<EnergyRecordView> records) {
        return new CsvTable(
                List.copyOf(EnergyRecordFields.COLUMNS.names()),
                records.stream().map(EnergyRecordView::row).toList());
    }

    private List<String> row() {
        return List.of(
                recordId,
                siteId,
                carrier.name(),
                source.name(),
                Decimals.plain(quantity.value()),
                quantity.unit().symbol(),
                start,
                end,
                provenance.name(),
                Objects.requireNonNullElse(evidence, ""));
    }

    private static boolean isMidnight(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant().equals(instant);
    }
}
