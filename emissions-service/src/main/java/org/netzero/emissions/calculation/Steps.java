package org.netzero.emissions.calculation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The steps of a trace while it is being made.
final class Steps {

    private final Tracing tracing;
    private final List<CalculationTrace> steps = new ArrayList<>();

    Steps(Tracing tracing) {
        this.tracing = tracing;
    }

    void add(Supplier<CalculationTrace> step) {
        if (tracing == Tracing.KEPT) {
            steps.add(step.get());
        }
    }

    List<CalculationTrace> list() {
        return steps;
    }
}
