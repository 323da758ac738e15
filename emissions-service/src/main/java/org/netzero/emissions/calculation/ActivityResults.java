package org.netzero.emissions.calculation;

import java.util.List;

/// What the activity records of a year come to.
///
/// @param totals of the results inside the inventory
/// @param apart the results beside the scopes
/// @param findings about records
/// @param crossing records within whose periods the boundary changes somewhere
/// @param amounts how much was done, by site and activity
public record ActivityResults(
        List<ResultTotal> totals,
        List<Inventory.Apart> apart,
        List<Finding> findings,
        List<Crossing> crossing,
        List<ActivityTotal> amounts) {

    public static final ActivityResults NONE =
            new ActivityResults(List.of(), List.of(), List.of(), List.of(), List.of());

    public ActivityResults {
        totals = List.copyOf(totals);
        apart = List.copyOf(apart);
        findings = List.copyOf(findings);
        crossing = List.copyOf(crossing);
        amounts = List.copyOf(amounts);
    }
}
