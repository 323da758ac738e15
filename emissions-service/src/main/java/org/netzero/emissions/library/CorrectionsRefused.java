package org.netzero.emissions.library;

import java.io.Serial;
import java.util.List;
import org.netzero.platform.problem.Violation;

/// Corrections of a draft do not fit the factors that count, so it is not adopted.
final class CorrectionsRefused extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final transient List<Violation> violations;

    CorrectionsRefused(String version, List<Violation> violations) {
        super(
                "'%s' was not adopted; delete it and draft what it corrects anew, or adopt first what it builds on"
                        .formatted(version));
        this.violations = List.copyOf(violations);
    }

    List<Violation> violations() {
        return violations;
    }
}
