package org.netzero.gateway.roadmap.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.PublishedSources;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// The checks of a scenario as clients see them; as a file one row a criterion or statement.
@Schema(name = "ScenarioChecks")
record ChecksView(
        String scenarioId,
        long scenarioVersion,
        Instant asOf,
        @Schema(description = "How many criteria have each verdict") CountView count,
        List<StatementView> statements,
        List<CriterionView> criteria,
        @Schema(description = "The parameters of the rules") List<ParameterView> rules)
        implements Tabular {

    private static final String PUBLISHED =
            "Where it was published; absent where that is not known";

    private static final List<String> COLUMNS =
            List.of("id", "rule", "version", "verdict", "text", "equation", "numbers", "source");

    static ChecksView of(CheckedScenarios.Answer answer, RuleBook rules) {
        List<Criterion> criteria = answer.checks().criteria();
        return new ChecksView(
                answer.dated().stored().scenario().id(),
                answer.dated().stored().version(),
                answer.dated().asOf(),
                CountView.of(criteria),
                answer.checks().statements().stream().map(StatementView::of).toList(),
                criteria.stream().map(CriterionView::of).toList(),
                rules.parameters().stream().map(ParameterView::of).toList());
    }

    @Override
    public Table table() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        statements.forEach(statement -> rows.add(statement.row()));
        criteria.forEach(criterion -> rows.add(criterion.row()));
        return new Table(COLUMNS, rows.stream());
    }

    @Schema(name = "CheckCount")
    record CountView(long pass, long fail, long unknown) {

        static CountView of(List<Criterion> criteria) {
            return new CountView(
                    count(criteria, Verdict.PASS),
                    count(criteria, Verdict.FAIL),
                    count(criteria, Verdict.UNKNOWN));
        }

        private static long count(List<Criterion> criteria, Verdict verdict) {
            return criteria.stream().filter(criterion -> criterion.verdict() == verdict).count();
        }
    }

    @Schema(name = "CheckAmount")
    record AmountView(String name, double value, String unit) {

        static List<AmountView> of(List<Amount> amounts) {
            return amounts.stream()
                    .map(amount -> new AmountView(amount.name(), amount.value(), amount.unit()))
                    .toList();
        }

        static String inOneCell(List<AmountView> amounts) {
            return amounts.stream()
                    .map(amount ->
                            "%s=%s %s".formatted(amount.name(), amount.value(), amount.unit()))
                    .collect(Collectors.joining("; "));
        }
    }

    @Schema(name = "CheckCriterion")
    record CriterionView(
            String id,
            String rule,
            String version,
            Verdict verdict,
            String statement,
            String equation,
            List<AmountView> numbers,
            String source) {

        static CriterionView of(Criterion criterion) {
            return new CriterionView(
                    criterion.id(),
                    criterion.rule(),
                    criterion.version(),
                    criterion.verdict(),
                    criterion.statement(),
                    criterion.equation(),
                    AmountView.of(criterion.numbers()),
                    criterion.source());
        }

        List<@Nullable Object> row() {
            return Table.row(
                    id,
                    rule,
                    version,
                    verdict.name(),
                    statement,
                    equation,
                    AmountView.inOneCell(numbers),
                    source);
        }
    }

    @Schema(name = "CheckStatement")
    record StatementView(
            String id, String text, String equation, List<AmountView> numbers, String source) {

        static StatementView of(Statement statement) {
            return new StatementView(
                    statement.id(),
                    statement.text(),
                    statement.equation(),
                    AmountView.of(statement.numbers()),
                    statement.source());
        }

        List<@Nullable Object> row() {
            return Table.row(
                    id, null, null, null, text, equation, AmountView.inOneCell(numbers), source);
        }
    }

    @Schema(name = "CheckParameter")
    record ParameterView(
            String rule, String version, String name, double value, String unit, String source) {

        static ParameterView of(RuleBook.Parameter parameter) {
            return new ParameterView(
                    parameter.rule(),
                    parameter.version(),
                    parameter.name(),
                    parameter.value(),
                    parameter.unit(),
                    parameter.source());
        }
    }

    /// An equation that takes figures of one's own.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CheckEquation")
    record EquationView(
            Equations name,
            List<String> inputs,
            String equation,
            @Schema(description = PUBLISHED) @Nullable String source) {

        static List<EquationView> all() {
            return Arrays.stream(Equations.values()).map(EquationView::of).toList();
        }

        private static EquationView of(Equations known) {
            return new EquationView(
                    known,
                    known.inputs(),
                    known.equation(),
                    PublishedSources.of(known.name()).orElse(null));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CheckEvaluation")
    record EvaluationView(
            Equations name,
            String equation,
            @Schema(description = PUBLISHED) @Nullable String source,
            @Schema(description = "Steps and results in the order of the equation")
                    List<ResultView> results) {

        static EvaluationView of(Equations equation, Map<String, Double> results) {
            return new EvaluationView(
                    equation,
                    equation.equation(),
                    PublishedSources.of(equation.name()).orElse(null),
                    results.entrySet().stream()
                            .map(step -> new ResultView(step.getKey(), step.getValue()))
                            .toList());
        }
    }

    @Schema(name = "CheckResult")
    record ResultView(String name, double value) {}
}
