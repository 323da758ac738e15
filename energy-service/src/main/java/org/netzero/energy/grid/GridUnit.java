package org.netzero.energy.grid;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A unit of the intensity of a grid.
enum GridUnit {
    G_CO2("gCO2/kWh", "1", true),
    G_CO2E("gCO2e/kWh", "1", false),
    KG_CO2_PER_MWH("kgCO2/MWh", "1", true),
    KG_CO2E_PER_MWH("kgCO2e/MWh", "1", false),
    KG_CO2("kgCO2/kWh", "1000", true),
    KG_CO2E("kgCO2e/kWh", "1000", false),
    T_CO2("tCO2/MWh", "1000", true),
    T_CO2E("tCO2e/MWh", "1000", false);

    private final String symbol;
    private final BigDecimal gramsPerKwh;
    private final boolean co2Only;

    GridUnit(String symbol, String gramsPerKwh, boolean co2Only) {
        this.symbol = symbol;
        this.gramsPerKwh = new BigDecimal(gramsPerKwh);
        this.co2Only = co2Only;
    }

    static Optional<GridUnit> named(String symbol) {
        return Arrays.stream(values()).filter(unit -> unit.symbol.equals(symbol)).findFirst();
    }

    static List<String> symbols() {
        return Arrays.stream(values()).map(unit -> unit.symbol).toList();
    }

    boolean isCo2Only() {
        return co2Only;
    }

    BigDecimal inGramsPerKwh(BigDecimal value) {
        return value.multiply(gramsPerKwh);
    }
}
