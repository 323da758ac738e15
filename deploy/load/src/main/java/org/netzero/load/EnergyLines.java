package org.netzero.load;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/// Hourly electricity of the published sites, two years in a file.
final class EnergyLines implements BulkImport.Lines {

    private static final List<String> SITES =
            List.of("chongqing", "huailai", "qingpu", "qingyuan", "tianjin-binhai", "yizheng");
    private static final int FIRST_YEAR = 2010;
    private static final ZoneOffset LOCAL = ZoneOffset.ofHours(8);

    static BulkImport benchmark() {
        return new BulkImport(
                "energy",
                "netzero_energy",
                "energy_record",
                "record_id",
                ", foreign key (site_id) references site",
                "recordId,siteId,carrier,source,quantity,unit,start,end,provenance",
                "record_id, revision, site_id, carrier, source, quantity, unit, start_at, end_at, local_start, local_end,"
                        + " period_start, period_end, provenance, stored_by",
                new EnergyLines());
    }

    private static LocalDateTime localStart(int file, int row) {
        return LocalDateTime.of(FIRST_YEAR + 2 * file, 1, 1, 0, 0).plusHours(row / SITES.size());
    }

    private static String site(int row) {
        return SITES.get(row % SITES.size());
    }

    private static String mwh(int row) {
        return "%d.%03d".formatted(5 + row % 7, row % 1_000);
    }

    @Override
    public String sent(String id, int file, int row) {
        LocalDateTime start = localStart(file, row);
        return "%s,%s,ELECTRICITY,PURCHASED,%s,MWh,%s,%s,MEASURED"
                .formatted(
                        id,
                        site(row),
                        mwh(row),
                        start.toInstant(LOCAL),
                        start.plusHours(1).toInstant(LOCAL));
    }

    @Override
    public String stored(String id, int file, int row) {
        LocalDateTime start = localStart(file, row);
        LocalDate day = start.toLocalDate();
        LocalDate month = day.withDayOfMonth(1);
        return "%s,1,%s,ELECTRICITY,PURCHASED,%s,MWh,%s,%s,%s,%s,%s,%s,MEASURED,load"
                .formatted(
                        id,
                        site(row),
                        mwh(row),
                        start.toInstant(LOCAL),
                        start.plusHours(1).toInstant(LOCAL),
                        day,
                        day.plusDays(1),
                        month,
                        month.plusMonths(1));
    }
}
