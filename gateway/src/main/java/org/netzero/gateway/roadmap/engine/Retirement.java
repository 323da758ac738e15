package org.netzero.gateway.roadmap.engine;

/// Credits of one lot used for good in a year.
public record Retirement(String lotId, double tonnes) {}
