package org.netzero.gateway.roadmap.check;

/// A number with its name and unit: `1` for shares, `a` for years, `t` for tonnes of CO2e.
public record Amount(String name, double value, String unit) {

    public Amount {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " is " + value + ": state a number");
        }
    }

    static Amount tonnes(String name, double value) {
        return new Amount(name, value, "t");
    }

    static Amount share(String name, double value) {
        return new Amount(name, value, "1");
    }
}
