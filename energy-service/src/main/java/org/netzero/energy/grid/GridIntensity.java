package org.netzero.energy.grid;

import java.math.BigDecimal;
import java.util.Optional;

/// The intensity of a zone in one hour.
///
/// @param gramsPerKwh average of what was generated
/// @param generationMwh all that was generated, where the mix is on file
public record GridIntensity(
        BigDecimal gramsPerKwh, boolean co2Only, Optional<BigDecimal> generationMwh) {}
