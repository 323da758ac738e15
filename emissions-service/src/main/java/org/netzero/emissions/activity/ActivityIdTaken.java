package org.netzero.emissions.activity;

import java.util.List;
import org.netzero.platform.problem.Violation;

/// Ids of activities that are recorded with other content.
final class ActivityIdTaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Violation> violations;

    ActivityIdTaken(List<Violation> violations) {
        super("%d activity ids are taken".formatted(violations.size()));
        this.violations = List.copyOf(violations);
    }

    List<Violation> violations() {
        return violations;
    }
}
