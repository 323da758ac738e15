package org.netzero.emissions.library;

import java.util.List;
import java.util.Map;
import org.netzero.emissions.factor.Density;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.factor.Potentials;
import org.netzero.emissions.factor.Regions;

/// Factors and what belongs to them, published together and never changed under one version.
///
/// @param contentSha256 of the files it was read from
/// @param gridRegionOfProvince `CN-GD` to `CN-GRID-SOUTH`
/// @param activityOfAlias other names of activities
record FactorSet(
        String version,
        String contentSha256,
        List<EmissionFactor> factors,
        List<Potentials.Potential> potentials,
        List<Density> densities,
        Map<String, String> gridRegionOfProvince,
        Map<String, String> activityOfAlias) {

    FactorLibrary library() {
        return new FactorLibrary(
                factors,
                activityOfAlias,
                densities,
                new Regions(gridRegionOfProvince),
                new Potentials(potentials));
    }
}
