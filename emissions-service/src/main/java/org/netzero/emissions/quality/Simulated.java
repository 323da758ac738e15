package org.netzero.emissions.quality;

import java.math.BigDecimal;

/// What a simulation of the covered part of a sum gave, in kg CO2e to the gram.
///
/// @param runs how often the sum was drawn
/// @param seed with the same seed, terms and runs everything comes out the same
/// @param coveredKilograms the part of the sum that was drawn, see [Uncertainty]
/// @param mean of the draws
/// @param lower the 2.5th percentile
/// @param median the 50th
/// @param upper the 97.5th
/// @param lowerStandardError how far off `lower` is to be expected because runs are finite
/// @param upperStandardError the same of `upper`
public record Simulated(
        int runs,
        long seed,
        BigDecimal coveredKilograms,
        BigDecimal mean,
        BigDecimal lower,
        BigDecimal median,
        BigDecimal upper,
        BigDecimal lowerStandardError,
        BigDecimal upperStandardError) {}
