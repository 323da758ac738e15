package org.netzero.energy.calendar;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Fields;

/// What is expected of a line as its sender writes it; the address names the line.
record ExpectationRequest(
        @Nullable String from,
        @Nullable String to,
        @Nullable String frequency,
        @Nullable String owner,
        @Nullable String dueDays,
        @Nullable AccrualRuleRequest accrual) {

    record AccrualRuleRequest(
            @Nullable String rule,
            @Nullable String months,
            @Nullable AccrualQuantityRequest quantity) {}

    record AccrualQuantityRequest(@Nullable String value, @Nullable String unit) {}

    Expectation expectation(String siteId, String carrier, String source) {
        return ExpectationFields.OF_JSON.read(
                Fields.of(this, Map.of("siteId", siteId, "carrier", carrier, "source", source)));
    }
}
