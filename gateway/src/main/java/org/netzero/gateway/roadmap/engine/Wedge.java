package org.netzero.gateway.roadmap.engine;

/// What one lever takes off the baseline in a year.
public record Wedge(String leverId, double tonnes) {}
