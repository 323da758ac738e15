package org.netzero.emissions.method;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.InputRefused;
import org.netzero.emissions.calculation.InputValue;
import org.netzero.emissions.calculation.MethodInputs;
import org.netzero.platform.input.Fields;
import org.netzero.platform.json.DecimalOutOfRange;
import org.netzero.platform.json.Decimals;
import org.netzero.quantities.QuantityException;

/// Reads the inputs of methods: from JSON, from one column of a file, from what is stored.
public final class StatedInputs {

    /// The column of files: `distance=1200 km; share=5 %`.
    public static final String COLUMN = "inputs";

    /// More inputs than any method takes.
    private static final int MAX_INPUTS = 20;

    private StatedInputs() {}

    /// The column's text, split into its inputs.
    public static Map<String, @Nullable StatedInput> split(Fields fields) {
        Optional<String> text = fields.optionalText(COLUMN);
        if (text.isEmpty()) {
            return Map.of();
        }
        var inputs = new LinkedHashMap<String, @Nullable StatedInput>();
        for (String part : text.get().split(";", -1)) {
            if (part.isBlank()) {
                continue;
            }
            String[] sides = part.strip().split("=", 2);
            String[] amount = sides.length == 2 ? sides[1].strip().split("\\s+", 2) : new String[0];
            if (amount.length != 2) {
                fields.refuse(
                        COLUMN,
                        "NOT_AN_INPUT",
                        "'%s' is no input; write name=value unit, with a semicolon between two"
                                .formatted(part.strip()));
            } else if (inputs.put(sides[0].strip(), new StatedInput(amount[0], amount[1]))
                    != null) {
                fields.refuse(
                        COLUMN,
                        "REPEATED_INPUT",
                        "'%s' is stated twice".formatted(sides[0].strip()));
            }
        }
        return inputs;
    }

    /// Notes what is wrong in the fields.
    public static MethodInputs read(Fields fields, Map<String, @Nullable StatedInput> stated) {
        var values = new TreeMap<String, InputValue>();
        if (stated.size() > MAX_INPUTS) {
            fields.refuse(
                    COLUMN,
                    "TOO_MANY",
                    "%d inputs; at most %d".formatted(stated.size(), MAX_INPUTS));
            return MethodInputs.NONE;
        }
        stated.forEach((name, input) ->
                value(fields, field(name), input).ifPresent(value -> values.put(name, value)));
        return new MethodInputs(values);
    }

    /// What [MethodInputs#toString()] wrote.
    public static MethodInputs parse(@Nullable String stored) {
        if (stored == null) {
            return MethodInputs.NONE;
        }
        var fields = new Fields(Map.of(COLUMN, stored));
        MethodInputs inputs = read(fields, split(fields));
        fields.refuseIfInvalid();
        return inputs;
    }

    /// Notes a refused input at its place.
    public static void refuse(Fields fields, InputRefused refused) {
        fields.refuse(
                refused.input().equals("quantity") ? "quantity" : field(refused.input()),
                refused.code(),
                refused.reason());
    }

    private static String field(String name) {
        return COLUMN + "." + name;
    }

    private static Optional<InputValue> value(
            Fields fields, String field, @Nullable StatedInput input) {
        if (input == null || input.value() == null || input.unit() == null) {
            return fields.refuse(
                    field, "REQUIRED", "needs a value and a unit; a number has unit 1");
        }
        try {
            BigDecimal value = Decimals.parse(input.value().strip());
            return Optional.of(InputValue.of(value, input.unit().strip()));
        } catch (DecimalOutOfRange tooLong) {
            return fields.refuse(field, "TOO_MANY_DIGITS", String.valueOf(tooLong.getMessage()));
        } catch (IllegalArgumentException malformed) {
            return fields.refuse(field, "NOT_A_DECIMAL", String.valueOf(malformed.getMessage()));
        } catch (QuantityException unknown) {
            return fields.refuse(
                    field,
                    "UNKNOWN_UNIT",
                    "%s; for equipment one of the types at /api/emissions/leakage-rates"
                            .formatted(unknown.getMessage()));
        }
    }
}
