package org.netzero.emissions.activity;

import java.util.List;
import org.netzero.platform.problem.Violation;

/// One or more activities of a request cannot be recorded, so none of them is.
final class ActivitiesRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Violation> violations;

    ActivitiesRefused(List<Violation> violations) {
        super("%d violations".formatted(violations.size()));
        this.violations = List.copyOf(violations);
    }

    List<Violation> violations() {
        return violations;
    }

    /// Whether all that stands against them are ids that are taken.
    boolean isConflict() {
        return violations.stream()
                .map(Violation::code)
                .allMatch(code -> code.equals("ID_CONFLICT") || code.equals("ALREADY_SUPERSEDED"));
    }
}
