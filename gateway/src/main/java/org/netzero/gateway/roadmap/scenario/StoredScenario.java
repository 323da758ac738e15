package org.netzero.gateway.roadmap.scenario;

import org.netzero.gateway.roadmap.engine.Scenario;

/// A scenario on file.
///
/// @param version 1 when it was added, one more with every change
public record StoredScenario(Scenario scenario, long version) {}
