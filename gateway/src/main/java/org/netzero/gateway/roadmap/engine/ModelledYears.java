package org.netzero.gateway.roadmap.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The years of a scenario without attribution, targets and remarks: for runs by the thousand.
///
/// What data centres measured re-bases every run as it re-bases the scenario itself.
public final class ModelledYears {

    /// One year.
    public record Year(
            int year,
            double scope1Tonnes,
            double scope2MarketTonnes,
            double scope3Tonnes,
            double renewableShare) {

        public double grossTonnes() {
            return scope1Tonnes + scope2MarketTonnes + scope3Tonnes;
        }

        private static Year of(int year, Footprint footprint) {
            return new Year(
                    year,
                    footprint.scope1Tonnes(),
                    footprint.scope2MarketTonnes(),
                    footprint.scope3Tonnes(),
                    footprint.renewableShare());
        }
    }

    private final Optional<Rebasing> rebasing;
    private final Actuals actuals;

    private ModelledYears(Optional<Rebasing> rebasing, Actuals actuals) {
        this.rebasing = rebasing;
        this.actuals = actuals;
    }

    /// @throws UnexplainedScope2 if scope 2 cannot come from the stated electricity
    public static ModelledYears of(Scenario scenario, Inventory base, Actuals actuals) {
        EmissionsModel model = EmissionsModel.of(scenario, base);
        return new ModelledYears(
                actuals.measurements()
                        .flatMap(measured -> Rebaser.rebase(scenario, model, measured)),
                actuals);
    }

    /// From the base year to the target year, with every lever.
    public List<Year> of(Scenario scenario, Inventory base) {
        EmissionsModel unmeasured = EmissionsModel.of(scenario, base);
        EmissionsModel model = rebasing.map(unmeasured::rebasedBy).orElse(unmeasured);
        List<Year> years = new ArrayList<>();
        years.add(Year.of(base.year(), Footprint.of(base)));
        for (int year = base.year() + 1; year <= scenario.targetYear(); year++) {
            int modelled = year;
            years.add(
                    Year.of(
                            year,
                            actuals.completeInventory(year)
                                    .map(Footprint::of)
                                    .orElseGet(() -> model.withAllLevers(modelled))));
        }
        return years;
    }
}
