package org.netzero.energy.balance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Something a reader of a figure should know.
///
/// @param code the kind, for programs
/// @param subject what it is about: a site, carrier, source and period
/// @param message what was found, with the values, and what follows from it
public record Finding(FindingCode code, String subject, String message) {

    private static final int MOST_OF_ONE_KIND = 20;

    /// The first 20 of them, and one that counts the others.
    ///
    /// @param others the finding that says how many more there are
    public static List<Finding> limited(List<Finding> findings, IntFunction<Finding> others) {
        if (findings.size() <= MOST_OF_ONE_KIND) {
            return findings;
        }
        var first = new ArrayList<>(findings.subList(0, MOST_OF_ONE_KIND));
        first.add(others.apply(findings.size() - MOST_OF_ONE_KIND));
        return List.copyOf(first);
    }
}
