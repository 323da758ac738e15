package org.netzero.gateway.roadmap.basis;

/// A scenario, or another version of one, is on file.
public record ScenarioStored(String scenarioId) {}
