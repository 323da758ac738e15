package org.netzero.emissions.factor;

import org.netzero.quantities.Intensity;

/// A customary density, for a fuel bought by volume whose factor is by mass.
///
/// @param id of the assumption, or of the published property
/// @param activity the fuel
/// @param intensity mass for each volume
/// @param provenance `ESTIMATED`: nobody measured it; `PUBLISHED`: an average that somebody prints
/// @param source why this value
public record Density(
        String id, String activity, Intensity intensity, String provenance, String source) {}
