package org.netzero.gateway.roadmap.projection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.PublishedSources;
import org.netzero.gateway.roadmap.engine.Equation;
import org.netzero.gateway.roadmap.engine.Explanation;
import org.netzero.gateway.roadmap.engine.ProjectionYear;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// How the figures of one projected year came about, without rounding.
@Schema(name = "ProjectionExplanation")
record ExplanationView(
        String scenarioId,
        long scenarioVersion,
        @Schema(description = "Figures received up to this instant were considered") Instant asOf,
        int year,
        List<EquationView> equations,
        @Schema(
                        description =
                                "How growth rates that the scenario derives came about, with their"
                                        + " numbers")
                List<String> derivations,
        @Schema(description = "The rules the figures were made by") List<String> rules)
        implements Tabular {

    @Override
    public Table table() {
        return Table.of(
                List.of("figure", "year", "formula", "numbers", "value", "unit", "source"),
                equations,
                equation ->
                        Table.row(
                                equation.figure(),
                                year,
                                equation.formula(),
                                equation.numbers().stream()
                                        .map(number -> number.symbol() + " = " + number.value())
                                        .collect(Collectors.joining("; ")),
                                equation.value(),
                                equation.unit(),
                                equation.source()));
    }

    static ExplanationView of(DatedProjection dated, ProjectionYear year, Explanation explanation) {
        return new ExplanationView(
                dated.projection().scenarioId(),
                dated.stored().version(),
                dated.asOf(),
                year.year(),
                explanation.equations(year).stream().map(EquationView::of).toList(),
                explanation.derivations(),
                dated.projection().rules());
    }

    /// One figure.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EquationView(
            @Schema(description = "What it is of, such as scope2MarketTonnes[north]") String figure,
            @Schema(description = "In the symbols of numbers") String formula,
            @Schema(description = "Each an input or the figure of another equation of the year")
                    List<NumberView> numbers,
            double value,
            @Schema(description = "1 for a ratio") String unit,
            @Schema(description = "The whole in one line") String text,
            @Schema(
                            description =
                                    "Where the formula was published; absent where it is the"
                                            + " engine's own, or that is not known")
                    @Nullable String source) {

        static EquationView of(Equation equation) {
            return new EquationView(
                    equation.figure(),
                    equation.formula(),
                    equation.terms().stream()
                            .map(term -> new NumberView(term.symbol(), term.value()))
                            .toList(),
                    equation.value(),
                    equation.unit(),
                    equation.text(),
                    PublishedSources.of(equation.formula()).orElse(null));
        }
    }

    record NumberView(String symbol, double value) {}
}
