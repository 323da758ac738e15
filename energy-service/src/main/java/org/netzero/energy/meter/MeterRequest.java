package org.netzero.energy.meter;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Fields;

/// A meter as its sender writes it; the address names the id.
record MeterRequest(
        @Nullable String siteId,
        @Nullable String carrier,
        @Nullable String source,
        @Nullable String technology,
        @Nullable String zone,
        @Nullable String inServiceFrom,
        @Nullable String inServiceTo,
        @Nullable String plantId,
        @Nullable String storageId) {

    Meter meter(String meterId) {
        return MeterFields.read(Fields.of(this, Map.of("meterId", meterId)));
    }
}
