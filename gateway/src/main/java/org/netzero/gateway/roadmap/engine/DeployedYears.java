package org.netzero.gateway.roadmap.engine;

import java.util.Map;
import java.util.Optional;

/// The years of a scenario with its levers deployed as anyone states, whatever their own ramps,
/// lead times, lives and requirements say: the exact model for whoever looks for a deployment.
///
/// A year of which a complete inventory is known has its figures, whatever is deployed. What data
/// centres measured re-bases the years as it does those of the scenario as it stands.
///
/// For one thread.
public final class DeployedYears {

    /// One year, in tonnes of CO2e and MWh.
    ///
    /// @param renewableMwh own generation used and matched purchases
    public record Figures(
            double scope1Tonnes,
            double scope2MarketTonnes,
            double scope3Tonnes,
            double electricityMwh,
            double renewableMwh) {

        public double grossTonnes() {
            return scope1Tonnes + scope2MarketTonnes + scope3Tonnes;
        }
    }

    private final EmissionsModel model;
    private final SimulatedYear simulated;
    private final Actuals actuals;

    private DeployedYears(EmissionsModel model, Actuals actuals) {
        this.model = model;
        this.actuals = actuals;
        simulated = new SimulatedYear(model.layout());
    }

    /// @throws InventoryOfAnotherYear if the inventory is not of the scenario's base year
    /// @throws UnexplainedScope2 if scope 2 cannot come from the stated electricity
    public static DeployedYears of(Scenario stated, Inventory base, Actuals actuals) {
        return new DeployedYears(FittedModel.of(stated, base, actuals).model(), actuals);
    }

    /// Measured or expected over modelled energy of the data centres, by the scenario's own
    /// deployment in the measured year; 1 where nothing is measured.
    public double measuredRatio() {
        return model.dataCenterRatio();
    }

    /// Whether a complete inventory states the year.
    public boolean isActual(int year) {
        return actuals.completeInventory(year).isPresent();
    }

    /// @param year from the base year to the target year
    /// @param deployed share by lever id, 0 to 1; a lever that is not named is not deployed
    public Figures in(int year, Map<String, Double> deployed) {
        Optional<Inventory> actual = actuals.completeInventory(year);
        if (actual.isPresent()) {
            return of(Footprint.of(actual.get()));
        }
        model.begin(simulated, year);
        for (int lever = 0; lever < model.levers().size(); lever++) {
            simulated.apply(lever, deployed.getOrDefault(model.levers().get(lever).id(), 0.0));
        }
        simulated.settle();
        double electricityMwh = simulated.electricityMwh();
        return new Figures(
                simulated.scope1Tonnes(),
                simulated.scope2MarketTonnes(),
                simulated.scope3Tonnes(),
                electricityMwh,
                electricityMwh * simulated.renewableShare());
    }

    private static Figures of(Footprint footprint) {
        return new Figures(
                footprint.scope1Tonnes(),
                footprint.scope2MarketTonnes(),
                footprint.scope3Tonnes(),
                footprint.electricityMwh(),
                footprint.electricityMwh() * footprint.renewableShare());
    }
}
