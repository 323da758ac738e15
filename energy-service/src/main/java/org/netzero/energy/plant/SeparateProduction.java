package org.netzero.energy.plant;

import java.math.BigDecimal;
import java.util.Optional;

/// How power, heat and cooling would be made without the plant: what its use of primary energy is
/// compared with.
///
/// @param electricalEfficiency power per fuel, net
/// @param thermalEfficiency heat per fuel, net
/// @param coolingPerformance cooling per power of the chiller
/// @param source where these come from
public record SeparateProduction(
        Optional<BigDecimal> electricalEfficiency,
        Optional<BigDecimal> thermalEfficiency,
        Optional<BigDecimal> coolingPerformance,
        String source) {}
