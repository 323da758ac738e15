package org.netzero.datacenter.heat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.netzero.datacenter.effectiveness.Boundary;
import org.netzero.datacenter.register.StatedFactor.Factor;
import org.netzero.datacenter.thermal.SeparateProduction;

/// A plant that makes power, heat and cooling of one fuel for a facility.
///
/// @param boundary that of the facility's reporting profile
/// @param stated with the plant; empty where it was left to the profile
/// @param made points of each output
/// @param exported points of what of it leaves the site
/// @param referenceSources where the references come from
record TriGenerationPlant(
        Boundary boundary,
        Optional<Boundary> stated,
        String fuel,
        List<String> fuelPoints,
        OutputPoints made,
        OutputPoints exported,
        SeparateProduction references,
        List<String> referenceSources,
        Optional<Factor> fuelFactor,
        Optional<Factor> boilerFuelFactor,
        Optional<Factor> gridFactor) {

    /// Points of power, heat and cooling.
    record OutputPoints(List<String> power, List<String> heat, List<String> cooling) {
        List<String> all() {
            return Stream.of(power, heat, cooling).flatMap(List::stream).toList();
        }
    }

    /// Every point it names.
    List<String> points() {
        return Stream.of(fuelPoints, made.all(), exported.all()).flatMap(List::stream).toList();
    }
}
