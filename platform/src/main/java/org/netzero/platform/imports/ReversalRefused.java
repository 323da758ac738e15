package org.netzero.platform.imports;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.netzero.platform.problem.CommonProblem;

/// An import cannot be taken back.
public final class ReversalRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final CommonProblem problem;

    private ReversalRefused(CommonProblem problem, String message) {
        super(message);
        this.problem = problem;
    }

    static ReversalRefused ever(ImportKind kind, Reversal.Refused refused) {
        return new ReversalRefused(
                CommonProblem.NOT_REVERSIBLE,
                "An import of %s is not taken back: %s".formatted(kind.name(), refused.reason()));
    }

    static ReversalRefused again(UUID importId) {
        return new ReversalRefused(
                CommonProblem.ALREADY_REVERSED,
                "Import %s was reversed before; its records count no more".formatted(importId));
    }

    static ReversalRefused atWork(UUID importId) {
        return new ReversalRefused(
                CommonProblem.REVERSAL_REFUSED,
                "Import %s is still at work; reverse it when it has ended".formatted(importId));
    }

    /// @param superseded records of the import and what took their place, the first of them
    static ReversalRefused superseded(List<Reversal.Superseded> superseded) {
        return new ReversalRefused(
                CommonProblem.REVERSAL_REFUSED,
                "%d of its records were superseded since: %s; reverse the later imports first"
                        .formatted(
                                superseded.getFirst().all(),
                                superseded.stream()
                                        .map(Reversal.Superseded::toString)
                                        .collect(Collectors.joining(", "))));
    }

    public CommonProblem problem() {
        return problem;
    }
}
