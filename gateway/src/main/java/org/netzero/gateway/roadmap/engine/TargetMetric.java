package org.netzero.gateway.roadmap.engine;

/// What a target is set on. Scope 2 is market-based.
public enum TargetMetric {
    /// Gross emissions less credits.
    NET_EMISSIONS,
    /// Scope 1 + 2 + 3 before credits.
    GROSS_EMISSIONS,
    SCOPE_1_2,
    SCOPE_3,
    RENEWABLE_SHARE
}
