package org.netzero.gateway.routing;

import org.netzero.platform.problem.CommonProblem;
import org.netzero.platform.problem.Problem;

/// More came than the limit allows.
final class BodyTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Traffic traffic;
    private final long limitBytes;

    BodyTooLarge(Traffic traffic, long limitBytes) {
        super("More than %d bytes".formatted(limitBytes));
        this.traffic = traffic;
        this.limitBytes = limitBytes;
    }

    long limitBytes() {
        return limitBytes;
    }

    Problem problem() {
        return Problem.of(
                CommonProblem.BODY_TOO_LARGE,
                "%d bytes are the limit of %s".formatted(limitBytes, traffic.explanation()));
    }
}
