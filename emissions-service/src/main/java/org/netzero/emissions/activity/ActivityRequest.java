package org.netzero.emissions.activity;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.method.StatedInput;
import org.netzero.platform.input.Fields;

/// An activity as it is sent; numbers may be strings or numbers.
///
/// @param uncertainty 95 % half-width of the activity data: `5 %`, or a share below 1
/// @param quality technology; time; geography; completeness; reliability from 1, the best, to 5:
///   `2;1;3;2;1`
record ActivityRequest(
        @Nullable String activityId,
        @Nullable String scope,
        @Nullable String category,
        @Nullable String activity,
        @Nullable QuantityText quantity,
        @Nullable String siteId,
        @Nullable String region,
        @Nullable String start,
        @Nullable String end,
        @Nullable String method,
        @Nullable Map<String, @Nullable StatedInput> inputs,
        @Nullable String factorId,
        @Nullable String provenance,
        @Nullable String evidence,
        @Nullable String uncertainty,
        @Nullable String quality,
        @Nullable String supersedes) {

    record QuantityText(@Nullable String value, @Nullable String unit) {}

    Map<String, @Nullable StatedInput> statedInputs() {
        return inputs == null ? Map.of() : inputs;
    }

    Fields fields() {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("activityId", activityId);
        values.put("scope", scope);
        values.put("category", category);
        values.put("activity", activity);
        values.put("quantity", quantity == null ? null : quantity.value());
        values.put("unit", quantity == null ? null : quantity.unit());
        values.put("siteId", siteId);
        values.put("region", region);
        values.put("start", start);
        values.put("end", end);
        values.put("method", method);
        values.put("factorId", factorId);
        values.put("provenance", provenance);
        values.put("evidence", evidence);
        values.put("uncertainty", uncertainty);
        values.put("quality", quality);
        values.put("supersedes", supersedes);
        return new Fields(values);
    }
}
