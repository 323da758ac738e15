package org.netzero.energy.storage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.netzero.energy.installation.Installation;

/// A storage of electricity at a site. Its state of charge is the energy it can still give back.
///
/// @param usableCapacityKwh what it gives back from full to empty
/// @param chargePowerKw the most it takes in
/// @param dischargePowerKw the most it gives back
/// @param commissioned the first local day it was in operation
/// @param decommissioned the first local day it was not any more
/// @param initialStateOfChargeKwh at the beginning of the first day, at most the capacity
/// @param roundTripEfficiency energy given back per energy taken in, as expected; above 0, at most
///   1
/// @param evidence where the facts can be looked up
public record Storage(
        String storageId,
        String name,
        String siteId,
        BigDecimal usableCapacityKwh,
        BigDecimal chargePowerKw,
        BigDecimal dischargePowerKw,
        LocalDate commissioned,
        Optional<LocalDate> decommissioned,
        Optional<BigDecimal> initialStateOfChargeKwh,
        Optional<BigDecimal> roundTripEfficiency,
        Optional<String> evidence)
        implements Installation {

    public Storage {
        if (usableCapacityKwh.signum() <= 0
                || chargePowerKw.signum() <= 0
                || dischargePowerKw.signum() <= 0) {
            throw new IllegalArgumentException(
                    "'%s' holds, takes or gives nothing".formatted(storageId));
        }
    }

    @Override
    public String id() {
        return storageId;
    }
}
