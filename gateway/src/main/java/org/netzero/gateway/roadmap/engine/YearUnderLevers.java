package org.netzero.gateway.roadmap.engine;

import java.util.SortedMap;
import java.util.TreeMap;

/// One year while levers act on it one after the other: what each of them leaves is what the next
/// one finds.
///
/// Scope 3 category 3, the upstream of fuels and electricity, follows the electricity used; every
/// other category follows the scenario's other activity.
final class YearUnderLevers {

    private static final String ENERGY_RELATED = "C3_FUEL_AND_ENERGY_RELATED_ACTIVITIES";

    private final Inventory base;
    private final ImpliedFactors factors;
    private final GridFactorPaths paths;
    private final int yearsSinceBase;

    private double scope1Tonnes;
    private final SortedMap<String, Double> scope3Tonnes = new TreeMap<>();
    private double itMwh;
    private double officesMwh;
    private double electrifiedMwh;
    private double pue;

    /// What own-generation levers leave of the year's electricity, as a share.
    private double notSelfGenerated = 1;

    /// What green-power levers leave of the share that was not renewable in the base year, as a
    /// share.
    private double stillNotRenewable = 1;

    YearUnderLevers(EmissionsModel model, int year) {
        Scenario scenario = model.scenario();
        ElectricityAssumptions assumptions = scenario.electricity();
        base = model.base();
        factors = model.impliedFactors();
        paths = assumptions.gridFactors();
        yearsSinceBase = year - scenario.baseYear();

        double otherGrowth = scenario.otherActivity().growthAfter(yearsSinceBase);
        scope1Tonnes = base.scope1Tonnes() * otherGrowth;
        base.scope3TonnesByCategory()
                .forEach((category, tonnes) ->
                        scope3Tonnes.put(
                                category,
                                followsElectricity(category) ? tonnes : tonnes * otherGrowth));

        double consumptionMwh =
                base.electricity().consumptionMwh()
                        * assumptions.driver().growthAfter(yearsSinceBase);
        double dataCenterMwh = consumptionMwh * assumptions.dataCenterShare().value();
        pue = base.electricity().pue();
        itMwh = dataCenterMwh / pue * model.dataCenterRatioIn(year);
        officesMwh = consumptionMwh - dataCenterMwh;
    }

    private boolean followsElectricity(String category) {
        return category.equals(ENERGY_RELATED) && base.electricity().consumptionMwh() > 0;
    }

    void apply(LeverEffect effect, double deployment) {
        switch (effect) {
            case LeverEffect.Reduction(Reach reach, double depth) ->
                    reduce(reach, 1 - depth * deployment);
            case LeverEffect.PueTarget(double target) -> {
                double depth = Math.max(0, 1 - target / base.electricity().pue());
                pue = Math.max(1, pue * (1 - depth * deployment));
            }
            case LeverEffect.Electrification(double depth, double addedMwhPerTonne) -> {
                double avoidedTonnes = scope1Tonnes * depth * deployment;
                scope1Tonnes -= avoidedTonnes;
                electrifiedMwh += avoidedTonnes * addedMwhPerTonne;
            }
            case LeverEffect.OwnGeneration(double share) ->
                    notSelfGenerated *= 1 - share * deployment;
            case LeverEffect.RenewableShareTarget(double target) -> {
                double gap = 1 - base.electricity().renewableShare();
                double depth = gap == 0 ? 0 : Math.max(0, 1 - (1 - target) / gap);
                stillNotRenewable *= 1 - depth * deployment;
            }
        }
    }

    private void reduce(Reach reach, double left) {
        switch (reach) {
            case Reach.Scope1() -> scope1Tonnes *= left;
            case Reach.Electricity(Reach.Electricity.Part part) -> reduceElectricity(part, left);
            case Reach.Scope3() -> scope3Tonnes.replaceAll((_, tonnes) -> tonnes * left);
            case Reach.Scope3Category(String category) ->
                    scope3Tonnes.computeIfPresent(category, (_, tonnes) -> tonnes * left);
        }
    }

    private void reduceElectricity(Reach.Electricity.Part part, double left) {
        if (part != Reach.Electricity.Part.OFFICES) {
            itMwh *= left;
        }
        if (part != Reach.Electricity.Part.DATA_CENTERS) {
            officesMwh *= left;
        }
    }

    double dataCenterMwh() {
        return itMwh * pue;
    }

    Footprint footprint() {
        double demandMwh = dataCenterMwh() + officesMwh + electrifiedMwh;
        double ownMwh =
                Math.min(
                        demandMwh,
                        base.electricity().ownGenerationUsedMwh()
                                + (1 - notSelfGenerated) * demandMwh);
        double purchasedMwh = demandMwh - ownMwh;
        double matchedMwh = matchedMwh(demandMwh, ownMwh);
        double location =
                factors.locationTonnesPerMwh() * compounded(paths.locationChangePerYear());
        double residual =
                factors.residualTonnesPerMwh() * compounded(paths.residualChangePerYear());
        return new Footprint(
                scope1Tonnes,
                purchasedMwh * location,
                (purchasedMwh - matchedMwh) * residual
                        + matchedMwh * factors.contractTonnesPerMwh(),
                scope3Tonnes(demandMwh),
                demandMwh,
                pue,
                demandMwh == 0 ? 0 : (matchedMwh + ownMwh) / demandMwh);
    }

    private SortedMap<String, Double> scope3Tonnes(double demandMwh) {
        SortedMap<String, Double> tonnes = new TreeMap<>(scope3Tonnes);
        if (followsElectricity(ENERGY_RELATED)) {
            tonnes.computeIfPresent(
                    ENERGY_RELATED,
                    (_, left) -> left * demandMwh / base.electricity().consumptionMwh());
        }
        return tonnes;
    }

    /// The volume of the base year, or what the green-power levers ask for where that is more;
    /// never more than is purchased.
    private double matchedMwh(double demandMwh, double ownMwh) {
        double wantedMwh = base.electricity().matchedMwh();
        if (stillNotRenewable < 1) {
            double share = 1 - (1 - base.electricity().renewableShare()) * stillNotRenewable;
            wantedMwh = Math.max(wantedMwh, share * demandMwh - ownMwh);
        }
        return Math.min(wantedMwh, demandMwh - ownMwh);
    }

    private double compounded(Assumption changePerYear) {
        return Math.pow(1 + changePerYear.value(), yearsSinceBase);
    }
}
