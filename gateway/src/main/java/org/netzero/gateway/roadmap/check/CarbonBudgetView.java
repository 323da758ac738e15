package org.netzero.gateway.roadmap.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.PublishedSources;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// How a carbon budget is used up; as a file one row a year.
@Schema(name = "CarbonBudget")
record CarbonBudgetView(
        String equation,
        @Schema(description = "The equation with its numbers") String numbers,
        String source,
        double budget,
        double used,
        @Schema(description = "Used less budget; negative where it is kept") double overshoot,
        Verdict verdict,
        @Schema(
                        description =
                                "First year at whose end more than all of it is used; absent where never")
                @Nullable Integer exhaustedIn,
        @Schema(
                        description =
                                "Years that what is left lasts at the emissions of the last year;"
                                        + " absent where these are 0, negative after an overshoot")
                @Nullable Double yearsLeftAtLastLevel,
        List<YearView> years)
        implements Tabular {

    private static final String EQUATION =
            "budget = stated, or Σ base·(1 − min(1, rate·(year − base year))); overshoot = Σ emissions"
                    + " − budget";

    private static final String SOURCE = PublishedSources.of("carbon-budget").orElseThrow();

    private static final List<String> COLUMNS = List.of("year", "emissions", "cumulative", "left");

    @Schema(name = "CarbonBudgetYear")
    record YearView(
            int year,
            double emissions,
            double cumulative,
            @Schema(description = "Of the whole budget") double left) {}

    static CarbonBudgetView of(CarbonBudgetRequest.Read read) {
        CarbonBudget budget = CarbonBudget.of(read.firstYear(), read.allowed(), read.emissions());
        List<YearView> years = new ArrayList<>();
        double cumulative = 0;
        for (int i = 0; i < read.emissions().size(); i++) {
            double tonnes = read.emissions().get(i);
            cumulative += tonnes;
            years.add(
                    new YearView(
                            read.firstYear() + i,
                            tonnes,
                            cumulative,
                            budget.budgetTonnes() - cumulative));
        }
        double last = read.emissions().getLast();
        return new CarbonBudgetView(
                EQUATION,
                String.format(
                        Locale.ROOT,
                        "overshoot = %s − %s = %s",
                        budget.projectedTonnes(),
                        budget.budgetTonnes(),
                        budget.overshootTonnes()),
                SOURCE,
                budget.budgetTonnes(),
                budget.projectedTonnes(),
                budget.overshootTonnes(),
                Verdict.of(budget.isKept()),
                budget.exhaustedIn().isPresent() ? budget.exhaustedIn().getAsInt() : null,
                last > 0 ? -budget.overshootTonnes() / last : null,
                years);
    }

    @Override
    public Table table() {
        return Table.of(
                COLUMNS,
                years,
                year -> Table.row(year.year(), year.emissions(), year.cumulative(), year.left()));
    }
}
