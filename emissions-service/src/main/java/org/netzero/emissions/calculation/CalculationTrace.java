package org.netzero.emissions.calculation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Why a result is what it is: a tree of steps, each with its inputs, its formula and its output.
///
/// @param inputs named values with their units, in the order of the formula
/// @param formula the rule, in words and signs
/// @param output the result with its unit
/// @param children the steps the inputs come from
public record CalculationTrace(
        String step,
        Map<String, String> inputs,
        String formula,
        String output,
        List<CalculationTrace> children) {

    public CalculationTrace {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        children = List.copyOf(children);
    }

    static Inputs from() {
        return new Inputs();
    }

    /// Inputs in order, gathered name by name.
    static final class Inputs {

        private final Map<String, String> values = new LinkedHashMap<>();

        Inputs with(String name, Object value) {
            values.put(name, value.toString());
            return this;
        }

        CalculationTrace step(String step, String formula, Object output) {
            return step(step, formula, output, List.of());
        }

        CalculationTrace step(
                String step, String formula, Object output, List<CalculationTrace> children) {
            return new CalculationTrace(step, values, formula, output.toString(), children);
        }
    }
}
