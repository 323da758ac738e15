package org.netzero.gateway.roadmap.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// Reads the initial growth of drivers whose provenance is [Provenance#DERIVED] from the
/// inventories on file, by the one [GrowthRule]. One pair of years is no trend: a driver that fewer
/// than two yearly changes since the last break are known for keeps the rate it states.
final class DerivedDrivers {

    private static final int FEWEST_CHANGES = 2;

    private final Scenario scenario;
    private final List<Inventory> inventories;
    private final List<String> remarks = new ArrayList<>();

    private DerivedDrivers(Scenario scenario, List<Inventory> inventories) {
        this.scenario = scenario;
        this.inventories = inventories;
    }

    /// @param remarks how each rate came about, with its numbers
    record Derived(Scenario scenario, List<String> remarks) {}

    /// The scenario itself where it derives nothing.
    static Derived of(Scenario scenario, Inventory base, Actuals actuals) {
        if (!derivesAny(scenario)) {
            return new Derived(scenario, List.of());
        }
        List<Inventory> inventories = new ArrayList<>(List.of(base));
        actuals.completeInventories().stream()
                .filter(inventory -> inventory.year() > base.year())
                .forEach(inventories::add);
        DerivedDrivers drivers = new DerivedDrivers(scenario, inventories);
        return new Derived(drivers.derived(), List.copyOf(drivers.remarks));
    }

    private static boolean derivesAny(Scenario scenario) {
        return isDerived(scenario.electricity().driver())
                || isDerived(scenario.otherActivity())
                || scenario.activities().stream().anyMatch(growth -> isDerived(growth.driver()));
    }

    private static boolean isDerived(Driver driver) {
        return driver.evidence().provenance() == Provenance.DERIVED;
    }

    private Scenario derived() {
        ElectricityAssumptions electricity = scenario.electricity();
        return new Scenario(
                scenario.id(),
                scenario.name(),
                scenario.baseYear(),
                scenario.targetYear(),
                new ElectricityAssumptions(
                        driver(
                                "electricity",
                                electricity.driver(),
                                2,
                                DerivedDrivers::electricityMwh),
                        electricity.dataCenterShare(),
                        electricity.itLoad(),
                        electricity.gridFactors()),
                driver(
                        "scope 1 and scope 3",
                        scenario.otherActivity(),
                        1,
                        inventory -> inventory.scope1Tonnes() + inventory.scope3Tonnes()),
                scenario.activities().stream().map(this::activity).toList(),
                scenario.regions(),
                scenario.levers(),
                scenario.targets(),
                scenario.offsets());
    }

    /// Of the whole company, whatever the region: inventories are not told by region.
    private ActivityGrowth activity(ActivityGrowth activity) {
        return new ActivityGrowth(
                activity.scope(),
                activity.category(),
                activity.region(),
                driver(
                        activity.subject(),
                        activity.driver(),
                        activity.scope(),
                        switch (activity.scope()) {
                            case 1 -> Inventory::scope1Tonnes;
                            case 2 -> DerivedDrivers::electricityMwh;
                            default ->
                                    inventory ->
                                            activity.category()
                                                    .map(category ->
                                                            inventory
                                                                    .scope3TonnesByCategory()
                                                                    .getOrDefault(category, 0.0))
                                                    .orElseGet(inventory::scope3Tonnes);
                        }));
    }

    private static double electricityMwh(Inventory inventory) {
        return inventory.electricity().consumptionMwh();
    }

    private Driver driver(
            String subject, Driver stated, int scope, ToDoubleFunction<Inventory> figure) {
        if (!isDerived(stated)) {
            return stated;
        }
        SortedMap<Integer, Double> history = new TreeMap<>();
        for (Inventory inventory : inventories) {
            double value = figure.applyAsDouble(inventory);
            if (value > 0) {
                history.put(inventory.year(), value);
            }
        }
        GrowthRule rule = scope == 2 ? GrowthRule.OF_ENERGY : GrowthRule.OF_OTHERS;
        if (history.isEmpty()) {
            return asStated(subject, stated, 0);
        }
        GrowthRule.Growth growth = rule.growth(history);
        if (growth.changes() < FEWEST_CHANGES) {
            return asStated(subject, stated, growth.changes() + 1);
        }
        String derivation =
                "Derived from the inventories of %d to %d: %s"
                        .formatted(growth.since(), history.lastKey(), growth.explanation());
        remarks.add("Growth of %s: %s.".formatted(subject, derivation));
        return new Driver(
                Math.clamp(growth.initialGrowthPerYear(), -1.0, 1.0),
                stated.longTermGrowthPerYear(),
                stated.damping(),
                new Evidence(Provenance.DERIVED, derivation));
    }

    private Driver asStated(String subject, Driver stated, int years) {
        remarks.add(
                "Growth of %s was to be derived, but a trend takes %d inventories in a row since the last break, and there %s %d: %s a year holds as stated."
                        .formatted(
                                subject,
                                FEWEST_CHANGES + 1,
                                years == 1 ? "is" : "are",
                                years,
                                Text.factor(stated.initialGrowthPerYear())));
        return stated;
    }
}
