package org.netzero.energy.storage;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Fields;

/// A storage as its sender writes it; the address names the id.
record StorageRequest(
        @Nullable String name,
        @Nullable String siteId,
        @Nullable String usableCapacityKwh,
        @Nullable String chargePowerKw,
        @Nullable String dischargePowerKw,
        @Nullable String commissioned,
        @Nullable String decommissioned,
        @Nullable String initialStateOfChargeKwh,
        @Nullable String roundTripEfficiency,
        @Nullable String evidence) {

    Storage storage(String storageId) {
        return StorageFields.read(Fields.of(this, Map.of("storageId", storageId)));
    }
}
