package org.netzero.emissions.bridge;

/// Why a figure changed, in the order in which the causes are substituted.
enum Cause {
    /// More or less was done.
    ACTIVITY,
    /// The same activity has another factor.
    FACTOR,
    /// It is calculated in another way, or stated in place of calculated.
    METHOD,
    /// Other instruments or claims stand behind purchased electricity, or its attributes were sold.
    CONTRACTUAL,
    /// Another part of it lies inside the boundary.
    BOUNDARY,
    /// Gases became CO2e with other potentials.
    GWP_SET,
    /// Within one year: what was recorded before was wrong or not all.
    ERROR
}
