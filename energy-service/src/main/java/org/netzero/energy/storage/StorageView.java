package org.netzero.energy.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.installation.Revision;
import org.netzero.platform.listing.Table;

/// A storage as its readers see it; its CSV is what the import takes.
///
/// @param revision 1, and one more with each change
@JsonInclude(JsonInclude.Include.NON_NULL)
record StorageView(
        String storageId,
        String name,
        String siteId,
        BigDecimal usableCapacityKwh,
        BigDecimal chargePowerKw,
        BigDecimal dischargePowerKw,
        LocalDate commissioned,
        @Nullable LocalDate decommissioned,
        @Nullable BigDecimal initialStateOfChargeKwh,
        @Nullable BigDecimal roundTripEfficiency,
        @Nullable String evidence,
        int revision,
        Instant recordedAt,
        String recordedBy) {

    static final List<String> COLUMNS = StorageFields.COLUMNS.names();

    static StorageView of(Revision<Storage> revision) {
        Storage storage = revision.stated();
        return new StorageView(
                storage.storageId(),
                storage.name(),
                storage.siteId(),
                storage.usableCapacityKwh(),
                storage.chargePowerKw(),
                storage.dischargePowerKw(),
                storage.commissioned(),
                storage.decommissioned().orElse(null),
                storage.initialStateOfChargeKwh().orElse(null),
                storage.roundTripEfficiency().orElse(null),
                storage.evidence().orElse(null),
                revision.revision(),
                revision.recordedAt(),
                revision.recordedBy());
    }

    List<@Nullable Object> row() {
        return Table.row(
                storageId,
                name,
                siteId,
                usableCapacityKwh,
                chargePowerKw,
                dischargePowerKw,
                commissioned,
                decommissioned,
                initialStateOfChargeKwh,
                roundTripEfficiency,
                evidence);
    }
}
