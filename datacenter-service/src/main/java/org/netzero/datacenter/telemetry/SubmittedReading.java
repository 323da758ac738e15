package org.netzero.datacenter.telemetry;

import org.jspecify.annotations.Nullable;

/// A reading as it stands in a body, not yet checked.
///
/// @param point the id of its point, if it has one
/// @param time the text of its time, if it has one
/// @param numericTime whether the time was written as a number
/// @param value the text of its value, if it has one
/// @param unit the text of the unit of its value, if it has one
/// @param malformed what is wrong with its form, if anything is
record SubmittedReading(
        @Nullable String point,
        @Nullable String time,
        boolean numericTime,
        @Nullable String value,
        @Nullable String unit,
        @Nullable String malformed) {

    static SubmittedReading malformed(String reason) {
        return new SubmittedReading(null, null, false, null, null, reason);
    }
}
