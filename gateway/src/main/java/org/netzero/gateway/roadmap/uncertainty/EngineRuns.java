package org.netzero.gateway.roadmap.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.netzero.gateway.roadmap.backtest.Calibration;
import org.netzero.gateway.roadmap.engine.ActivityGrowth;
import org.netzero.gateway.roadmap.engine.Actuals;
import org.netzero.gateway.roadmap.engine.Assumption;
import org.netzero.gateway.roadmap.engine.Deployment;
import org.netzero.gateway.roadmap.engine.Driver;
import org.netzero.gateway.roadmap.engine.ElectricityAssumptions;
import org.netzero.gateway.roadmap.engine.ElectricityUse;
import org.netzero.gateway.roadmap.engine.GridFactorPaths;
import org.netzero.gateway.roadmap.engine.Inventory;
import org.netzero.gateway.roadmap.engine.Lever;
import org.netzero.gateway.roadmap.engine.LeverEffect;
import org.netzero.gateway.roadmap.engine.ModelledYears;
import org.netzero.gateway.roadmap.engine.Region;
import org.netzero.gateway.roadmap.engine.Scenario;

/// Runs the engine with other inputs: the only place of this package that knows it.
final class EngineRuns {

    /// Bounds of the engine's own inputs.
    private static final double STEEPEST_GROWTH = 1;

    private static final double STEEPEST_GRID_CHANGE = 0.5;

    private static final double DIRTIEST_CONTRACT = 2;

    private static final int LAST_YEAR = 2150;

    private static final String COMPANY = "the company";

    private final Scenario scenario;
    private final Inventory base;
    private final ModelledYears modelled;

    EngineRuns(Scenario scenario, Inventory base, Actuals actuals) {
        this.scenario = scenario;
        this.base = base;
        this.modelled = ModelledYears.of(scenario, base, actuals);
    }

    /// The sites of a region share the shock of its grid; a scenario without regions is one.
    List<String> regions() {
        return scenario.regions().isEmpty()
                ? List.of(COMPANY)
                : scenario.regions().stream().map(Region::id).toList();
    }

    List<String> leverIds() {
        return scenario.levers().stream().map(Lever::id).toList();
    }

    /// From the base year to the target year; a year with a complete inventory is what it says.
    List<RunYear> run(Inputs inputs) {
        return modelled.of(changed(inputs), changedBase(inputs)).stream()
                .map(year ->
                        new RunYear(
                                year.scope1Tonnes() + year.scope2MarketTonnes(),
                                year.scope3Tonnes(),
                                year.grossTonnes(),
                                year.renewableShare()))
                .toList();
    }

    private Inventory changedBase(Inputs inputs) {
        TreeMap<String, Double> scope3 = new TreeMap<>(base.scope3TonnesByCategory());
        scope3.replaceAll((_, tonnes) -> tonnes * inputs.scope3Factor());
        return new Inventory(
                base.year(),
                base.scope1Tonnes() * inputs.scope1Factor(),
                base.scope2LocationTonnes() * inputs.scope2Factor(),
                base.scope2MarketTonnes() * inputs.scope2Factor(),
                scope3,
                base.electricity(),
                base.scope2HeatTonnes() * inputs.scope2Factor());
    }

    /// Without targets: a run is held against those of the scenario itself.
    private Scenario changed(Inputs inputs) {
        ElectricityAssumptions electricity = scenario.electricity();
        List<Lever> levers = new ArrayList<>(scenario.levers().size());
        for (int i = 0; i < scenario.levers().size(); i++) {
            levers.add(changed(scenario.levers().get(i), inputs.levers().get(i)));
        }
        return new Scenario(
                scenario.id(),
                scenario.name(),
                scenario.baseYear(),
                scenario.targetYear(),
                new ElectricityAssumptions(
                        changed(electricity.driver(), inputs.electricityGrowth()),
                        electricity.dataCenterShare(),
                        electricity.itLoad(),
                        contractScaled(
                                changed(electricity.gridFactors(), inputs.gridChanges().getFirst()),
                                inputs.scope2Factor())),
                changed(scenario.otherActivity(), inputs.otherGrowth()),
                scenario.activities().stream().map(activity -> changed(activity, inputs)).toList(),
                changedRegions(inputs.gridChanges()),
                levers,
                List.of(),
                scenario.offsets());
    }

    private static GridFactorPaths changed(GridFactorPaths grid, double shock) {
        return new GridFactorPaths(
                changed(grid.locationChangePerYear(), shock),
                changed(grid.residualChangePerYear(), shock),
                grid.contractTonnesPerMwh());
    }

    /// Scope 2 of the base year is drawn as a whole, and contracts are a part of it.
    private static GridFactorPaths contractScaled(GridFactorPaths grid, double factor) {
        Assumption contract = grid.contractTonnesPerMwh();
        return new GridFactorPaths(
                grid.locationChangePerYear(),
                grid.residualChangePerYear(),
                new Assumption(
                        Math.min(DIRTIEST_CONTRACT, contract.value() * factor),
                        contract.evidence()));
    }

    private static ActivityGrowth changed(ActivityGrowth activity, Inputs inputs) {
        return new ActivityGrowth(
                activity.scope(),
                activity.category(),
                activity.region(),
                changed(
                        activity.driver(),
                        activity.scope() == 2 ? inputs.electricityGrowth() : inputs.otherGrowth()));
    }

    /// Every region has its own shock, whether or not it states a path of its own.
    private List<Region> changedRegions(List<Double> shocks) {
        GridFactorPaths grid = scenario.electricity().gridFactors();
        List<Region> regions = new ArrayList<>(scenario.regions().size());
        for (int i = 0; i < scenario.regions().size(); i++) {
            Region region = scenario.regions().get(i);
            regions.add(
                    new Region(
                            region.id(),
                            region.marketZone(),
                            region.shareOfElectricity(),
                            region.shareOfScope1(),
                            region.shareOfScope3(),
                            region.relativeGridFactor(),
                            region.relativeResidualFactor(),
                            Optional.of(
                                    changed(
                                            region.locationChangePerYear()
                                                    .orElse(grid.locationChangePerYear()),
                                            shocks.get(i))),
                            Optional.of(
                                    changed(
                                            region.residualChangePerYear()
                                                    .orElse(grid.residualChangePerYear()),
                                            shocks.get(i))),
                            region.evidence()));
        }
        return regions;
    }

    private static Driver changed(Driver driver, double growth) {
        return new Driver(
                within(driver.initialGrowthPerYear() + growth, STEEPEST_GROWTH),
                within(
                        driver.longTermGrowthPerYear() + Calibration.LASTING_SHARE * growth,
                        STEEPEST_GROWTH),
                driver.damping(),
                driver.evidence());
    }

    private static Assumption changed(Assumption changePerYear, double shock) {
        return new Assumption(
                within(changePerYear.value() + shock, STEEPEST_GRID_CHANGE),
                changePerYear.evidence());
    }

    private static double within(double value, double bound) {
        return Math.clamp(value, -bound, bound);
    }

    private Lever changed(Lever lever, Inputs.LeverFate fate) {
        if (fate.delivery() == 1 && fate.delayYears() == 0) {
            return lever;
        }
        return new Lever(
                lever.id(),
                lever.name(),
                lever.node(),
                delivered(lever.effect(), fate.delivery()),
                late(lever.deployment(), fate.delayYears()),
                lever.cost(),
                lever.exclusiveGroup(),
                lever.place(),
                lever.requires(),
                lever.evidence());
    }

    /// No scenario goes on as far as this.
    private static int later(int year, int years) {
        return Math.min(LAST_YEAR, year + years);
    }

    private static Deployment late(Deployment deployment, int years) {
        TreeMap<Integer, Double> wanted = new TreeMap<>();
        deployment.wanted().forEach((year, share) -> wanted.put(later(year, years), share));
        return new Deployment(
                later(deployment.startYear(), years),
                deployment.rampPerYear(),
                deployment.leadTimeYears(),
                deployment.lifeYears(),
                deployment.renewed(),
                wanted);
    }

    private LeverEffect delivered(LeverEffect effect, double share) {
        ElectricityUse electricity = base.electricity();
        return switch (effect) {
            case LeverEffect.Reduction(var reach, double depth) ->
                    new LeverEffect.Reduction(reach, depth * share);
            case LeverEffect.PueTarget(double pue) ->
                    new LeverEffect.PueTarget(between(electricity.pue(), pue, share));
            case LeverEffect.Electrification(double depth, double added) ->
                    new LeverEffect.Electrification(depth * share, added);
            case LeverEffect.OwnGeneration(double shareOfElectricity) ->
                    new LeverEffect.OwnGeneration(shareOfElectricity * share);
            case LeverEffect.RenewableShareTarget(double target) ->
                    new LeverEffect.RenewableShareTarget(
                            between(electricity.renewableShare(), target, share));
            case LeverEffect.Certificates(double mwhPerYear) ->
                    new LeverEffect.Certificates(mwhPerYear * share);
        };
    }

    /// Exactly the target at full delivery.
    private static double between(double from, double target, double share) {
        return share == 1 ? target : from + (target - from) * share;
    }
}
