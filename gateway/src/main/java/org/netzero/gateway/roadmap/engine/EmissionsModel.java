package org.netzero.gateway.roadmap.engine;

import java.util.List;

/// The emissions of any year under any set of levers.
///
/// @param rebasedFrom first year in which `dataCenterRatio` holds
/// @param dataCenterRatio measured or expected over modelled energy of the data centres; 1 where
///   nothing is measured
record EmissionsModel(Layout layout, int rebasedFrom, double dataCenterRatio) {

    static EmissionsModel of(Scenario scenario, Inventory base) {
        return new EmissionsModel(new Layout(scenario, base), scenario.baseYear(), 1);
    }

    EmissionsModel rebasedBy(Rebasing rebasing) {
        return new EmissionsModel(layout, rebasing.year(), rebasing.ratio());
    }

    Scenario scenario() {
        return layout.scenario;
    }

    ImpliedFactors impliedFactors() {
        return ImpliedFactors.of(layout.base, layout.factors.contractTonnesPerMwh());
    }

    /// In the order in which they act.
    List<Lever> levers() {
        return layout.levers;
    }

    Footprint withAllLevers(int year) {
        return underAllLevers(year).footprint();
    }

    /// Energy of all data centres with every lever at work.
    double dataCenterMwh(int year) {
        return underAllLevers(year).dataCenterMwh();
    }

    private SimulatedYear underAllLevers(int year) {
        SimulatedYear simulated = new SimulatedYear(layout);
        begin(simulated, year);
        applyAll(simulated);
        return simulated;
    }

    /// Starts a calendar year in a simulation of this layout.
    void begin(SimulatedYear simulated, int year) {
        simulated.begin(
                year - layout.scenario.baseYear(), year >= rebasedFrom ? dataCenterRatio : 1);
    }

    /// Lets every lever act and settles the year.
    void applyAll(SimulatedYear simulated) {
        for (int lever = 0; lever < layout.levers.size(); lever++) {
            simulated.apply(lever);
        }
        simulated.settle();
    }
}
