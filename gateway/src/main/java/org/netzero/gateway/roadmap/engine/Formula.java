package org.netzero.gateway.roadmap.engine;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// The formulas of a year, each with what it gives for its operands: an explanation that does not
/// come to its figure is wrong.
record Formula(String text, String unit, List<String> symbols, ToDoubleFunction<double[]> value) {

    static final Formula GROWTH =
            new Formula(
                    "exp(t*g_long + (g_first - g_long)*(1 + phi + ... + phi^(t-1)))",
                    "1",
                    List.of("t", "g_first", "g_long", "phi"),
                    x ->
                            Math.exp(
                                    x[0] * x[2]
                                            + (x[1] - x[2])
                                                    * Driver.dampedYears((int) x[0], x[3])));

    static final Formula RAMP =
            new Formula("min(1, ramp*n)", "1", List.of("ramp", "n"), x -> Math.min(1, x[0] * x[1]));

    static final Formula REQUIRED =
            new Formula(
                    "min(own, required)",
                    "1",
                    List.of("own", "required"),
                    x -> Math.min(x[0], x[1]));

    static final Formula WANTED =
            new Formula("wanted, within the ramp", "1", List.of("wanted"), x -> x[0]);

    static final Formula CERTIFICATES =
            new Formula(
                    "volume*deployment", "MWh", List.of("volume", "deployment"), x -> x[0] * x[1]);

    static final Formula CUT =
            new Formula(
                    "1 - depth*deployment",
                    "1",
                    List.of("depth", "deployment"),
                    x -> 1 - x[0] * x[1]);

    static final Formula ACTIVITY =
            new Formula(
                    "E_base*growth*left",
                    "tCO2e",
                    List.of("E_base", "growth", "left"),
                    x -> x[0] * x[1] * x[2]);

    static final Formula ENERGY_RELATED =
            new Formula(
                    "E_base*(D/D_base)*left",
                    "tCO2e",
                    List.of("E_base", "D/D_base", "left"),
                    x -> x[0] * x[1] * x[2]);

    static final Formula LOAD =
            new Formula(
                    "E_base*growth*measured*left",
                    "MWh",
                    List.of("E_base", "growth", "measured", "left"),
                    x -> x[0] * x[1] * x[2] * x[3]);

    static final Formula PUE =
            new Formula(
                    "max(1, PUE_base*left)",
                    "1",
                    List.of("PUE_base", "left"),
                    x -> Math.max(1, x[0] * x[1]));

    static final Formula PRODUCT =
            new Formula("product of what the levers leave", "1", List.of(), Formula::product);

    static final Formula DEMAND =
            new Formula(
                    "IT*PUE + offices + electrified",
                    "MWh",
                    List.of("IT", "PUE", "offices", "electrified"),
                    x -> x[0] * x[1] + x[2] + x[3]);

    static final Formula OWN =
            new Formula(
                    "min(D, O_base + added*D)",
                    "MWh",
                    List.of("D", "O_base", "added"),
                    x -> Math.min(x[0], x[1] + x[2] * x[0]));

    static final Formula CONTRACTS =
            new Formula(
                    "min(D - O, max(Q_base, share*D - O + S))",
                    "MWh",
                    List.of("D", "O", "Q_base", "share", "S"),
                    x -> Math.min(x[0] - x[1], Math.max(x[2], x[3] * x[0] - x[1] + x[4])));

    static final Formula MATCHED =
            new Formula(
                    "Q_contracts + Q_certificates",
                    "MWh",
                    List.of("Q_contracts", "Q_certificates"),
                    x -> x[0] + x[1]);

    static final Formula GRID_FACTOR =
            new Formula(
                    "g_base*(1 + change)^t",
                    "tCO2e/MWh",
                    List.of("g_base", "change", "t"),
                    x -> x[0] * Math.pow(1 + x[1], x[2]));

    static final Formula LOCATION =
            new Formula(
                    "(D - O)*g_location + heat",
                    "tCO2e",
                    List.of("D", "O", "g_location", "heat"),
                    x -> (x[0] - x[1]) * x[2] + x[3]);

    static final Formula MARKET =
            new Formula(
                    "(D - O - Q + S)*g_residual + Q*g_contract + heat",
                    "tCO2e",
                    List.of("D", "O", "Q", "S", "g_residual", "g_contract", "heat"),
                    x -> (x[0] - x[1] - x[2] + x[3]) * x[4] + x[2] * x[5] + x[6]);

    static final Formula RENEWABLE_SHARE =
            new Formula(
                    "(Q + O - S)/D",
                    "1",
                    List.of("Q", "O", "S", "D"),
                    x -> x[3] == 0 ? 0 : Math.min(1, (x[0] + x[1] - x[2]) / x[3]));

    static final Formula GROSS =
            new Formula(
                    "scope 1 + scope 2 market-based + scope 3",
                    "tCO2e",
                    List.of("scope1", "scope2Market", "scope3"),
                    x -> x[0] + x[1] + x[2]);

    static final Formula SUM = new Formula("sum of the parts", "tCO2e", List.of(), Formula::sum);

    static final Formula ACTUAL =
            new Formula(
                    "model + deviation: the inventory of the year",
                    "tCO2e",
                    List.of("model", "deviation"),
                    x -> x[0] + x[1]);

    static final Formula WEDGES =
            new Formula(
                    "baseline - sum of the levers' shares + deviation",
                    "tCO2e",
                    List.of("baseline", "shares", "deviation"),
                    x -> x[0] - x[1] + x[2]);

    static final Formula CREDITS_NEEDED =
            new Formula(
                    "max(0, gross - net target)",
                    "tCO2e",
                    List.of("gross", "netTarget"),
                    x -> Math.max(0, x[0] - x[1]));

    static final Formula NET =
            new Formula("gross - credits", "tCO2e", List.of("gross", "credits"), x -> x[0] - x[1]);

    static final List<Formula> ALL =
            List.of(
                    GROWTH,
                    RAMP,
                    REQUIRED,
                    WANTED,
                    CERTIFICATES,
                    CUT,
                    ACTIVITY,
                    ENERGY_RELATED,
                    LOAD,
                    PUE,
                    PRODUCT,
                    DEMAND,
                    OWN,
                    CONTRACTS,
                    MATCHED,
                    GRID_FACTOR,
                    LOCATION,
                    MARKET,
                    RENEWABLE_SHARE,
                    GROSS,
                    SUM,
                    ACTUAL,
                    WEDGES,
                    CREDITS_NEEDED,
                    NET);

    double of(double... operands) {
        return value.applyAsDouble(operands);
    }

    private static double product(double[] factors) {
        double product = 1;
        for (double factor : factors) {
            product *= factor;
        }
        return product;
    }

    private static double sum(double[] parts) {
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        return sum;
    }
}
