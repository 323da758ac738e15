package org.netzero.datacenter.project;

import static org.netzero.datacenter.project.StatedQuantity.ACTUAL_ENERGY;
import static org.netzero.datacenter.project.StatedQuantity.BASELINE_CO2;
import static org.netzero.datacenter.project.StatedQuantity.BASELINE_ENERGY;
import static org.netzero.datacenter.project.StatedQuantity.BOILER_EFFICIENCY;
import static org.netzero.datacenter.project.StatedQuantity.CHILLER_PERFORMANCE;
import static org.netzero.datacenter.project.StatedQuantity.CO2_AVOIDED;
import static org.netzero.datacenter.project.StatedQuantity.CO2_PER_TREE_AND_YEAR;
import static org.netzero.datacenter.project.StatedQuantity.CONVENTIONAL_PUE;
import static org.netzero.datacenter.project.StatedQuantity.COOLING_MADE;
import static org.netzero.datacenter.project.StatedQuantity.DELIVERED_HEAT;
import static org.netzero.datacenter.project.StatedQuantity.ENERGY_SAVED;
import static org.netzero.datacenter.project.StatedQuantity.ENERGY_SAVED_PER_SERVER;
import static org.netzero.datacenter.project.StatedQuantity.FACILITY_ENERGY;
import static org.netzero.datacenter.project.StatedQuantity.FOOTBALL_FIELDS;
import static org.netzero.datacenter.project.StatedQuantity.FUEL;
import static org.netzero.datacenter.project.StatedQuantity.FUEL_FACTOR;
import static org.netzero.datacenter.project.StatedQuantity.GRID_FACTOR;
import static org.netzero.datacenter.project.StatedQuantity.HEAT_MADE;
import static org.netzero.datacenter.project.StatedQuantity.HEAT_PUMP_ELECTRICITY;
import static org.netzero.datacenter.project.StatedQuantity.IT_ENERGY;
import static org.netzero.datacenter.project.StatedQuantity.POWER_MADE;
import static org.netzero.datacenter.project.StatedQuantity.PUE;
import static org.netzero.datacenter.project.StatedQuantity.REPLACED_HEAT_FACTOR;
import static org.netzero.datacenter.project.StatedQuantity.SERVERS;
import static org.netzero.datacenter.project.StatedQuantity.SERVER_POWER;
import static org.netzero.datacenter.project.StatedQuantity.SHARE_SAVED;
import static org.netzero.datacenter.project.StatedQuantity.TREES;
import static org.netzero.datacenter.project.StatedQuantity.TREES_PER_FOOTBALL_FIELD;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.netzero.datacenter.project.Figure.Basis;
import org.netzero.datacenter.project.Figure.Kind;

/// What a project's figures give when they are put together, or what they lack to do so. Only
/// figures that are entered are put in: what one of these rules gives is never the input of
/// another.
final class Reproduction {

    private static final BigDecimal HOURS_OF_YEAR = BigDecimal.valueOf(8_760);
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);
    private static final MathContext EXACT = new MathContext(34, RoundingMode.HALF_EVEN);
    private static final int DECIMALS = 6;

    private static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            TREES,
                            "CO2_AVOIDED / CO2_PER_TREE_AND_YEAR",
                            by -> over(by.of(CO2_AVOIDED), by.of(CO2_PER_TREE_AND_YEAR)),
                            CO2_AVOIDED,
                            CO2_PER_TREE_AND_YEAR),
                    Rule.of(
                            CO2_PER_TREE_AND_YEAR,
                            "CO2_AVOIDED / TREES",
                            by -> over(by.of(CO2_AVOIDED), by.of(TREES)),
                            CO2_AVOIDED,
                            TREES),
                    Rule.of(
                            FOOTBALL_FIELDS,
                            "TREES / TREES_PER_FOOTBALL_FIELD",
                            by -> over(by.of(TREES), by.of(TREES_PER_FOOTBALL_FIELD)),
                            TREES,
                            TREES_PER_FOOTBALL_FIELD),
                    Rule.of(
                                    CO2_AVOIDED,
                                    "DELIVERED_HEAT × REPLACED_HEAT_FACTOR − HEAT_PUMP_ELECTRICITY × GRID_FACTOR",
                                    by ->
                                            by.of(DELIVERED_HEAT)
                                                    .multiply(by.of(REPLACED_HEAT_FACTOR))
                                                    .subtract(
                                                            by.of(HEAT_PUMP_ELECTRICITY)
                                                                    .multiply(by.of(GRID_FACTOR))),
                                    DELIVERED_HEAT,
                                    REPLACED_HEAT_FACTOR,
                                    HEAT_PUMP_ELECTRICITY,
                                    GRID_FACTOR)
                            .only(Kind.HEAT_RECOVERY),
                    Rule.of(
                                    CO2_AVOIDED,
                                    "(POWER_MADE + COOLING_MADE / CHILLER_PERFORMANCE) × GRID_FACTOR + (HEAT_MADE / BOILER_EFFICIENCY − FUEL) × FUEL_FACTOR",
                                    Reproduction::savedTogether,
                                    POWER_MADE,
                                    HEAT_MADE,
                                    COOLING_MADE,
                                    FUEL,
                                    BOILER_EFFICIENCY,
                                    CHILLER_PERFORMANCE,
                                    FUEL_FACTOR,
                                    GRID_FACTOR)
                            .only(Kind.TRI_GENERATION),
                    Rule.of(
                                    CO2_AVOIDED,
                                    "BASELINE_CO2 × SHARE_SAVED",
                                    by ->
                                            over(
                                                    by.of(BASELINE_CO2)
                                                            .multiply(by.of(SHARE_SAVED)),
                                                    PERCENT),
                                    BASELINE_CO2,
                                    SHARE_SAVED)
                            .only(Kind.ENERGY_SAVING),
                    Rule.of(
                                    BASELINE_CO2,
                                    "CO2_AVOIDED / SHARE_SAVED",
                                    by ->
                                            over(
                                                    by.of(CO2_AVOIDED).multiply(PERCENT),
                                                    by.of(SHARE_SAVED)),
                                    CO2_AVOIDED,
                                    SHARE_SAVED)
                            .only(Kind.ENERGY_SAVING),
                    Rule.of(
                                    SHARE_SAVED,
                                    "1 − ACTUAL_ENERGY / BASELINE_ENERGY",
                                    by ->
                                            PERCENT.subtract(
                                                    over(
                                                            by.of(ACTUAL_ENERGY).multiply(PERCENT),
                                                            by.of(BASELINE_ENERGY))),
                                    ACTUAL_ENERGY,
                                    BASELINE_ENERGY)
                            .only(Kind.ENERGY_SAVING),
                    Rule.of(
                            PUE,
                            "FACILITY_ENERGY / IT_ENERGY",
                            by -> over(by.of(FACILITY_ENERGY), by.of(IT_ENERGY)),
                            FACILITY_ENERGY,
                            IT_ENERGY),
                    Rule.of(
                            ENERGY_SAVED,
                            "(CONVENTIONAL_PUE − PUE) × SERVERS × SERVER_POWER × 8,760 h",
                            by ->
                                    by.of(CONVENTIONAL_PUE)
                                            .subtract(by.of(PUE))
                                            .multiply(serverEnergy(by)),
                            CONVENTIONAL_PUE,
                            PUE,
                            SERVERS,
                            SERVER_POWER),
                    Rule.of(
                            ENERGY_SAVED_PER_SERVER,
                            "ENERGY_SAVED / SERVERS",
                            by -> over(by.of(ENERGY_SAVED), by.of(SERVERS)),
                            ENERGY_SAVED,
                            SERVERS),
                    Rule.of(
                            CONVENTIONAL_PUE,
                            "PUE + ENERGY_SAVED / (SERVERS × SERVER_POWER × 8,760 h)",
                            by -> by.of(PUE).add(over(by.of(ENERGY_SAVED), serverEnergy(by))),
                            PUE,
                            ENERGY_SAVED,
                            SERVERS,
                            SERVER_POWER));

    private Reproduction() {}

    /// How a quantity follows from others, in their base units.
    private record Rule(
            StatedQuantity target,
            String formula,
            Function<Values, BigDecimal> compute,
            List<StatedQuantity> inputs,
            Optional<Kind> kind) {

        static Rule of(
                StatedQuantity target,
                String formula,
                Function<Values, BigDecimal> compute,
                StatedQuantity... inputs) {
            return new Rule(target, formula, compute, List.of(inputs), Optional.empty());
        }

        Rule only(Kind of) {
            return new Rule(target, formula, compute, inputs, Optional.of(of));
        }

        boolean isFor(StatedQuantity quantity, Kind project) {
            return target == quantity && kind.filter(only -> only != project).isEmpty();
        }
    }

    /// Values of figures that are there.
    private record Values(Map<StatedQuantity, BigDecimal> all) {
        BigDecimal of(StatedQuantity quantity) {
            return all.getOrDefault(quantity, BigDecimal.ZERO);
        }
    }

    private static BigDecimal over(BigDecimal numerator, BigDecimal denominator) {
        return numerator.divide(denominator, EXACT);
    }

    private static BigDecimal serverEnergy(Values by) {
        return by.of(SERVERS).multiply(by.of(SERVER_POWER)).multiply(HOURS_OF_YEAR);
    }

    private static BigDecimal savedTogether(Values by) {
        BigDecimal power =
                by.of(POWER_MADE).add(over(by.of(COOLING_MADE), by.of(CHILLER_PERFORMANCE)));
        BigDecimal fuel = over(by.of(HEAT_MADE), by.of(BOILER_EFFICIENCY)).subtract(by.of(FUEL));
        return power.multiply(by.of(GRID_FACTOR)).add(fuel.multiply(by.of(FUEL_FACTOR)));
    }

    /// What became of the attempt to reproduce a quantity.
    ///
    /// @param value in the quantity's base unit; empty where something is missing
    /// @param formula empty where no rule is known
    /// @param assumptions inputs that nobody stated
    /// @param missing inputs that are not there
    record Attempt(
            Optional<BigDecimal> value,
            String formula,
            List<StatedQuantity> assumptions,
            List<StatedQuantity> missing) {}

    /// @param figures of one project, by their quantity
    static Attempt of(StatedQuantity quantity, Kind kind, Map<StatedQuantity, Figure> figures) {
        return RULES.stream()
                .filter(rule -> rule.isFor(quantity, kind))
                .findFirst()
                .map(rule -> attempt(rule, figures))
                .orElse(new Attempt(Optional.empty(), "", List.of(), List.of()));
    }

    private static Attempt attempt(Rule rule, Map<StatedQuantity, Figure> figures) {
        var values = new EnumMap<StatedQuantity, BigDecimal>(StatedQuantity.class);
        var assumptions = new ArrayList<StatedQuantity>();
        for (StatedQuantity input : rule.inputs()) {
            Optional<Figure> figure = Optional.ofNullable(figures.get(input));
            figure.flatMap(Figure::baseValue).ifPresent(value -> values.put(input, value));
            figure.filter(known -> known.basis() == Basis.ASSUMED)
                    .ifPresent(known -> assumptions.add(input));
        }
        List<StatedQuantity> missing =
                rule.inputs().stream().filter(input -> !values.containsKey(input)).toList();
        return new Attempt(
                missing.isEmpty()
                        ? Optional.of(
                                rule.compute()
                                        .apply(new Values(values))
                                        .setScale(DECIMALS, RoundingMode.HALF_EVEN))
                        : Optional.empty(),
                rule.formula(),
                List.copyOf(assumptions),
                missing);
    }

    /// Quantities that are not entered and follow from those that are.
    static List<StatedQuantity> implied(Kind kind, Map<StatedQuantity, Figure> figures) {
        return RULES.stream()
                .filter(rule -> rule.isFor(rule.target(), kind))
                .map(Rule::target)
                .distinct()
                .filter(target -> !figures.containsKey(target))
                .filter(target -> of(target, kind, figures).value().isPresent())
                .toList();
    }
}
