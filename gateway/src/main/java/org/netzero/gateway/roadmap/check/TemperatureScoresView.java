package org.netzero.gateway.roadmap.check;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.PublishedSources;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// Temperature scores by time frame and scope; as a file one row each.
@Schema(name = "TemperatureScores")
record TemperatureScoresView(String equation, String source, List<ScoreView> scores)
        implements Tabular {

    private static final String EQUATION =
            "score = slope·100·ambition/(target year − start year) + intercept, ambition times coverage"
                    + " where scope 1 + 2 is covered below 95 % or scope 3 below 67 %; without a target the"
                    + " default; all scopes: weighted by emissions, scope 3 from 40 % of all on; time frame by"
                    + " the years to the target: up to 4, 15, 30";

    private static final String SOURCE = PublishedSources.of("temperature-scores").orElseThrow();

    private static final List<String> COLUMNS =
            List.of("timeFrame", "scope", "score", "basis", "targetId", "equation");

    @Schema(name = "TemperatureScore")
    record ScoreView(
            TemperatureScores.TimeFrame timeFrame,
            @Schema(description = "SCOPE_1_2, SCOPE_3 or ALL") String scope,
            @Schema(description = "°C; absent where it is unknown") @Nullable Double score,
            TemperatureScores.Basis basis,
            @Nullable String targetId,
            @Schema(description = "With its numbers, or what is missing") String equation) {

        static ScoreView of(TemperatureScores.Score score) {
            return new ScoreView(
                    score.timeFrame(),
                    score.scope(),
                    score.score().isPresent() ? score.score().getAsDouble() : null,
                    score.basis(),
                    score.targetId().orElse(null),
                    score.equation());
        }
    }

    static TemperatureScoresView of(TemperatureScores scores) {
        return new TemperatureScoresView(
                EQUATION, SOURCE, scores.scores().stream().map(ScoreView::of).toList());
    }

    @Override
    public Table table() {
        return Table.of(
                COLUMNS,
                scores,
                score ->
                        Table.row(
                                score.timeFrame().name(),
                                score.scope(),
                                score.score(),
                                score.basis().name(),
                                score.targetId(),
                                score.equation()));
    }
}
