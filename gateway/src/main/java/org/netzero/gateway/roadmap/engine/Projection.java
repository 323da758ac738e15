package org.netzero.gateway.roadmap.engine;

import java.util.List;
import java.util.Optional;

/// Where a scenario leads, year by year.
///
/// @param years from the base year to the target year, without gaps
/// @param rebasing present where data centres were measured in a projected year after the base year
/// @param targets standing against each target whose year is projected
/// @param remarks what a reader has to know about these figures, in plain sentences with numbers
/// @param rules the rules the figures were made by
public record Projection(
        String scenarioId,
        ImpliedFactors impliedFactors,
        List<ProjectionYear> years,
        Optional<Rebasing> rebasing,
        List<TargetStanding> targets,
        List<String> remarks,
        List<String> rules) {

    public Projection {
        years = List.copyOf(years);
        targets = List.copyOf(targets);
        remarks = List.copyOf(remarks);
        rules = List.copyOf(rules);
    }

    /// The figures of one year; empty outside the scenario.
    public Optional<ProjectionYear> year(int year) {
        return years.stream().filter(candidate -> candidate.year() == year).findFirst();
    }
}
