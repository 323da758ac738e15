package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netzero.emissions.calculation.MethodInput.Measure;
import org.netzero.emissions.calculation.MethodInput.Use;
import org.netzero.quantities.Dimension;
import org.netzero.quantities.Fraction;
import org.netzero.quantities.Intensity;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.QuantityException;
import org.netzero.quantities.Unit;

/// What an emission is calculated from: a quantity and, by a method, its named inputs.
///
/// @param method empty: quantity × factor
/// @param inputs those that the method takes
public record ActivityData(
        Optional<CalculationMethod> method, Quantity quantity, MethodInputs inputs) {

    private static final BigDecimal MONTHS_OF_A_YEAR = new BigDecimal("12");

    /// The amount to be multiplied with an emission factor, and the way to it.
    ///
    /// @param steps in the order of the formula
    public record Amount(Quantity quantity, List<CalculationTrace> steps) {

        public Amount {
            steps = List.copyOf(steps);
        }
    }

    public static ActivityData of(Quantity quantity) {
        return new ActivityData(Optional.empty(), quantity, MethodInputs.NONE);
    }

    /// The emission factor stated with it, which takes the place of one of the library.
    public Optional<Intensity> statedFactor() {
        return inputs.find(MethodRule.EMISSION_FACTOR)
                .filter(InputValue.Rate.class::isInstance)
                .map(rate -> ((InputValue.Rate) rate).intensity());
    }

    ActivityData with(String name, InputValue value) {
        return new ActivityData(method, quantity, inputs.with(name, value));
    }

    ActivityData withoutStatedFactor() {
        return new ActivityData(method, quantity, inputs.without(MethodRule.EMISSION_FACTOR));
    }

    /// Everything that keeps the inputs from being those of the method.
    public List<InputRefused> refusals() {
        var refusals = new ArrayList<InputRefused>();
        if (method.isEmpty()) {
            inputs.values()
                    .keySet()
                    .forEach(name ->
                            refusals.add(
                                    new InputRefused(
                                            name,
                                            "METHOD_REQUIRED",
                                            "input '%s' belongs to a method; name it, see /api/emissions/methods"
                                                    .formatted(name))));
            return refusals;
        }
        MethodRule rule = method.get().rule();
        inputs.values().forEach((name, value) -> check(rule, name, value, refusals));
        for (MethodInput input : rule.inputs()) {
            if (inputs.find(input.name()).isEmpty()
                    && (input.required() || lacksItsOther(input, rule))) {
                refusals.add(
                        new InputRefused(
                                input.name(),
                                "REQUIRED",
                                "%s needs the input '%s': %s"
                                        .formatted(method.get(), input.name(), input.meaning())));
            }
        }
        StockLeakage.statedTwice(inputs).ifPresent(refusals::add);
        return refusals;
    }

    /// A rate without the equipment that gives it, a part without its whole, or a whole without its
    /// part.
    private boolean lacksItsOther(MethodInput input, MethodRule rule) {
        int place = rule.inputs().indexOf(input);
        return switch (input.use()) {
            case PART -> inputs.find(rule.inputs().get(place + 1).name()).isPresent();
            case WHOLE -> inputs.find(rule.inputs().get(place - 1).name()).isPresent();
            case EQUIPMENT -> inputs.find(rule.inputs().get(place + 1).name()).isEmpty();
            case PLUS, MINUS, TIMES, MONTHS, FACTOR -> false;
        };
    }

    private void check(
            MethodRule rule, String name, InputValue value, List<InputRefused> refusals) {
        Optional<MethodInput> input = rule.input(name);
        if (input.isEmpty()) {
            refusals.add(
                    new InputRefused(
                            name,
                            "UNKNOWN_INPUT",
                            "%s takes no input '%s', but %s"
                                    .formatted(
                                            method.orElseThrow(),
                                            name,
                                            rule.inputs().stream()
                                                    .map(MethodInput::name)
                                                    .toList())));
        } else if (value.value().signum() < 0) {
            refusals.add(
                    new InputRefused(
                            name,
                            "NEGATIVE_INPUT",
                            "%s of '%s' is below 0".formatted(value, name)));
        } else if (!isOf(input.get().measure(), value)) {
            refusals.add(
                    new InputRefused(
                            name,
                            value instanceof InputValue.Ratio
                                    ? "OUT_OF_RANGE"
                                    : "INCOMPATIBLE_UNIT",
                            "%s is no %s, which '%s' has to be: %s"
                                    .formatted(
                                            value,
                                            input.get().measure(),
                                            name,
                                            input.get().meaning())));
        }
    }

    private boolean isOf(Measure measure, InputValue value) {
        return switch (measure) {
            case SHARE -> value instanceof InputValue.Ratio ratio && isAtMostOne(ratio.number());
            case RATIO -> value instanceof InputValue.Ratio;
            case AT_LEAST_ONE ->
                    value instanceof InputValue.Ratio ratio
                            && ratio.number().compareTo(BigDecimal.ONE) >= 0;
            case COUNT ->
                    value instanceof InputValue.Ratio(BigDecimal number, boolean percent)
                            ? !percent && number.signum() >= 0
                            : isAmountOf(Dimension.COUNT, value);
            case MONTHS ->
                    value instanceof InputValue.Ratio(BigDecimal number, boolean percent)
                            && !percent
                            && number.compareTo(MONTHS_OF_A_YEAR) <= 0;
            case EQUIPMENT -> value instanceof InputValue.Equipment;
            case DISTANCE -> isAmountOf(Dimension.DISTANCE, value);
            case MASS -> isAmountOf(Dimension.MASS, value);
            case TIME -> isAmountOf(Dimension.TIME, value);
            case ENERGY -> isAmountOf(Dimension.ENERGY, value);
            case LIKE_QUANTITY -> isAmountOf(quantity.unit().dimension(), value);
            case AMOUNT -> value instanceof InputValue.Ratio || value instanceof InputValue.Amount;
            case RATE -> value instanceof InputValue.Rate;
            case CO2E_RATE ->
                    value instanceof InputValue.Rate(Intensity intensity)
                            && intensity.unit().dimension() == Dimension.CO2E_MASS;
        };
    }

    private static boolean isAtMostOne(BigDecimal number) {
        return number.compareTo(BigDecimal.ONE) <= 0;
    }

    private static boolean isAmountOf(Dimension dimension, InputValue value) {
        return value instanceof InputValue.Amount(Quantity amount)
                && amount.unit().dimension() == dimension;
    }

    /// The quantity, plus and minus what is added and taken, times what multiplies it.
    ///
    /// @throws InputRefused if an input is missing or not what the formula needs
    public Amount amount(Tracing tracing) {
        for (InputRefused refused : refusals()) {
            throw refused;
        }
        Steps steps = tracing.steps();
        Quantity amount = quantity;
        List<MethodInput> formula = method.map(m -> m.rule().inputs()).orElse(List.of());
        for (int i = 0; i < formula.size(); i++) {
            MethodInput input = formula.get(i);
            Optional<InputValue> value = inputs.find(input.name());
            if (value.isPresent() && input.use() == Use.PART) {
                amount = share(amount, input, formula.get(i + 1), steps);
            } else if (value.isPresent()) {
                amount = applied(amount, input, value.get(), steps);
            }
        }
        if (amount.isNegative()) {
            throw new InputRefused(
                    "quantity",
                    "NEGATIVE_AMOUNT",
                    "The inputs give %s, below 0; check what is added and taken".formatted(amount));
        }
        return new Amount(amount, steps.list());
    }

    private Quantity applied(Quantity amount, MethodInput input, InputValue value, Steps steps) {
        return switch (input.use()) {
            case PLUS ->
                    step(
                            input,
                            "amount + %s",
                            amount,
                            value,
                            amount.plus(quantityOf(value)),
                            steps);
            case MINUS ->
                    step(
                            input,
                            "amount − %s",
                            amount,
                            value,
                            amount.minus(quantityOf(value)),
                            steps);
            case TIMES, EQUIPMENT ->
                    step(input, "amount × %s", amount, value, product(amount, input, value), steps);
            case MONTHS ->
                    step(
                            input,
                            "amount × %s ÷ 12",
                            amount,
                            value,
                            amount.times(Fraction.of(value.value(), MONTHS_OF_A_YEAR)),
                            steps);
            case PART, WHOLE, FACTOR -> amount;
        };
    }

    private static Quantity step(
            MethodInput input,
            String formula,
            Quantity amount,
            InputValue value,
            Quantity output,
            Steps steps) {
        steps.add(() ->
                CalculationTrace.from()
                        .with("amount", amount)
                        .with(input.name(), value)
                        .with("meaning", input.meaning())
                        .step(input.name(), formula.formatted(input.name()), output));
        return output;
    }

    private Quantity share(Quantity amount, MethodInput part, MethodInput whole, Steps steps) {
        Quantity numerator = quantityOf(inputs.find(part.name()).orElseThrow());
        Quantity denominator = quantityOf(inputs.find(whole.name()).orElseThrow());
        if (!numerator.unit().compatibleWith(denominator.unit())) {
            throw new InputRefused(
                    whole.name(),
                    "INCOMPATIBLE_UNIT",
                    "%s is no part of %s; give both in units of the same kind"
                            .formatted(numerator, denominator));
        }
        if (denominator.isZero() || numerator.compareWith(denominator) > 0) {
            throw new InputRefused(
                    part.name(),
                    "PART_EXCEEDS_WHOLE",
                    "%s is no part of %s".formatted(numerator, denominator));
        }
        Fraction share =
                Fraction.of(numerator.value(), denominator.value())
                        .times(numerator.unit().in(denominator.unit()));
        Quantity output = amount.times(share);
        steps.add(() ->
                CalculationTrace.from()
                        .with("amount", amount)
                        .with(part.name(), numerator)
                        .with(whole.name(), denominator)
                        .step(
                                part.name() + " of " + whole.name(),
                                "amount × %s ÷ %s".formatted(part.name(), whole.name()),
                                output));
        return output;
    }

    private static Quantity quantityOf(InputValue value) {
        return switch (value) {
            case InputValue.Ratio ratio -> new Quantity(ratio.number(), Unit.COUNT);
            case InputValue.Amount amount -> amount.quantity();
            case InputValue.Rate _, InputValue.Equipment _ ->
                    throw new IllegalStateException("%s is no amount".formatted(value));
        };
    }

    private static Quantity product(Quantity amount, MethodInput input, InputValue value) {
        try {
            return switch (value) {
                case InputValue.Ratio ratio -> amount.times(ratio.number());
                case InputValue.Amount other -> product(amount, other.quantity(), input);
                case InputValue.Rate rate -> rate.intensity().times(amount);
                case InputValue.Equipment units -> amount.times(units.number());
            };
        } catch (QuantityException incompatible) {
            throw new InputRefused(
                    input.name(),
                    "INCOMPATIBLE_UNIT",
                    "%s cannot be multiplied with %s: %s"
                            .formatted(amount, value, incompatible.getMessage()));
        }
    }

    private static Quantity product(Quantity amount, Quantity other, MethodInput input) {
        Dimension left = amount.unit().dimension();
        Dimension right = other.unit().dimension();
        if (right == Dimension.COUNT) {
            return amount.times(other.value());
        }
        if (left == Dimension.COUNT) {
            return other.times(amount.value());
        }
        if (left == Dimension.MASS && right == Dimension.DISTANCE) {
            return new Quantity(
                    amount.to(Unit.T).value().multiply(other.to(Unit.KM).value()), Unit.TKM);
        }
        if (left == Dimension.POWER && right == Dimension.TIME) {
            return new Quantity(
                    amount.to(Unit.KW).value().multiply(other.to(Unit.H).value()), Unit.KWH);
        }
        throw new InputRefused(
                input.name(),
                "INCOMPATIBLE_UNIT",
                "%s × %s has no unit here; give the quantity as mass, number or power"
                        .formatted(amount, other));
    }
}
