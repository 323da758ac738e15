package org.netzero.gateway.roadmap.check;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.PublishedSources;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// What moved a sum of products; as a file one row a change and factor.
@Schema(name = "DecompositionAnswer")
record DecompositionView(
        String equation,
        String source,
        @Schema(
                        description =
                                "Where the figures come from, and which years were left out and why; absent for figures of your own")
                @Nullable String figures,
        @Schema(description = "The last year against the first") ChangeView overall,
        @Schema(description = "Each year against the one before it; by factor they sum to chained")
                List<ChangeView> yearly,
        @Schema(description = "Sum of the yearly effects of each factor")
                List<AmountOfFactor> chained,
        @Schema(description = "The last year against the first, by part") List<PartView> parts)
        implements Tabular {

    private static final String SOURCE = PublishedSources.of("decomposition").orElseThrow();

    private static final List<String> COLUMNS =
            List.of(
                    "from",
                    "to",
                    "factor",
                    "before",
                    "after",
                    "amount",
                    "index",
                    "shapley",
                    "inOrder",
                    "equation");

    @Schema(name = "DecompositionChange")
    record ChangeView(
            int from,
            int to,
            double before,
            double after,
            double change,
            List<EffectView> effects) {

        static ChangeView of(SeriesDecomposition.Change change) {
            return new ChangeView(
                    change.from(),
                    change.to(),
                    change.before(),
                    change.after(),
                    change.after() - change.before(),
                    change.effects().stream().map(EffectView::of).toList());
        }
    }

    @Schema(name = "DecompositionEffect")
    record EffectView(
            String factor,
            @Schema(description = "LMDI, additive: the effects sum to the change") double amount,
            @Schema(
                            description =
                                    "LMDI, multiplicative: the indexes multiply to after/before;"
                                            + " absent where something was or became 0")
                    @Nullable Double index,
            @Schema(description = "Mean over every order of the factors; sums to the change")
                    double shapley,
            @Schema(description = "One factor after the other as listed; sums to the change")
                    double inOrder) {

        static EffectView of(SeriesDecomposition.Effect effect) {
            return new EffectView(
                    effect.factor(),
                    effect.amount(),
                    effect.index().isPresent() ? effect.index().getAsDouble() : null,
                    effect.shapley(),
                    effect.inOrder());
        }
    }

    @Schema(name = "DecompositionAmount")
    record AmountOfFactor(String factor, double amount) {}

    @Schema(name = "DecompositionPartAnswer")
    record PartView(String name, double before, double after, List<AmountOfFactor> effects) {

        static PartView of(SeriesDecomposition series, SeriesDecomposition.Part part) {
            return new PartView(
                    part.name(),
                    part.product(0),
                    part.product(series.years().size() - 1),
                    amounts(part, series.effectsOf(part)));
        }

        private static List<AmountOfFactor> amounts(
                SeriesDecomposition.Part part, List<Double> effects) {
            List<AmountOfFactor> amounts = new ArrayList<>();
            for (int k = 0; k < effects.size(); k++) {
                amounts.add(new AmountOfFactor(part.factors().get(k).name(), effects.get(k)));
            }
            return amounts;
        }
    }

    static DecompositionView of(SeriesDecomposition series, @Nullable String figures) {
        List<SeriesDecomposition.Change> yearly = series.yearly();
        List<AmountOfFactor> chained = new ArrayList<>();
        List<SeriesDecomposition.Factor> factors = series.parts().getFirst().factors();
        for (int k = 0; k < factors.size(); k++) {
            int factor = k;
            chained.add(
                    new AmountOfFactor(
                            factors.get(k).name(),
                            yearly.stream()
                                    .mapToDouble(change -> change.effects().get(factor).amount())
                                    .sum()));
        }
        return new DecompositionView(
                SeriesDecomposition.EQUATION,
                SOURCE,
                figures,
                ChangeView.of(series.overall()),
                yearly.stream().map(ChangeView::of).toList(),
                chained,
                series.parts().stream().map(part -> PartView.of(series, part)).toList());
    }

    @Override
    public Table table() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        addRows(overall, rows);
        yearly.forEach(change -> addRows(change, rows));
        return new Table(COLUMNS, rows.stream());
    }

    private void addRows(ChangeView change, List<List<@Nullable Object>> rows) {
        for (EffectView effect : change.effects()) {
            rows.add(
                    Table.row(
                            change.from(),
                            change.to(),
                            effect.factor(),
                            change.before(),
                            change.after(),
                            effect.amount(),
                            effect.index(),
                            effect.shapley(),
                            effect.inOrder(),
                            equation));
        }
    }
}
