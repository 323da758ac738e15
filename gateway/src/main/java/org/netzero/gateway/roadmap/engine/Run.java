package org.netzero.gateway.roadmap.engine;

/// The figures of a bare run, each an entry per year from the base year on, in tonnes of CO2e, MWh
/// and shares, as [ProjectionYear] explains them. Inventories and measurements of later years enter
/// those of [VariedRuns] only, which have no baseline: its array is empty.
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
        int baseYear = model.scenario().baseYear();
        Run run = of(baseYear, model.layout().years, model.layout().years);
        SimulatedYear simulated = new SimulatedYear(model.layout());
        for (int y = 0; y < run.grossTonnes.length; y++) {
            model.begin(simulated, baseYear + y);
            simulated.settle();
            run.baselineTonnes[y] = simulated.grossTonnes();
            model.applyAll(simulated);
            run.set(y, simulated);
        }
        return run;
    }

    /// Nothing is set yet.
    static Run withoutBaseline(int baseYear, int years) {
        return of(baseYear, years, 0);
    }

    private static Run of(int baseYear, int years, int baselineYears) {
        return new Run(
                baseYear,
                new double[baselineYears],
                new double[years],
                new double[years],
                new double[years],
                new double[years],
                new double[years],
                new double[years],
                new double[years]);
    }

    void set(int y, SimulatedYear simulated) {
        grossTonnes[y] = simulated.grossTonnes();
        scope1Tonnes[y] = simulated.scope1Tonnes();
        scope2LocationTonnes[y] = simulated.scope2LocationTonnes();
        scope2MarketTonnes[y] = simulated.scope2MarketTonnes();
        scope3Tonnes[y] = simulated.scope3Tonnes();
        electricityMwh[y] = simulated.electricityMwh();
        renewableShare[y] = simulated.renewableShare();
    }

    void set(int y, Footprint footprint) {
        grossTonnes[y] = footprint.grossTonnes();
        scope1Tonnes[y] = footprint.scope1Tonnes();
        scope2LocationTonnes[y] = footprint.scope2LocationTonnes();
        scope2MarketTonnes[y] = footprint.scope2MarketTonnes();
        scope3Tonnes[y] = footprint.scope3Tonnes();
        electricityMwh[y] = footprint.electricityMwh();
        renewableShare[y] = footprint.renewableShare();
    }
}
