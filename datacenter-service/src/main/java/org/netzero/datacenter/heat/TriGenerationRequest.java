package org.netzero.datacenter.heat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.register.StatedFactor;

/// A plant of combined production as a client writes it. Points measure energy, the fuel's on net
/// calorific value; what leaves the site is metered apart, and is a part of what is made.
///
/// @param boundary OUTSIDE: metered at its outputs; INSIDE: metered at its inputs. That of the
///   reporting profile where left out, and never another one
/// @param fuel the carrier
/// @param boilerFuelFactor of the boiler that is not needed; that of the plant's fuel if left out
record TriGenerationRequest(
        @Nullable String boundary,
        @Nullable String fuel,
        @Nullable List<String> fuelPoints,
        @Nullable List<String> powerPoints,
        @Nullable List<String> heatPoints,
        @Nullable List<String> coolingPoints,
        @Nullable List<String> exportedPowerPoints,
        @Nullable List<String> exportedHeatPoints,
        @Nullable List<String> exportedCoolingPoints,
        @Nullable ReferencesRequest references,
        @Nullable StatedFactor fuelFactor,
        @Nullable StatedFactor boilerFuelFactor,
        @Nullable StatedFactor gridFactor) {

    /// How the outputs would be made apart from each other: from a set that comes with the product,
    /// or as stated, which takes precedence.
    ///
    /// @param set such as EU-2015-2402
    /// @param category of the fuel in the set, such as G10
    /// @param builtIn the year in which the plant was built
    /// @param coolingPerformance cooling per electricity of the chiller; no set has one
    /// @param source of what is stated
    record ReferencesRequest(
            @Nullable String set,
            @Nullable String category,
            @Nullable String builtIn,
            @Nullable String electricalEfficiency,
            @Nullable String thermalEfficiency,
            @Nullable String coolingPerformance,
            @Nullable String source) {}
}
