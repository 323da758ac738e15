package org.netzero.quantities;

import java.io.Serial;

/// Two masses of CO2-equivalent stand on different GWP sets and have no sum.
public final class MixedGwpSets extends QuantityException {

    @Serial private static final long serialVersionUID = 1L;

    private final GwpSet first;
    private final GwpSet second;

    public MixedGwpSets(GwpSet first, GwpSet second) {
        super("CO2e on %s and CO2e on %s have no sum".formatted(first, second));
        this.first = first;
        this.second = second;
    }

    public GwpSet first() {
        return first;
    }

    public GwpSet second() {
        return second;
    }
}
