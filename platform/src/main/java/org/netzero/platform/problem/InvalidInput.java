package org.netzero.platform.problem;

import java.util.List;
import java.util.stream.Collectors;

/// The input breaks one or more rules of its form; nothing of it was stored.
public final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Violation> violations;

    public InvalidInput(List<Violation> violations) {
        super(summary(violations));
        this.violations = List.copyOf(violations);
    }

    public InvalidInput(String field, String code, String message) {
        this(List.of(new Violation(field, code, message)));
    }

    /// Everything that is wrong, in one line.
    public String detail() {
        return summary(violations);
    }

    private static String summary(List<Violation> violations) {
        return violations.stream()
                .map(violation ->
                        violation.field().isEmpty()
                                ? violation.message()
                                : violation.field() + ": " + violation.message())
                .collect(Collectors.joining("; "));
    }

    /// What is wrong, in the order of the fields; never empty.
    public List<Violation> violations() {
        return violations;
    }
}
