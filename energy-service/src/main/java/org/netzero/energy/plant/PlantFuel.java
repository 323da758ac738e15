package org.netzero.energy.plant;

import java.math.BigDecimal;
import java.util.Optional;
import org.netzero.energy.carrier.EnergyCarrier;

/// What a plant takes in.
///
/// @param share its part of the site's stationary use of this fuel, above 0 and at most 1, where
///   something else burns it too
public record PlantFuel(EnergyCarrier carrier, Optional<BigDecimal> share) {}
