package org.netzero.gateway.roadmap.uncertainty;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What the runs of a scenario say.
///
/// @param years from the base year to the target year
/// @param firstYearOffTrack the first year in which more than half of the runs are above the path
///   of gross emissions; empty where there is none, or no path
/// @param targets in the order of the scenario
/// @param sensitivities the weightiest first
/// @param baseYear the base inventory's spread both ways
/// @param creditsNeededTonnes what stays above the net target at its year, whether credits may meet
///   it or not; empty without one
/// @param creditsCost what credits for it cost, in the currency of the question's price
public record Outlook(
        int runs,
        long seed,
        List<Year> years,
        OptionalInt firstYearOffTrack,
        List<TargetChance> targets,
        List<Sensitivity> sensitivities,
        BaseYear baseYear,
        Optional<Quantiles> creditsNeededTonnes,
        Optional<Quantiles> creditsCost) {

    /// One year over all runs.
    ///
    /// @param offTrack share of the runs above the path of gross emissions; empty without one
    /// @param firstOffTrack share of the runs that are above it for the first time
    public record Year(
            int year,
            boolean actual,
            Quantiles grossTonnes,
            Quantiles scope12Tonnes,
            Quantiles scope3Tonnes,
            Quantiles renewableShare,
            OptionalDouble offTrack,
            OptionalDouble firstOffTrack) {}

    /// Relative standard deviation of the base year's gross emissions.
    ///
    /// @param closedForm by error propagation, the scopes independent
    /// @param simulated over the runs; the two agree where the spreads are small
    public record BaseYear(double closedForm, double simulated) {}

    /// @param probability share of the runs that meet the target
    public record TargetChance(String targetId, int year, double probability) {}

    public Outlook {
        years = List.copyOf(years);
        targets = List.copyOf(targets);
        sensitivities = List.copyOf(sensitivities);
    }
}
