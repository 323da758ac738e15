package org.netzero.quantities;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/// A mass of CO2-equivalent on one GWP set. Never added to one on another set, nor to a mass of
/// anything else.
///
/// Negative amounts are allowed: they are differences between inventories, corrections and avoided
/// emissions. Whether an emission itself may be negative is for the caller to say. Equal if set and
/// number are the same, whatever the number's scale.
///
/// @param kilograms mass in kgCO2e
/// @param basis the set of global warming potentials it was computed with
public record Co2e(BigDecimal kilograms, GwpSet basis) {

    /// Brings the mass into its one written form.
    ///
    /// @throws AmountOutOfRange if the mass has more than [Quantity#MAX_DIGITS] digits before or
    ///   after the point
    public Co2e {
        kilograms = Amount.normal(kilograms);
        requireNonNull(basis, "basis");
    }

    public static Co2e zero(GwpSet basis) {
        return new Co2e(BigDecimal.ZERO, basis);
    }

    /// A quantity of CO2-equivalent with the set that its source states.
    ///
    /// @throws IncompatibleUnits if the quantity is not a mass of CO2-equivalent
    public static Co2e of(Quantity quantity, GwpSet basis) {
        return new Co2e(quantity.to(Unit.KG_CO2E).value(), basis);
    }

    /// The exact sum.
    ///
    /// @throws MixedGwpSets if the other mass stands on another set
    public Co2e plus(Co2e other) {
        requireSameBasis(other);
        return new Co2e(kilograms.add(other.kilograms), basis);
    }

    /// The exact difference.
    ///
    /// @throws MixedGwpSets if the other mass stands on another set
    public Co2e minus(Co2e other) {
        requireSameBasis(other);
        return new Co2e(kilograms.subtract(other.kilograms), basis);
    }

    /// The exact product.
    public Co2e times(BigDecimal factor) {
        return of(toQuantity().times(factor), basis);
    }

    /// The product; exact if it terminates, otherwise rounded half-even to 12 decimals of a
    /// kilogram.
    public Co2e times(Fraction factor) {
        return of(toQuantity().times(factor), basis);
    }

    public Co2e negate() {
        return new Co2e(kilograms.negate(), basis);
    }

    public boolean isNegative() {
        return kilograms.signum() < 0;
    }

    public boolean isZero() {
        return kilograms.signum() == 0;
    }

    /// Below, at or above 0 as this mass is smaller, the same or larger.
    ///
    /// @throws MixedGwpSets if the other mass stands on another set
    public int compareWith(Co2e other) {
        requireSameBasis(other);
        return kilograms.compareTo(other.kilograms);
    }

    /// The mass in tCO2e, exact.
    public BigDecimal tonnes() {
        return toQuantity().to(Unit.T_CO2E).value();
    }

    /// The mass in kgCO2e, without its set.
    public Quantity toQuantity() {
        return new Quantity(kilograms, Unit.KG_CO2E);
    }

    private void requireSameBasis(Co2e other) {
        if (basis != other.basis) {
            throw new MixedGwpSets(basis, other.basis);
        }
    }

    /// `12.5 kgCO2e (AR5_100)`.
    @Override
    public String toString() {
        return toQuantity() + " (" + basis + ")";
    }
}
