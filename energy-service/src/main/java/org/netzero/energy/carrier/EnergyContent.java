package org.netzero.energy.carrier;

import java.math.BigDecimal;
import java.util.Optional;

/// The energy in a quantity and how it was found.
///
/// @param energyKwh kWh, of fuels on net calorific value
/// @param heatingValue what it was computed by; empty for what was metered as energy
/// @param density the density used with it, if any was
public record EnergyContent(
        BigDecimal energyKwh,
        Optional<HeatingValue> heatingValue,
        Optional<HeatingValue.Density> density) {}
