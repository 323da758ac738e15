package org.netzero.gateway.roadmap.engine;

import java.time.YearMonth;

/// Measured energy of a facility in one month.
public record MeasuredMonth(YearMonth month, double facilityMwh) {

    public MeasuredMonth {
        Require.amount("facilityMwh of " + month, facilityMwh);
    }
}
