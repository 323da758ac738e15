package org.netzero.quantities;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// An exact rational number, for factors that no decimal states: 1/3.6, 44/12, a share of a total.
///
/// Always in lowest terms with a positive denominator, so that equal numbers are equal records.
public record Fraction(BigInteger numerator, BigInteger denominator) {

    public static final Fraction ONE = of(1, 1);

    /// Reduces to lowest terms.
    ///
    /// @throws IllegalArgumentException if the denominator is zero
    public Fraction {
        if (denominator.signum() == 0) {
            throw new IllegalArgumentException(
                    "a fraction needs a denominator: " + numerator + "/0");
        }
        BigInteger divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    /// `of(44, 12)` is 11/3.
    ///
    /// @throws IllegalArgumentException if the denominator is zero
    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /// The exact quotient of two decimals.
    ///
    /// @throws IllegalArgumentException if the divisor is zero
    /// @throws AmountOutOfRange if one of them has more than [Quantity#MAX_DIGITS] digits before or
    ///   after the point
    public static Fraction of(BigDecimal dividend, BigDecimal divisor) {
        BigDecimal numerator = Amount.normal(dividend);
        BigDecimal denominator = Amount.normal(divisor);
        int decimals = Math.max(numerator.scale(), denominator.scale());
        return new Fraction(
                numerator.movePointRight(decimals).toBigIntegerExact(),
                denominator.movePointRight(decimals).toBigIntegerExact());
    }

    public Fraction times(Fraction other) {
        return new Fraction(
                numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /// The exact quotient.
    ///
    /// @throws IllegalArgumentException if the divisor is zero
    public Fraction dividedBy(Fraction divisor) {
        return new Fraction(
                numerator.multiply(divisor.denominator), denominator.multiply(divisor.numerator));
    }

    /// This fraction of an amount: exact if that terminates, otherwise rounded half-even to the
    /// given decimals.
    BigDecimal appliedTo(BigDecimal amount, int decimals) {
        BigDecimal product = amount.multiply(new BigDecimal(numerator));
        if (denominator.equals(BigInteger.ONE)) {
            return product;
        }
        BigDecimal divisor = new BigDecimal(denominator);
        return terminates(product)
                ? product.divide(divisor)
                : product.divide(divisor, decimals, RoundingMode.HALF_EVEN);
    }

    /// A quotient terminates exactly if its denominator, in lowest terms, has no prime factor but 2
    /// and 5.
    private boolean terminates(BigDecimal product) {
        BigInteger rest = withoutFactor(denominator.shiftRight(denominator.getLowestSetBit()), 5);
        return product.unscaledValue().mod(rest).signum() == 0;
    }

    private static BigInteger withoutFactor(BigInteger number, long factor) {
        BigInteger divisor = BigInteger.valueOf(factor);
        BigInteger rest = number;
        BigInteger[] division = rest.divideAndRemainder(divisor);
        while (division[1].signum() == 0) {
            rest = division[0];
            division = rest.divideAndRemainder(divisor);
        }
        return rest;
    }

    /// `44/12` is printed in lowest terms: `11/3`.
    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
