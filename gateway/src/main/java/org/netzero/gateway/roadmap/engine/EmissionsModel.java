package org.netzero.gateway.roadmap.engine;

import java.util.Comparator;
import java.util.List;

/// The emissions of any year under any set of levers.
///
/// @param levers in the order in which they act
/// @param rebasedFrom first year in which `dataCenterRatio` holds
/// @param dataCenterRatio measured or expected over modelled energy of the data centres; 1 where
///   nothing is measured
record EmissionsModel(
        Scenario scenario,
        Inventory base,
        ImpliedFactors impliedFactors,
        List<Lever> levers,
        int rebasedFrom,
        double dataCenterRatio) {

    static EmissionsModel of(Scenario scenario, Inventory base) {
        return new EmissionsModel(
                scenario,
                base,
                ImpliedFactors.of(
                        base, scenario.electricity().gridFactors().contractTonnesPerMwh().value()),
                scenario.levers().stream().sorted(Comparator.comparing(Lever::node)).toList(),
                scenario.baseYear(),
                1);
    }

    EmissionsModel rebasedBy(Rebasing rebasing) {
        return new EmissionsModel(
                scenario, base, impliedFactors, levers, rebasing.year(), rebasing.ratio());
    }

    Footprint withoutLevers(int year) {
        return with(0, year);
    }

    Footprint withAllLevers(int year) {
        return with(everyLever(), year);
    }

    /// @param chosen bit i chooses `levers.get(i)`
    Footprint with(int chosen, int year) {
        return under(chosen, year).footprint();
    }

    /// Energy of all data centres with every lever at work.
    double dataCenterMwh(int year) {
        return under(everyLever(), year).dataCenterMwh();
    }

    private YearUnderLevers under(int chosen, int year) {
        YearUnderLevers state = new YearUnderLevers(this, year);
        for (int i = 0; i < levers.size(); i++) {
            double deployment = levers.get(i).deployment().in(year);
            if ((chosen & (1 << i)) != 0 && deployment > 0) {
                state.apply(levers.get(i).effect(), deployment);
            }
        }
        return state;
    }

    private int everyLever() {
        return (1 << levers.size()) - 1;
    }

    double dataCenterRatioIn(int year) {
        return year >= rebasedFrom ? dataCenterRatio : 1;
    }
}
