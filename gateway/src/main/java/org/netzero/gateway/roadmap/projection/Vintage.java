package org.netzero.gateway.roadmap.projection;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;

/// What was projected for a scenario, where it moved.
///
/// @param basisAt up to when figures were considered
/// @param recordedAt from when on it was projected
record Vintage(
        long id,
        String scenarioId,
        long scenarioVersion,
        int methodVersion,
        Instant basisAt,
        Instant recordedAt,
        SortedMap<Integer, Map<Headline, Double>> figures) {}
