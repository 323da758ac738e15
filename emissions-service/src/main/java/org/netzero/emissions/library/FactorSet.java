package org.netzero.emissions.library;

import java.util.HashMap;
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
/// @param report what became of the rows it was read from
record FactorSet(
        String version,
        String contentSha256,
        String title,
        String publisher,
        String licence,
        List<EmissionFactor> factors,
        List<Potentials.Potential> potentials,
        List<Density> densities,
        Map<String, String> gridRegionOfProvince,
        Map<String, String> activityOfAlias,
        LoadReport report) {

    /// One library of several sets, and of what the sources say of fuels and equipment. A density
    /// of a set comes before a published one.
    static FactorLibrary library(List<FactorSet> sets) {
        var factors = sets.stream().flatMap(set -> set.factors().stream()).toList();
        var properties = new SourceProperties(Factors.EDITION);
        var densities = properties.densities();
        sets.stream()
                .flatMap(set -> set.densities().stream())
                .forEach(density -> densities.put(density.activity(), density));
        var potentials = sets.stream().flatMap(set -> set.potentials().stream()).toList();
        return new FactorLibrary(
                factors,
                merged(sets.stream().map(FactorSet::activityOfAlias).toList()),
                List.copyOf(densities.values()),
                properties.leakageRates(),
                new Regions(merged(sets.stream().map(FactorSet::gridRegionOfProvince).toList())),
                new Potentials(potentials));
    }

    /// What stands first is taken.
    private static Map<String, String> merged(List<Map<String, String>> maps) {
        var merged = new HashMap<String, String>();
        maps.forEach(map -> map.forEach(merged::putIfAbsent));
        return merged;
    }
}
