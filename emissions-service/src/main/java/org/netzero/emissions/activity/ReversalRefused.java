package org.netzero.emissions.activity;

import java.util.List;
import java.util.UUID;
import org.netzero.emissions.problem.EmissionsProblem;

/// An import cannot be taken back.
final class ReversalRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final EmissionsProblem problem;

    private ReversalRefused(EmissionsProblem problem, String message) {
        super(message);
        this.problem = problem;
    }

    static ReversalRefused again(UUID importId) {
        return new ReversalRefused(
                EmissionsProblem.ALREADY_REVERSED,
                "Import %s was reversed before; its records count no more".formatted(importId));
    }

    static ReversalRefused atWork(UUID importId) {
        return new ReversalRefused(
                EmissionsProblem.REVERSAL_REFUSED,
                "Import %s is still at work; reverse it when it has ended".formatted(importId));
    }

    /// @param superseded records of the import and what took their place, the first of them
    static ReversalRefused superseded(List<String> superseded, long all) {
        return new ReversalRefused(
                EmissionsProblem.REVERSAL_REFUSED,
                "%d of its records were superseded since: %s; reverse the later imports first"
                        .formatted(all, String.join(", ", superseded)));
    }

    EmissionsProblem problem() {
        return problem;
    }
}
