package org.netzero.gateway.roadmap.engine;

/// Credits that the company holds.
///
/// @param vintageYear in which the reduction or removal behind them happened; they are of no use
///   before it
/// @param tonnes of CO2e, each retired once
public record CreditLot(String id, int vintageYear, double tonnes, Evidence evidence) {

    public CreditLot {
        Require.text("id", id, 100);
        Require.calendarYear("vintageYear", vintageYear);
        Require.amount("tonnes", tonnes);
    }
}
