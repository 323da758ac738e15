package org.netzero.gateway.roadmap.check;

import java.util.List;

/// A fact about a scenario in plain words with its numbers; no verdict.
public record Statement(
        String id, String text, String equation, List<Amount> numbers, String source) {

    public Statement {
        numbers = List.copyOf(numbers);
    }
}
