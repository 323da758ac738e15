package org.netzero.gateway.roadmap.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Runs a scenario by the thousand with other inputs: what no input changes is laid out once, and
/// each run simulates its years on what is its own. A run is what the scenario with these inputs
/// projects, to the bit, without attribution, claims and words.
///
/// What data centres measured re-bases every run as it re-bases the scenario itself, and a year
/// with a complete inventory is what it says. Safe for threads.
public final class VariedRuns {

    private static final String COMPANY = "the company";

    private final EmissionsModel model;
    private final VariedLayout varied;

    /// By years since the base year.
    private final List<Optional<Footprint>> actualYears;

    private VariedRuns(
            EmissionsModel model, VariedLayout varied, List<Optional<Footprint>> actualYears) {
        this.model = model;
        this.varied = varied;
        this.actualYears = actualYears;
    }

    /// @param longestDelay of any lever in any run, in years
    /// @throws InventoryOfAnotherYear if the inventory is not of the scenario's base year
    /// @throws UnexplainedScope2 if scope 2 cannot come from the stated electricity
    public static VariedRuns of(
            Scenario stated, Inventory base, Actuals actuals, int longestDelay) {
        EmissionsModel model = FittedModel.of(stated, base, actuals).model();
        List<Optional<Footprint>> actualYears =
                IntStream.range(0, model.layout().years)
                        .mapToObj(
                                y -> actuals.completeInventory(base.year() + y).map(Footprint::of))
                        .toList();
        return new VariedRuns(model, new VariedLayout(model.layout(), longestDelay), actualYears);
    }

    /// Regions whose grids may move apart: the scenario's in its order, or the company where it has
    /// none.
    public List<String> regionIds() {
        List<Region> regions = model.scenario().regions();
        return regions.isEmpty() ? List.of(COMPANY) : regions.stream().map(Region::id).toList();
    }

    /// In the order of the scenario.
    public List<String> leverIds() {
        return model.scenario().levers().stream().map(Lever::id).toList();
    }

    /// @throws UnexplainedScope2 if the varied scope 2 cannot come from the stated electricity
    public Run run(Variation variation) {
        Inventory base = varied.base(variation);
        Layout layout = varied.under(variation, base);
        EmissionsModel changed =
                new EmissionsModel(layout, model.rebasedFrom(), model.dataCenterRatio());
        SimulatedYear simulated = new SimulatedYear(layout);
        Run run = Run.withoutBaseline(base.year(), layout.years);
        run.set(0, Footprint.of(base));
        for (int y = 1; y < layout.years; y++) {
            if (actualYears.get(y).isPresent()) {
                run.set(y, actualYears.get(y).get());
            } else {
                changed.begin(simulated, base.year() + y);
                changed.applyAll(simulated);
                run.set(y, simulated);
            }
        }
        return run;
    }
}
