package org.netzero.energy.report;

/// Load and supply of this period are not known hour by hour.
final class HourlySeriesMissing extends RuntimeException {

    private static final long serialVersionUID = 1;

    HourlySeriesMissing(String period) {
        super(
                "No hourly supply is on file for %s, and a year's total does not say in which hours it was generated; ask with granularity=year"
                        .formatted(period));
    }
}
