package org.netzero.datacenter.facility;

/// Measuring points were defined, or their limits changed: what is remembered of them is void.
public record PointsChanged() {}
