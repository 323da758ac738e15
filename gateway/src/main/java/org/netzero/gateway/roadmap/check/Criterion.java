package org.netzero.gateway.roadmap.check;

import java.util.List;

/// One criterion of a rule, answered.
///
/// @param id unique in an answer
/// @param version of the rule
/// @param statement the answer in one sentence with its numbers
/// @param equation how it was decided; empty where it could not be
/// @param source the rule's text
public record Criterion(
        String id,
        String rule,
        String version,
        Verdict verdict,
        String statement,
        String equation,
        List<Amount> numbers,
        String source) {

    public Criterion {
        numbers = List.copyOf(numbers);
    }

    static Criterion unknown(String id, String rule, String version, String missing) {
        return new Criterion(id, rule, version, Verdict.UNKNOWN, missing, "", List.of(), "");
    }
}
