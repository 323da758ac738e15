package org.netzero.gateway.roadmap.engine;

import java.util.List;
import java.util.Optional;

/// A scenario fitted to what is known beside its base inventory: growth that is to be derived comes
/// from the later inventories, and what data centres measured re-bases their electricity.
///
/// @param scenario with every driver stated
/// @param remarks how each derived rate came about
record FittedModel(
        Scenario scenario,
        EmissionsModel model,
        Optional<Rebasing> rebasing,
        List<String> remarks) {

    /// @throws InventoryOfAnotherYear if the inventory is not of the scenario's base year
    /// @throws UnexplainedScope2 if scope 2 cannot come from the stated electricity
    static FittedModel of(Scenario stated, Inventory base, Actuals actuals) {
        if (base.year() != stated.baseYear()) {
            throw new InventoryOfAnotherYear(base.year(), stated.baseYear());
        }
        DerivedDrivers.Derived derived = DerivedDrivers.of(stated, base, actuals);
        Scenario scenario = derived.scenario();
        EmissionsModel unmeasured = EmissionsModel.of(scenario, base);
        Optional<Rebasing> rebasing =
                actuals.measurements()
                        .flatMap(measured -> Rebaser.rebase(scenario, unmeasured, measured));
        return new FittedModel(
                scenario,
                rebasing.map(unmeasured::rebasedBy).orElse(unmeasured),
                rebasing,
                derived.remarks());
    }
}
