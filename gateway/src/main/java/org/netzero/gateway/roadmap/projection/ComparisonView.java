package org.netzero.gateway.roadmap.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.engine.TargetStanding;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// Scenarios side by side, each held against the first.
@Schema(name = "Comparison")
record ComparisonView(List<ScenarioView> scenarios, List<YearView> years) implements Tabular {

    record ScenarioView(
            String id,
            String name,
            long version,
            Instant asOf,
            int baseYear,
            int targetYear,
            @Schema(description = "How many of its own targets it meets") int targetsMet,
            int targets) {

        static ScenarioView of(DatedProjection dated) {
            Scenario scenario = dated.stored().scenario();
            List<TargetStanding> standings = dated.projection().targets();
            return new ScenarioView(
                    scenario.id(),
                    scenario.name(),
                    dated.stored().version(),
                    dated.asOf(),
                    scenario.baseYear(),
                    scenario.targetYear(),
                    (int) standings.stream().filter(TargetStanding::met).count(),
                    standings.size());
        }
    }

    record YearView(int year, List<FigureView> figures) {}

    record FigureView(
            @Schema(description = "As the projection names it") String figure,
            @Schema(description = "1 for a share or ratio") String unit,
            @Schema(description = "In the order of the scenarios") List<ValueView> values) {}

    /// Null where the scenario, or the first one, has no such year or target.
    record ValueView(
            String scenarioId,
            @Nullable Double value,
            @Schema(description = "Value less the first scenario's; 0 for itself")
                    @Nullable Double difference) {}

    static ComparisonView of(List<DatedProjection> projections) {
        Map<String, SortedMap<Integer, Map<Headline, Double>>> figures = new LinkedHashMap<>();
        SortedSet<Integer> years = new TreeSet<>();
        for (DatedProjection dated : projections) {
            var ofScenario = Headline.of(dated.projection());
            figures.put(dated.stored().scenario().id(), ofScenario);
            years.addAll(ofScenario.keySet());
        }
        List<YearView> rows = new ArrayList<>();
        for (int year : years) {
            List<FigureView> ofYear = new ArrayList<>();
            for (Headline figure : Headline.values()) {
                List<ValueView> values = values(figures, year, figure);
                if (values.stream().anyMatch(value -> value.value() != null)) {
                    ofYear.add(new FigureView(figure.label(), figure.unit().symbol(), values));
                }
            }
            rows.add(new YearView(year, ofYear));
        }
        return new ComparisonView(projections.stream().map(ScenarioView::of).toList(), rows);
    }

    private static List<ValueView> values(
            Map<String, SortedMap<Integer, Map<Headline, Double>>> figures,
            int year,
            Headline figure) {
        List<ValueView> values = new ArrayList<>();
        @Nullable Double first = null;
        for (var scenario : figures.entrySet()) {
            @Nullable Double value =
                    scenario.getValue().getOrDefault(year, Collections.emptyMap()).get(figure);
            if (values.isEmpty()) {
                first = value;
            }
            values.add(
                    new ValueView(
                            scenario.getKey(),
                            value == null ? null : figure.rounded(value),
                            value == null || first == null ? null : figure.rounded(value - first)));
        }
        return values;
    }

    /// A row per year and figure, with a value and a difference per scenario.
    @Override
    public Table table() {
        List<String> columns = new ArrayList<>(List.of("year", "figure", "unit"));
        scenarios.forEach(scenario -> columns.add(scenario.id()));
        scenarios.stream()
                .skip(1)
                .forEach(
                        scenario -> columns.add(scenario.id() + " - " + scenarios.getFirst().id()));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (YearView year : years) {
            for (FigureView figure : year.figures()) {
                List<@Nullable Object> row = new ArrayList<>();
                row.add(year.year());
                row.add(figure.figure());
                row.add(figure.unit());
                figure.values().forEach(value -> row.add(value.value()));
                figure.values().stream().skip(1).forEach(value -> row.add(value.difference()));
                rows.add(row);
            }
        }
        return new Table(columns, rows.stream());
    }
}
