package org.netzero.energy.instrument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.listing.Table;

/// A step of an instrument: what happened, when, and who said so.
///
/// @param on the day on which it happened
/// @param cursor its place in the list
@JsonInclude(JsonInclude.Include.NON_NULL)
record StepView(
        Step step,
        @Nullable String allocationId,
        BigDecimal energyKwh,
        LocalDate on,
        @Nullable String note,
        String storedBy,
        Instant storedAt,
        @JsonIgnore String cursor) {

    static final List<String> COLUMNS =
            List.of("step", "allocationId", "energyKwh", "on", "note", "storedBy", "storedAt");

    static StepView of(StepTable.Filed filed) {
        StepTable.Taken taken = filed.taken();
        return new StepView(
                taken.step(),
                taken.allocationId().orElse(null),
                taken.energyKwh(),
                taken.on(),
                taken.note().orElse(null),
                filed.storedBy(),
                filed.storedAt(),
                String.valueOf(filed.sequence()));
    }

    List<@Nullable Object> row() {
        return Table.row(step, allocationId, energyKwh, on, note, storedBy, storedAt);
    }
}
