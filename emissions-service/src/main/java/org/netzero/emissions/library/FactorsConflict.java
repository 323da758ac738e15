package org.netzero.emissions.library;

import java.io.Serial;
import java.util.List;
import org.netzero.platform.problem.Violation;

/// Factors stand against what is stored; none was drafted.
final class FactorsConflict extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final transient List<Violation> violations;

    FactorsConflict(List<Violation> violations) {
        super("Factors stand against what is stored");
        this.violations = List.copyOf(violations);
    }

    List<Violation> violations() {
        return violations;
    }
}
