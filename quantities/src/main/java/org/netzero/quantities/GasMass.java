package org.netzero.quantities;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/// A mass of one greenhouse gas.
///
/// Negative masses are allowed, for differences and corrections. Equal if gas and number are the
/// same, whatever the number's scale.
///
/// @param gas the gas as the GWP sets of the suite name it: `CO2`, `CH4`, `N2O`, `HFC-134a`; 1 to
///   [#MAX_NAME] characters, no blank at either end
/// @param kilograms mass in kg of the gas itself
public record GasMass(String gas, BigDecimal kilograms) {

    public static final int MAX_NAME = 100;

    /// Checks the name, and brings the mass into its one written form.
    ///
    /// @throws IllegalArgumentException if the name is empty, too long or begins or ends with a
    ///   blank
    /// @throws AmountOutOfRange if the mass has more than [Quantity#MAX_DIGITS] digits before or
    ///   after the point
    public GasMass {
        if (requireNonNull(gas, "gas").isEmpty()
                || gas.length() > MAX_NAME
                || !gas.equals(gas.strip())) {
            throw new IllegalArgumentException("not the name of a gas: '" + Excerpt.of(gas) + "'");
        }
        kilograms = Amount.normal(kilograms);
    }

    /// A mass in any unit of mass, brought to kilograms.
    ///
    /// @throws IncompatibleUnits if the quantity is not a mass; a mass of CO2-equivalent is none
    public static GasMass of(String gas, Quantity mass) {
        return new GasMass(gas, mass.to(Unit.KG).value());
    }

    /// The exact sum.
    ///
    /// @throws MixedGases if the other mass is of another gas
    public GasMass plus(GasMass other) {
        requireSameGas(other);
        return new GasMass(gas, kilograms.add(other.kilograms));
    }

    /// The exact difference.
    ///
    /// @throws MixedGases if the other mass is of another gas
    public GasMass minus(GasMass other) {
        requireSameGas(other);
        return new GasMass(gas, kilograms.subtract(other.kilograms));
    }

    /// The exact product.
    public GasMass times(BigDecimal factor) {
        return of(gas, toQuantity().times(factor));
    }

    /// The product; exact if it terminates, otherwise rounded half-even to 12 decimals of a
    /// kilogram.
    public GasMass times(Fraction factor) {
        return of(gas, toQuantity().times(factor));
    }

    /// Mass × GWP, exact.
    ///
    /// @param gwp kgCO2e per kg of this gas, as the set states it; the caller looks it up
    /// @throws IllegalArgumentException if the GWP is negative: no set states one for a gas that is
    ///   accounted
    public Co2e toCo2e(BigDecimal gwp, GwpSet set) {
        if (gwp.signum() < 0) {
            throw new IllegalArgumentException(
                    "the GWP of %s is negative: %s".formatted(gas, Excerpt.of(gwp.toString())));
        }
        return new Co2e(kilograms.multiply(Amount.normal(gwp)), set);
    }

    public boolean isNegative() {
        return kilograms.signum() < 0;
    }

    /// The mass in kg, without the gas.
    public Quantity toQuantity() {
        return new Quantity(kilograms, Unit.KG);
    }

    private void requireSameGas(GasMass other) {
        if (!gas.equals(other.gas)) {
            throw new MixedGases(gas, other.gas);
        }
    }

    /// `2.5 kg HFC-134a`.
    @Override
    public String toString() {
        return toQuantity() + " " + gas;
    }
}
