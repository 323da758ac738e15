package org.netzero.load;

import java.time.LocalDate;

/// Diesel burnt by engines, many a day, one year in a file.
final class ActivityLines implements BulkImport.Lines {

    private static final int FIRST_YEAR = 2010;
    private static final int DAYS = 365;

    static BulkImport benchmark() {
        return new BulkImport(
                "activities",
                "netzero_emissions",
                "activity_record",
                "activity_id",
                "",
                "activityId,scope,activity,quantity,unit,siteId,start,end,provenance,evidence",
                "activity_id, scope, activity, value, unit, site_id, starts_on, ends_on, provenance, evidence, recorded_at,"
                        + " recorded_by",
                new ActivityLines());
    }

    private static LocalDate day(int file, int row) {
        return LocalDate.of(FIRST_YEAR + file, 1, 1).plusDays(row % DAYS);
    }

    private static String litres(int row) {
        return "%d.%03d".formatted(20 + row % 11, row % 1_000);
    }

    @Override
    public String sent(String id, int file, int row) {
        return "%s,SCOPE_1,diesel,%s,L,chongqing,%s,,MEASURED,delivery note %d"
                .formatted(id, litres(row), day(file, row), row);
    }

    @Override
    public String stored(String id, int file, int row) {
        LocalDate day = day(file, row);
        return "%s,SCOPE_1,diesel,%s,L,chongqing,%s,%s,MEASURED,delivery note %d,2026-01-01T00:00:00Z,load"
                .formatted(id, litres(row), day, day.plusDays(1), row);
    }
}
