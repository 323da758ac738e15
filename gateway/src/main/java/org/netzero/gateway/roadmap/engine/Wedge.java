package org.netzero.gateway.roadmap.engine;

import java.util.OptionalDouble;

/// What one lever takes off the baseline in a year.
///
/// @param tonnes its Shapley share; over all levers they sum to the whole cut
/// @param aloneTonnes what it would take off if it were the only lever
/// @param lastInTonnes what would be missing without it
/// @param standardErrorTonnes of `tonnes`; empty where they are exact
public record Wedge(
        String leverId,
        double tonnes,
        double aloneTonnes,
        double lastInTonnes,
        OptionalDouble standardErrorTonnes) {}
