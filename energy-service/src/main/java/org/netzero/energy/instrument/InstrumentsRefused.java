package org.netzero.energy.instrument;

import java.util.List;
import org.netzero.platform.problem.Violation;

/// At least one instrument of an all-or-nothing request cannot be stored, so none was.
final class InstrumentsRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Violation> violations;

    InstrumentsRefused(List<Violation> violations) {
        super("%d instruments cannot be stored".formatted(violations.size()));
        this.violations = List.copyOf(violations);
    }

    List<Violation> violations() {
        return violations;
    }
}
