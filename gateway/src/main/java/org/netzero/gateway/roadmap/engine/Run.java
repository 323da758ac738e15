package org.netzero.gateway.roadmap.engine;

/// The figures of a bare run, each an entry per year from the base year on, in tonnes of CO2e, MWh
/// and shares, as [ProjectionYear] explains them. Inventories and measurements of later years do
/// not enter it.
///
/// The arrays belong to the caller.
@SuppressWarnings("ArrayRecordComponent") // A bare run is compared and kept by nobody.
public record Run(
        int baseYear,
        double[] baselineTonnes,
        double[] grossTonnes,
        double[] scope1Tonnes,
        double[] scope2LocationTonnes,
        double[] scope2MarketTonnes,
        double[] scope3Tonnes,
        double[] electricityMwh,
        double[] renewableShare) {

    static Run of(EmissionsModel model) {
        int years = model.layout().years;
        Run run =
                new Run(
                        model.scenario().baseYear(),
                        new double[years],
                        new double[years],
                        new double[years],
                        new double[years],
                        new double[years],
                        new double[years],
                        new double[years],
                        new double[years]);
        SimulatedYear simulated = new SimulatedYear(model.layout());
        for (int i = 0; i < years; i++) {
            model.begin(simulated, run.baseYear + i);
            simulated.settle();
            run.baselineTonnes[i] = simulated.grossTonnes();
            model.applyAll(simulated);
            run.grossTonnes[i] = simulated.grossTonnes();
            run.scope1Tonnes[i] = simulated.scope1Tonnes();
            run.scope2LocationTonnes[i] = simulated.scope2LocationTonnes();
            run.scope2MarketTonnes[i] = simulated.scope2MarketTonnes();
            run.scope3Tonnes[i] = simulated.scope3Tonnes();
            run.electricityMwh[i] = simulated.electricityMwh();
            run.renewableShare[i] = simulated.renewableShare();
        }
        return run;
    }
}
