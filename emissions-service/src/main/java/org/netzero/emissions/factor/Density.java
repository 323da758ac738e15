package org.netzero.emissions.factor;

import org.netzero.quantities.Intensity;

/// An assumed density, for a fuel bought by volume whose factor is by mass.
///
/// @param id key of the assumption
/// @param activity the fuel
/// @param intensity mass for each volume
/// @param provenance `ESTIMATED`: nobody measured it
/// @param source why this value
public record Density(
        String id, String activity, Intensity intensity, String provenance, String source) {}
