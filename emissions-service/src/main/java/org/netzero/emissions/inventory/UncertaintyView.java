package org.netzero.emissions.inventory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.InventoryPart;
import org.netzero.emissions.calculation.Provenance;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.emissions.inventory.ShownInventories.Today;
import org.netzero.emissions.organization.Organization.ConsolidationApproach;
import org.netzero.emissions.quality.MonteCarlo;
import org.netzero.emissions.quality.QualityTotal;
import org.netzero.emissions.quality.Simulated;
import org.netzero.emissions.quality.Uncertainty;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;
import org.netzero.quantities.GwpSet;

/// How well the figures of a year are known, calculated from today's records.
///
/// @param method by which scope 2 is in the total
/// @param complete whether the inventory is; if not, the emissions may be too low
/// @param storedVersion of the year, which keeps the uncertainty of its own total; null where none
///   is stored
/// @param lines scopes, categories of scope 3, the total
/// @param simulated of the total; null while nothing of it is covered
record UncertaintyView(
        String period,
        GwpSet gwpSet,
        ConsolidationApproach consolidationApproach,
        Scope2Method method,
        boolean complete,
        @Nullable Integer storedVersion,
        List<Line> lines,
        @Nullable Simulation simulated)
        implements Tabular {

    private static final String TOTAL = "TOTAL";

    private static final List<String> COLUMNS =
            List.of(
                    "period",
                    "gwpSet",
                    "scope",
                    "method",
                    "category",
                    "kgCo2e",
                    "coveredShare",
                    "coveredKgCo2e",
                    "halfWidthKgCo2e",
                    "halfWidth",
                    "score",
                    "scoredShare",
                    "runs",
                    "seed",
                    "simulatedMeanKgCo2e",
                    "simulatedLowerKgCo2e",
                    "simulatedMedianKgCo2e",
                    "simulatedUpperKgCo2e",
                    "simulatedLowerStandardErrorKgCo2e",
                    "simulatedUpperStandardErrorKgCo2e");

    /// Half-widths are of the covered part: where `coveredShare` is below 1, nothing is said of the
    /// rest.
    ///
    /// @param scope `SCOPE_1`, … or `TOTAL`
    /// @param method of scope 2 in it; null where it has none
    /// @param coveredShare null where there are no emissions
    /// @param halfWidthKgCo2e null while nothing is covered
    /// @param halfWidth as a share of the covered part
    /// @param score of data quality, from 1, the best, to 5; null while nothing has one
    record Line(
            String scope,
            @Nullable Scope2Method method,
            @Nullable Scope3Category category,
            BigDecimal kgCo2e,
            @Nullable BigDecimal coveredShare,
            BigDecimal coveredKgCo2e,
            @Nullable BigDecimal halfWidthKgCo2e,
            @Nullable BigDecimal halfWidth,
            @Nullable BigDecimal score,
            @Nullable BigDecimal scoredShare) {

        static Line of(InventoryPart part, Inventory inventory) {
            Uncertainty known = inventory.uncertainty(part);
            QualityTotal<Provenance> quality = inventory.quality(part);
            return new Line(
                    part.scope().map(Scope::name).orElse(TOTAL),
                    part.hasScope2() ? part.method() : null,
                    part.category().orElse(null),
                    known.kilograms(),
                    known.coveredShare().orElse(null),
                    known.coveredKilograms(),
                    known.halfWidthKilograms().orElse(null),
                    known.halfWidth().orElse(null),
                    quality.score().orElse(null),
                    quality.scoredShare().orElse(null));
        }
    }

    /// The covered part of the total, drawn many times.
    ///
    /// @param seed the same seed and runs give the same answer
    /// @param lowerKgCo2e the 2.5th percentile
    /// @param upperKgCo2e the 97.5th
    /// @param lowerStandardErrorKgCo2e how far off the bound is to be expected, as runs are finite
    record Simulation(
            int runs,
            long seed,
            BigDecimal coveredKgCo2e,
            BigDecimal meanKgCo2e,
            BigDecimal lowerKgCo2e,
            BigDecimal medianKgCo2e,
            BigDecimal upperKgCo2e,
            BigDecimal lowerStandardErrorKgCo2e,
            BigDecimal upperStandardErrorKgCo2e) {

        static Simulation of(Simulated drawn) {
            return new Simulation(
                    drawn.runs(),
                    drawn.seed(),
                    drawn.coveredKilograms(),
                    drawn.mean(),
                    drawn.lower(),
                    drawn.median(),
                    drawn.upper(),
                    drawn.lowerStandardError(),
                    drawn.upperStandardError());
        }
    }

    static UncertaintyView of(Today today, Scope2Method method, MonteCarlo simulation) {
        Inventory inventory = today.screened().inventory();
        return new UncertaintyView(
                String.valueOf(inventory.year()),
                inventory.gwpSet(),
                today.screened().boundary().approach(),
                method,
                inventory.complete(),
                today.version().orElse(null),
                inventory.parts(method).stream().map(part -> Line.of(part, inventory)).toList(),
                simulation
                        .of(inventory.uncertaintyTerms(InventoryPart.total(method)))
                        .map(Simulation::of)
                        .orElse(null));
    }

    /// A row per line; the simulation stands in the row of the total.
    @Override
    public Table table() {
        return Table.of(COLUMNS, lines, this::row);
    }

    private List<@Nullable Object> row(Line line) {
        var cells = new ArrayList<@Nullable Object>();
        cells.addAll(
                Table.row(
                        period,
                        gwpSet,
                        line.scope(),
                        line.method(),
                        line.category(),
                        line.kgCo2e(),
                        line.coveredShare(),
                        line.coveredKgCo2e(),
                        line.halfWidthKgCo2e(),
                        line.halfWidth(),
                        line.score(),
                        line.scoredShare()));
        Optional<Simulation> drawn =
                Optional.ofNullable(simulated).filter(any -> line.scope().equals(TOTAL));
        cells.add(drawn.map(Simulation::runs).orElse(null));
        cells.add(drawn.map(Simulation::seed).orElse(null));
        cells.add(drawn.map(Simulation::meanKgCo2e).orElse(null));
        cells.add(drawn.map(Simulation::lowerKgCo2e).orElse(null));
        cells.add(drawn.map(Simulation::medianKgCo2e).orElse(null));
        cells.add(drawn.map(Simulation::upperKgCo2e).orElse(null));
        cells.add(drawn.map(Simulation::lowerStandardErrorKgCo2e).orElse(null));
        cells.add(drawn.map(Simulation::upperStandardErrorKgCo2e).orElse(null));
        return cells;
    }
}
