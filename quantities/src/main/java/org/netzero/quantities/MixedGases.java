package org.netzero.quantities;

import java.io.Serial;

/// Two masses are of different gases and have no sum but their CO2-equivalent.
public final class MixedGases extends QuantityException {

    @Serial private static final long serialVersionUID = 1L;

    private final String first;
    private final String second;

    public MixedGases(String first, String second) {
        super("masses of %s and %s have no sum".formatted(first, second));
        this.first = first;
        this.second = second;
    }

    public String first() {
        return first;
    }

    public String second() {
        return second;
    }
}
