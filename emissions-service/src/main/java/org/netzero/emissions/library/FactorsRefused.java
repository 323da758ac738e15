package org.netzero.emissions.library;

import java.io.Serial;
import java.util.List;
import java.util.Set;
import org.netzero.platform.problem.Violation;

/// One or more factors of a request cannot be drafted, so none of them is.
final class FactorsRefused extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private static final Set<String> CONFLICTS =
            Set.of("ID_CONFLICT", "FACTOR_SET_CLOSED", Corrections.ALREADY_CORRECTED);

    private final transient List<Violation> violations;

    FactorsRefused(List<Violation> violations) {
        super("%d violations".formatted(violations.size()));
        this.violations = List.copyOf(violations);
    }

    List<Violation> violations() {
        return violations;
    }

    /// Whether all that stands against them is what is stored.
    boolean isConflict() {
        return violations.stream().map(Violation::code).allMatch(CONFLICTS::contains);
    }
}
