package org.netzero.gateway.roadmap.plan;

/// What one node (a scope, category or region, or any part of them) emits in each planned year
/// without any lever.
public record NodeBaseline(String node, YearPath tonnes) {}
