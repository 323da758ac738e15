package org.netzero.datacenter.thermal;

import java.math.BigDecimal;
import java.util.Optional;

/// How power, heat and cooling would be made apart from each other.
///
/// @param electricalEfficiency power per fuel on net calorific value
/// @param thermalEfficiency heat per fuel on net calorific value
/// @param coolingPerformance cooling per electricity of the chiller
public record SeparateProduction(
        Optional<BigDecimal> electricalEfficiency,
        Optional<BigDecimal> thermalEfficiency,
        Optional<BigDecimal> coolingPerformance) {}
