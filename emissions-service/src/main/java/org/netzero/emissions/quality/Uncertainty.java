package org.netzero.emissions.quality;

import java.math.BigDecimal;
import java.util.Optional;

/// How uncertain a sum of emissions is, as far as it is known. A width that nobody stated is not 0:
/// what lacks one of its widths is left out of the half-width, which is then that of the covered
/// part alone, and `coveredShare` says how much that is.
///
/// @param kilograms the sum, in kg CO2e
/// @param coveredKilograms the part of it of which the widths of activity data and factor are known
/// @param coveredShare the part's share by absolute amounts, rounded down to 12 decimals, so that 1
///   means all; empty where there is nothing
/// @param halfWidthKilograms with 95 % confidence the covered part lies within this of its sum;
///   empty while nothing is covered; 12 decimals
/// @param halfWidth the same as a share of the covered part; 12 decimals
public record Uncertainty(
        BigDecimal kilograms,
        BigDecimal coveredKilograms,
        Optional<BigDecimal> coveredShare,
        Optional<BigDecimal> halfWidthKilograms,
        Optional<BigDecimal> halfWidth) {}
