package org.netzero.energy.report;

/// Load and supply of this period are not known hour by hour.
final class HourlySeriesMissing extends RuntimeException {

    private static final long serialVersionUID = 1;

    HourlySeriesMissing(String period) {
        super(
                "No meter tells the hours of %s, and a total does not say in which hours it was used or generated; import meters and intervals, or ask with granularity=year"
                        .formatted(period));
    }
}
