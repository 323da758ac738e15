package org.netzero.emissions.calculation;

import java.util.function.Supplier;

/// Whether the way to a figure is kept beside it. The figure is the same either way.
public enum Tracing {
    KEPT,
    /// For figures by the million, whose traces are derived when somebody asks for one.
    LEFT_OUT;

    /// What stands in place of a trace that was left out.
    public static final CalculationTrace LEFT_OUT_TRACE =
            CalculationTrace.from().step("not traced", "", "");

    CalculationTrace trace(Supplier<CalculationTrace> step) {
        return this == KEPT ? step.get() : LEFT_OUT_TRACE;
    }

    Steps steps() {
        return new Steps(this);
    }
}
