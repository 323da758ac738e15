package org.netzero.gateway.roadmap.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.engine.AbatementCosts;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// What the levers of a scenario cost for each tonne they realise.
@Schema(name = "AbatementCosts")
record AbatementCostsView(
        String scenarioId,
        long scenarioVersion,
        @Schema(description = "Figures received up to this instant were considered") Instant asOf,
        @Schema(description = "Per year, as asked for or assumed") double discountRate,
        @Schema(description = "Levers with a cost, the cheapest tonne first") List<StepView> curve,
        @Schema(description = "Levers that save money, the greatest saving first; not ranked")
                List<SavingView> savings,
        List<NotRankedView> notRanked,
        String rule)
        implements Tabular {

    @Override
    public Table table() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        curve.forEach(step ->
                rows.add(
                        Table.row(
                                step.leverId(),
                                "RANKED",
                                step.currency(),
                                step.presentCost(),
                                step.tonnes(),
                                step.costPerTonne(),
                                step.equation(),
                                step.presentCostEquation())));
        savings.forEach(saving ->
                rows.add(
                        Table.row(
                                saving.leverId(),
                                "SAVES",
                                saving.currency(),
                                -saving.netPresentValue(),
                                saving.tonnes(),
                                null,
                                "not ranked by its cost per tonne",
                                saving.presentCostEquation())));
        notRanked.forEach(lever ->
                rows.add(
                        Table.row(
                                lever.leverId(),
                                "NOT_RANKED",
                                null,
                                null,
                                null,
                                null,
                                lever.reason(),
                                null)));
        return new Table(
                List.of(
                        "leverId",
                        "place",
                        "currency",
                        "presentCost",
                        "tonnes",
                        "costPerTonne",
                        "note",
                        "presentCostEquation"),
                rows.stream());
    }

    static AbatementCostsView of(DatedProjection dated, AbatementCosts costs) {
        return new AbatementCostsView(
                dated.projection().scenarioId(),
                dated.stored().version(),
                dated.asOf(),
                costs.discountRate(),
                costs.curve().stream().map(StepView::of).toList(),
                costs.savings().stream().map(SavingView::of).toList(),
                costs.notRanked().stream()
                        .map(lever -> new NotRankedView(lever.leverId(), lever.reason()))
                        .toList(),
                AbatementCosts.rule());
    }

    record StepView(
            String leverId,
            String currency,
            double presentCost,
            @Schema(description = "Realised over all years of the projection") double tonnes,
            double costPerTonne,
            String equation,
            @Schema(description = "How the present cost came about, in the money of each year")
                    String presentCostEquation) {

        static StepView of(AbatementCosts.Ranked ranked) {
            return new StepView(
                    ranked.leverId(),
                    ranked.currency(),
                    Rounded.amount(ranked.presentCost()),
                    Rounded.amount(ranked.tonnes()),
                    Rounded.amount(ranked.costPerTonne()),
                    ranked.equation(),
                    ranked.present().equation());
        }
    }

    record SavingView(
            String leverId,
            String currency,
            double netPresentValue,
            double tonnes,
            @Schema(description = "How the present cost, less than 0, came about")
                    String presentCostEquation) {

        static SavingView of(AbatementCosts.Saving saving) {
            return new SavingView(
                    saving.leverId(),
                    saving.currency(),
                    Rounded.amount(saving.netPresentValue()),
                    Rounded.amount(saving.tonnes()),
                    saving.present().equation());
        }
    }

    record NotRankedView(String leverId, String reason) {}
}
