package org.netzero.gateway.roadmap.uncertainty;

/// How much an input matters for gross emissions in the target year.
///
/// @param rankCorrelation Spearman's, from −1 to 1: above 0 where more of the input means more
///   emissions
/// @param share its square over the sum of all inputs' squares
public record Sensitivity(String input, double rankCorrelation, double share) {}
