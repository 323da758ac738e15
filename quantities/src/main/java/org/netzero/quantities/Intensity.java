package org.netzero.quantities;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/// An amount of one unit for each unit of something else: an emission factor (`0.5568 kgCO2e/kWh`),
/// a heating value (`42.652 MJ (Net CV)/kg`), a density (`0.84 kg/L`), an energy intensity
/// (`kWh/m2`).
///
/// One type serves all of them, since all are intensive quantities with one rule: intensity ×
/// amount of `per` = amount of `unit`. What distinguishes them, their units, is checked by every
/// product; a type for each would only repeat that check. Negative values are allowed (uptake).
/// Equal if both units and the number are the same, whatever its scale.
///
/// @param value units of `unit` for each `per`
/// @param unit the unit of the product
/// @param per the unit that the value is given for
public record Intensity(BigDecimal value, Unit unit, Unit per) {

    /// Brings the value into its one written form.
    ///
    /// @throws AmountOutOfRange if the value has more than [Quantity#MAX_DIGITS] digits before or
    ///   after the point
    public Intensity {
        value = Amount.normal(value);
        requireNonNull(unit, "unit");
        requireNonNull(per, "per");
    }

    /// Reads a decimal as `BigDecimal` writes it.
    ///
    /// @throws NotADecimal if the text is no decimal number
    /// @throws AmountOutOfRange if the number has too many digits
    public static Intensity of(String value, Unit unit, Unit per) {
        return new Intensity(Amount.parse(value), unit, per);
    }

    /// The product in `unit`. The quantity may have any unit of the dimension of `per`; conversion
    /// and product are rounded at most once, together.
    ///
    /// @throws IncompatibleUnits if the quantity is not of the dimension of `per`
    public Quantity times(Quantity quantity) {
        BigDecimal product = value.multiply(quantity.value());
        return new Quantity(quantity.unit().in(per).appliedTo(product, unit.decimals()), unit);
    }

    /// Compares exactly, without rounding, also across units (`t/MWh` with `kg/kWh`).
    ///
    /// @throws IncompatibleUnits if one of the units measures something else
    public int compareWith(Intensity other) {
        Fraction factor = unit.in(other.unit).dividedBy(per.in(other.per));
        return value.multiply(new BigDecimal(factor.numerator()))
                .compareTo(other.value.multiply(new BigDecimal(factor.denominator())));
    }

    /// The number without exponent and the symbols: `0.5568 kg/kWh`.
    @Override
    public String toString() {
        return value.toPlainString() + " " + unit + "/" + per;
    }
}
