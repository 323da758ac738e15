package org.netzero.gateway.roadmap.engine;

/// One number a scenario assumes, with its reason. The field that holds it names its unit.
public record Assumption(double value, Evidence evidence) {

    public Assumption {
        Require.finite("value", value);
    }
}
