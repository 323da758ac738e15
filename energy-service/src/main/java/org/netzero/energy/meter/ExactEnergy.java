package org.netzero.energy.meter;

import java.math.BigDecimal;
import java.util.Optional;
import org.netzero.energy.carrier.Joules;
import org.netzero.platform.input.Fields;
import org.netzero.quantities.Fraction;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Energy as a whole number of joules, which is how intervals are kept: kWh with five and MJ with
/// six decimals are exact. What is finer is refused, never rounded.
final class ExactEnergy {

    /// The most an interval can hold, about 278 GWh: a day of such intervals still fits a long.
    static final long MOST_J = 1_000_000_000_000_000L;

    private static final long[] POWERS_OF_TEN = powersOfTen();

    /// As many digits as can be read without leaving a long.
    private static final int MOST_DIGITS = 15;

    private ExactEnergy() {}

    private static long[] powersOfTen() {
        var powers = new long[MOST_DIGITS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = 10 * powers[i - 1];
        }
        return powers;
    }

    /// The joules of a quantity. Empty when it was refused.
    static Optional<Long> read(Fields fields, String valueField, String unitField) {
        Optional<String> value = fields.text(valueField);
        Optional<String> unit = fields.text(unitField);
        if (value.isEmpty() || unit.isEmpty()) {
            return Optional.empty();
        }
        long joules = fast(value.get(), joulesOf(unit.get()));
        return joules >= 0 ? Optional.of(joules) : careful(fields, valueField, unitField);
    }

    /// Of a unit that is a whole number of joules; 0 of others.
    private static long joulesOf(String unit) {
        return switch (unit) {
            case "Wh" -> 3_600;
            case "kWh" -> Joules.PER_KWH;
            case "MWh" -> 1_000 * Joules.PER_KWH;
            case "GWh" -> 1_000_000 * Joules.PER_KWH;
            case "kJ" -> 1_000;
            case "MJ" -> 1_000_000;
            case "GJ" -> 1_000_000_000;
            default -> 0;
        };
    }

    /// Plain digits with or without a point, which is how nearly all of them come. -1 for anything
    /// that has to be looked at with care.
    private static long fast(String value, long joulesPerUnit) {
        int length = value.length();
        if (joulesPerUnit == 0 || length > MOST_DIGITS) {
            return -1;
        }
        long digits = 0;
        int decimals = 0;
        boolean behindPoint = false;
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = 10 * digits + (c - '0');
                decimals += behindPoint ? 1 : 0;
            } else if (c == '.' && !behindPoint && i > 0 && i < length - 1) {
                behindPoint = true;
            } else {
                return -1;
            }
        }
        return exact(digits, decimals, joulesPerUnit);
    }

    private static long exact(long digits, int decimals, long joulesPerUnit) {
        if (Math.multiplyHigh(digits, joulesPerUnit) != 0) {
            return -1;
        }
        long product = digits * joulesPerUnit;
        long power = POWERS_OF_TEN[decimals];
        long joules = product / power;
        return product >= 0 && joules * power == product && joules <= MOST_J ? joules : -1;
    }

    private static Optional<Long> careful(Fields fields, String valueField, String unitField) {
        return fields.quantity(valueField, unitField)
                .flatMap(quantity -> checked(fields, valueField, unitField, quantity));
    }

    private static Optional<Long> checked(
            Fields fields, String valueField, String unitField, Quantity quantity) {
        if (!quantity.unit().compatibleWith(Unit.KWH)) {
            return fields.refuse(
                    unitField,
                    "WRONG_UNIT",
                    "'%s' is no unit of energy; use one of Wh, kWh, MWh, GWh, kJ, MJ, GJ, TJ, MMBtu"
                            .formatted(quantity.unit()));
        }
        if (quantity.isNegative()) {
            return fields.refuse(
                    valueField,
                    "NEGATIVE_QUANTITY",
                    "'%s' is negative; energy that flows the other way has a meter of its own, with the source EXPORTED or STORAGE_DISCHARGE"
                            .formatted(quantity));
        }
        Fraction kwh = quantity.unit().in(Unit.KWH);
        BigDecimal[] joules =
                quantity.value()
                        .multiply(new BigDecimal(kwh.numerator()))
                        .multiply(BigDecimal.valueOf(Joules.PER_KWH))
                        .divideAndRemainder(new BigDecimal(kwh.denominator()));
        BigDecimal whole = joules[0];
        if (joules[1].signum() != 0) {
            return fields.refuse(
                    valueField,
                    "TOO_FINE",
                    "'%s' is no whole number of joules; write kWh with at most five decimals, MJ with at most six"
                            .formatted(quantity));
        }
        if (whole.compareTo(BigDecimal.valueOf(MOST_J)) > 0) {
            return fields.refuse(
                    valueField,
                    "TOO_LARGE",
                    "'%s' within an hour is more than any meter measures; check the unit"
                            .formatted(quantity));
        }
        return Optional.of(whole.longValueExact());
    }

    static BigDecimal kwh(BigDecimal joules) {
        return Joules.kwh(joules);
    }

    static BigDecimal kwh(long joules) {
        return Joules.kwh(joules);
    }
}
