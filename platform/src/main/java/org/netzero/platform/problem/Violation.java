package org.netzero.platform.problem;

/// One thing wrong with the input.
///
/// @param field where it stands: a path into the JSON body (`[3].quantity.unit`), a column, a
///   parameter
/// @param code the broken rule, for programs: `NOT_A_DECIMAL`
/// @param message the value, the rule and the remedy, for people
public record Violation(String field, String code, String message) {

    /// The same violation seen from outside: `quantity.unit` inside `[3]` is `[3].quantity.unit`.
    public Violation within(String outer) {
        return new Violation(
                outer.isEmpty() || field.isEmpty() ? outer + field : outer + "." + field,
                code,
                message);
    }
}
