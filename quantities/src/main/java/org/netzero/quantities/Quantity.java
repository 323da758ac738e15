package org.netzero.quantities;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/// An exact amount of a unit: `66406.65 MWh`. Negative amounts are allowed, for differences and
/// corrections.
///
/// Two quantities are equal if they have the same unit and the same number, whatever the scale it
/// was written with: `1.50 kWh` equals `1.5 kWh`. `1 t` and `1000 kg` are different records of the
/// same amount: [#compareWith(Quantity)] answers 0 for them.
public record Quantity(BigDecimal value, Unit unit) {

    /// Digits an amount may have before the point, and again after it. Far beyond any account, it
    /// stops `1e999999999`.
    public static final int MAX_DIGITS = 256;

    /// Brings the value into its one written form.
    ///
    /// @throws AmountOutOfRange if the value has more than [#MAX_DIGITS] digits before or after the
    ///   point
    public Quantity {
        value = Amount.normal(value);
        requireNonNull(unit, "unit");
    }

    /// Reads a decimal as `BigDecimal` writes it: `1234.5`, `1.2345E+3`.
    ///
    /// @throws NotADecimal if the text is no decimal number
    /// @throws AmountOutOfRange if the number has too many digits
    public static Quantity of(String value, Unit unit) {
        return new Quantity(Amount.parse(value), unit);
    }

    public static Quantity zero(Unit unit) {
        return new Quantity(BigDecimal.ZERO, unit);
    }

    /// The same amount in another unit; exact if it terminates, otherwise rounded once (see the
    /// package).
    ///
    /// @throws IncompatibleUnits if the target measures something else
    public Quantity to(Unit target) {
        return unit == target
                ? this
                : new Quantity(unit.in(target).appliedTo(value, target.decimals()), target);
    }

    /// The sum in this quantity's unit; the other one is converted first. Within one unit the sum
    /// is exact.
    ///
    /// @throws IncompatibleUnits if the other quantity measures something else
    public Quantity plus(Quantity other) {
        return new Quantity(value.add(other.to(unit).value), unit);
    }

    /// The difference in this quantity's unit; the other one is converted first. Within one unit
    /// the difference is exact.
    ///
    /// @throws IncompatibleUnits if the other quantity measures something else
    public Quantity minus(Quantity other) {
        return new Quantity(value.subtract(other.to(unit).value), unit);
    }

    /// The exact product.
    ///
    /// @throws AmountOutOfRange if the factor or the product has too many digits
    public Quantity times(BigDecimal factor) {
        return new Quantity(value.multiply(Amount.normal(factor)), unit);
    }

    /// The product; exact if it terminates, otherwise rounded once (see the package). For factors
    /// such as 44/12 and for shares.
    public Quantity times(Fraction factor) {
        return new Quantity(factor.appliedTo(value, unit.decimals()), unit);
    }

    public Quantity negate() {
        return new Quantity(value.negate(), unit);
    }

    public boolean isNegative() {
        return value.signum() < 0;
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    /// Compares the amounts exactly, without rounding, also across units: below, at or above 0 as
    /// this amount is smaller, the same or larger. Not `Comparable`, as quantities of different
    /// dimensions have no order.
    ///
    /// @throws IncompatibleUnits if the other quantity measures something else
    public int compareWith(Quantity other) {
        Fraction factor = unit.in(other.unit);
        return value.multiply(new BigDecimal(factor.numerator()))
                .compareTo(other.value.multiply(new BigDecimal(factor.denominator())));
    }

    /// The energy content of a fuel as an entry of an energy total, where the total's convention
    /// (net or gross) is stated beside it. Deliberately a step of its own: the bases do not mix by
    /// accident. A quantity without a calorific basis is returned as it is.
    public Quantity withoutCalorificBasis() {
        return new Quantity(value, unit.withoutCalorificBasis());
    }

    /// The number without exponent and the symbol: `0.5 kWh`.
    @Override
    public String toString() {
        return value.toPlainString() + " " + unit;
    }
}
