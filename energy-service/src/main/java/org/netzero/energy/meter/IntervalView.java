package org.netzero.energy.meter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.listing.Table;

/// An interval as its readers see it; its CSV is what the import takes.
///
/// @param quantity in kWh
record IntervalView(
        String meterId,
        Instant start,
        Instant end,
        BigDecimal quantity,
        String unit,
        ReadingQuality quality,
        int revision) {

    static final List<String> COLUMNS = IntervalRow.COLUMNS.names();

    private static final int SECONDS_PER_MINUTE = 60;

    static IntervalView of(String meterId, MeterIntervalTable.Stored stored) {
        return new IntervalView(
                meterId,
                stored.start(),
                stored.start().plusSeconds((long) stored.minutes() * SECONDS_PER_MINUTE),
                ExactEnergy.kwh(stored.joules()),
                "kWh",
                stored.quality(),
                stored.revision());
    }

    List<@Nullable Object> row() {
        return Table.row(meterId, start, end, quantity, unit, quality, revision);
    }
}
