package org.netzero.energy.consumption;

import java.util.List;
import org.netzero.platform.problem.Violation;

/// At least one record of an all-or-nothing request cannot be stored, so none was.
final class RecordsRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Violation> violations;

    RecordsRefused(List<Violation> violations) {
        super("%d records cannot be stored".formatted(violations.size()));
        this.violations = List.copyOf(violations);
    }

    List<Violation> violations() {
        return violations;
    }
}
