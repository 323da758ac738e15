package org.netzero.datacenter.facility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/// A data centre: the boundary for which indicators are computed.
///
/// @param datacenterId the id others know it by
/// @param siteId the site of the energy service on which it stands
/// @param name for people
/// @param inOperationSince first local day of operation
/// @param itCapacityKw electrical power its IT is built for, kW
/// @param pueCategory where IT energy is measured: 1 UPS output, 2 PDU output, 3 equipment input
///   (ISO/IEC 30134-2)
public record Facility(
        String datacenterId,
        String siteId,
        Optional<String> name,
        LocalDate inOperationSince,
        Optional<BigDecimal> itCapacityKw,
        OptionalInt pueCategory) {

    public Facility {
        if (itCapacityKw.isPresent() && itCapacityKw.get().signum() <= 0) {
            throw new IllegalArgumentException("itCapacityKw is positive: " + itCapacityKw.get());
        }
        itCapacityKw = itCapacityKw.map(BigDecimal::stripTrailingZeros);
    }
}
