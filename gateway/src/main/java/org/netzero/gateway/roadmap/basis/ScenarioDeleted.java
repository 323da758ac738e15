package org.netzero.gateway.roadmap.basis;

/// A scenario is on file no more.
public record ScenarioDeleted(String scenarioId) {}
