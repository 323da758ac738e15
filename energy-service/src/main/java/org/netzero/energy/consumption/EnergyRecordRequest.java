package org.netzero.energy.consumption;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Fields;

/// A record as its sender writes it.
record EnergyRecordRequest(
        @Nullable String recordId,
        @Nullable String siteId,
        @Nullable String carrier,
        @Nullable String source,
        @Nullable QuantityRequest quantity,
        @Nullable String start,
        @Nullable String end,
        @Nullable String provenance,
        @Nullable String evidence,
        @Nullable String supersedes) {

    record QuantityRequest(@Nullable String value, @Nullable String unit) {}

    /// @param newId gives an id to a record that comes without one
    EnergyRecord record(Supplier<String> newId) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("recordId", recordId == null || recordId.isBlank() ? newId.get() : recordId);
        values.put("siteId", siteId);
        values.put("carrier", carrier);
        values.put("source", source);
        values.put("quantity.value", quantity == null ? null : quantity.value());
        values.put("quantity.unit", quantity == null ? null : quantity.unit());
        values.put("start", start);
        values.put("end", end);
        values.put("provenance", provenance);
        values.put("evidence", evidence);
        values.put("supersedes", supersedes);
        return EnergyRecordFields.OF_JSON.read(new Fields(values));
    }
}
