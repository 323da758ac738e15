package org.netzero.gateway.roadmap.engine;

import java.util.ArrayList;
import java.util.List;

/// How one figure of a year came about.
///
/// @param figure what it is of, such as `scope2MarketTonnes[north]`
/// @param formula in the symbols of `terms`
/// @param terms the numbers in it, in the order of the formula; each is an input or the figure of
///   another equation of the year
/// @param unit of the value; `1` for a ratio
public record Equation(
        String figure, int year, String formula, List<Term> terms, double value, String unit) {

    public Equation {
        terms = List.copyOf(terms);
    }

    /// A symbol and what stands for it in this year.
    public record Term(String symbol, double value) {}

    /// The formula with its numbers, as `figure = formula; symbol = number, …; = value unit`.
    public String text() {
        List<String> numbers = new ArrayList<>();
        for (Term term : terms) {
            numbers.add(term.symbol() + " = " + Text.significant(term.value()));
        }
        return "%s = %s; %s; = %s%s"
                .formatted(
                        figure,
                        formula,
                        String.join(", ", numbers),
                        Text.significant(value),
                        unit.equals("1") ? "" : " " + unit);
    }
}
