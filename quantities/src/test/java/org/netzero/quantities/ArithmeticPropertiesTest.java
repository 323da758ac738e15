package org.netzero.quantities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Laws of the arithmetic, each on random values of many seeds.
class ArithmeticPropertiesTest {

    static LongStream seeds() {
        return Generator.seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void plusIsCommutativeAndAssociativeWithinAUnit(long seed) {
        // Given
        Generator any = new Generator(seed);
        Unit unit = any.unit();
        Quantity a = any.quantity(unit);
        Quantity b = any.quantity(unit);
        Quantity c = any.quantity(unit);

        // Then
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
        assertThat(a.plus(b).minus(b)).isEqualTo(a);
        assertThat(a.minus(a)).isEqualTo(Quantity.zero(unit));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void roundTripsAreExactWhereBothWaysTerminateAndElseCloserThanTheLastPlaces(long seed) {
        // Given
        Generator any = new Generator(seed);
        Quantity start = any.quantity(any.unit());
        Unit target = any.unitCompatibleWith(start.unit());

        // When
        Quantity there = start.to(target);
        Quantity back = there.to(start.unit());

        // Then
        if (there.compareWith(start) == 0) {
            assertThat(back).isEqualTo(start);
        } else {
            assertThat(distance(back, start)).isLessThan(new BigDecimal("1e-11"));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void conversionByWayOfAThirdUnitChangesNothingWhereItIsExact(long seed) {
        // Given
        Generator any = new Generator(seed);
        Quantity start = any.quantity(any.unit());
        Unit middle = any.unitCompatibleWith(start.unit());
        Unit target = any.unitCompatibleWith(start.unit());

        // When
        Quantity detour = start.to(middle);

        // Then
        if (detour.compareWith(start) == 0) {
            assertThat(detour.to(target)).isEqualTo(start.to(target));
        } else {
            assertThat(distance(detour.to(target), start.to(target)))
                    .isLessThan(new BigDecimal("1e-11"));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void roundingIsOffByAtMostHalfTheTwelfthDecimalOfTheBaseUnit(long seed) {
        Generator any = new Generator(seed);
        Quantity start = any.quantity(any.unit());
        Quantity converted = start.to(any.unitCompatibleWith(start.unit()));

        Fraction error = difference(inBaseUnits(converted), inBaseUnits(start));

        assertThat(
                        error.numerator()
                                .abs()
                                .multiply(BigInteger.TWO.multiply(BigInteger.TEN.pow(12))))
                .isLessThanOrEqualTo(error.denominator());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void comparisonIsAntisymmetricAndAgreesWithTheDifference(long seed) {
        Generator any = new Generator(seed);
        Quantity a = any.quantity(any.unit());
        Quantity b = any.quantity(a.unit());

        assertThat(a.compareWith(b)).isEqualTo(-b.compareWith(a));
        assertThat(a.compareWith(b)).isEqualTo(a.minus(b).value().signum());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void otherDimensionsAreAlwaysRefused(long seed) {
        // Given
        Generator any = new Generator(seed);
        Quantity a = any.quantity(any.unit());
        Quantity b = any.quantity(any.unitNotCompatibleWith(a.unit()));
        Intensity perOther = new Intensity(any.amount(), any.unit(), b.unit());

        // Then
        assertThatExceptionOfType(IncompatibleUnits.class).isThrownBy(() -> a.plus(b));
        assertThatExceptionOfType(IncompatibleUnits.class).isThrownBy(() -> a.minus(b));
        assertThatExceptionOfType(IncompatibleUnits.class).isThrownBy(() -> a.to(b.unit()));
        assertThatExceptionOfType(IncompatibleUnits.class).isThrownBy(() -> a.compareWith(b));
        assertThatExceptionOfType(IncompatibleUnits.class).isThrownBy(() -> perOther.times(a));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anIntensityDistributesOverSumsWithinItsUnit(long seed) {
        Generator any = new Generator(seed);
        Intensity intensity = new Intensity(any.amount(), any.unit(), any.unit());
        Quantity a = any.quantity(intensity.per());
        Quantity b = any.quantity(intensity.per());

        assertThat(intensity.times(a.plus(b)))
                .isEqualTo(intensity.times(a).plus(intensity.times(b)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void writtenNumbersReadBack(long seed) {
        // Given
        Generator any = new Generator(seed);
        Quantity quantity = any.quantity(any.unit());

        // When
        String[] written = quantity.toString().split(" ", 2);

        // Then
        assertThat(Quantity.of(written[0], Unit.parse(written[1]))).isEqualTo(quantity);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void co2eAddsUpWithinASetAndNeverAcross(long seed) {
        // Given
        Generator any = new Generator(seed);
        Co2e a = new Co2e(any.amount(), any.gwpSet());
        Co2e b = new Co2e(any.amount(), any.gwpSet());

        // Then
        if (a.basis() == b.basis()) {
            assertThat(a.plus(b)).isEqualTo(b.plus(a));
            assertThat(a.plus(b).minus(b)).isEqualTo(a);
        } else {
            assertThatExceptionOfType(MixedGwpSets.class).isThrownBy(() -> a.plus(b));
        }
    }

    /// In base units.
    private static BigDecimal distance(Quantity a, Quantity b) {
        Unit base = a.unit().dimension().baseUnit();
        return a.to(base).minus(b.to(base)).value().abs();
    }

    private static Fraction inBaseUnits(Quantity quantity) {
        return Fraction.of(quantity.value(), BigDecimal.ONE).times(quantity.unit().factor());
    }

    private static Fraction difference(Fraction a, Fraction b) {
        BigInteger left = a.numerator().multiply(b.denominator());
        BigInteger right = b.numerator().multiply(a.denominator());
        return new Fraction(left.subtract(right), a.denominator().multiply(b.denominator()));
    }
}
