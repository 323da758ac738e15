package org.netzero.datacenter.effectiveness;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/// What of a certificate or contract is allocated to a site.
///
/// @param kind of instrument, `GO`, `PHYSICAL_PPA`, …
/// @param sellsOwnGeneration whether it gives the attributes of the site's own generation away,
///   instead of covering what it consumes
/// @param start first local day of the consumption it covers
/// @param end local day after the last
/// @param kgCo2ePerKwh the rate it conveys
/// @param retired whether that is final
/// @param meetsScope2 whether the criteria of the market-based method are met
public record SiteInstrument(
        String allocationId,
        String instrumentId,
        String siteId,
        String kind,
        boolean renewable,
        boolean sellsOwnGeneration,
        LocalDate start,
        LocalDate end,
        BigDecimal energyKwh,
        BigDecimal kgCo2ePerKwh,
        boolean retired,
        boolean meetsScope2,
        Optional<String> evidence) {

    public SiteInstrument {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("%s is not before %s".formatted(start, end));
        }
    }
}
