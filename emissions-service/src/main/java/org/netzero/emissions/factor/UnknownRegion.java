package org.netzero.emissions.factor;

/// A code names no country, province or grid region.
public final class UnknownRegion extends CalculationRefused {

    private static final long serialVersionUID = 1;

    public UnknownRegion(String code) {
        super(
                "UNKNOWN_REGION",
                "%s is no region; use ISO 3166 codes such as CN or CN-GD, a grid region such as CN-GRID-EAST, or WORLD"
                        .formatted("'" + code + "'"));
    }
}
