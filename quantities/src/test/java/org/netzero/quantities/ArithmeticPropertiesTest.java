package org.netzero.quantities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
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
        Generator any = new Generator(seed);
        Unit unit = any.unit();
        Quantity a = any.quantity(unit);
        Quantity b = any.quantity(unit);
        Quantity c = any.quantity(unit);

        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
        assertThat(a.plus(b).minus(b)).isEqualTo(a);
        assertThat(a.minus(a)).isEqualTo(Quantity.zero(unit));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void roundTripsAreExactWhereBothWaysTerminateAndElseCloserThanTheLastPlaces(long seed) {
        Generator any = new Generator(seed);
        Quantity start = any.quantity(any.unit());
        Unit target = any.unitCompatibleWith(start.unit());

        Quantity there = start.to(target);
        Quantity back = there.to(start.unit());

        if (there.compareWith(start) == 0) {
            assertThat(back).isEqualTo(start);
        } else {
            assertThat(distance(back, start)).isLessThan(new BigDecimal("1e-11"));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void conversionByWayOfAThirdUnitChangesNothingWhereItIsExact(long seed) {
        Generator any = new Generator(seed);
        Quantity start = any.quantity(any.unit());
        Unit middle = any.unitCompatibleWith(start.unit());
        Unit target = any.unitCompatibleWith(start.unit());

        Quantity detour = start.to(middle);

        if (detour.compareWith(start) == 0) {
            assertThat(detour.to(target)).isEqualTo(start.to(target));
        } else {
            assertThat(distance(detour.to(target), start.to(target)))
                    .isLessThan(new BigDecimal("1e-11"));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void roundingIsOffByLessThanHalfTheTwelfthDecimalOfTheBaseUnit(long seed) {
        Generator any = new Generator(seed);
        Quantity start = any.quantity(any.unit());
        Quantity converted = start.to(any.unitCompatibleWith(start.unit()));

        BigDecimal half = new BigDecimal("0.5e-12");
        Unit base = start.unit().dimension().baseUnit();
        Quantity slack = new Quantity(half, base);

        assertThat(within(converted, start, slack)).isTrue();
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
        Generator any = new Generator(seed);
        Quantity a = any.quantity(any.unit());
        Quantity b = any.quantity(any.unitNotCompatibleWith(a.unit()));
        Intensity perOther = new Intensity(any.amount(), any.unit(), b.unit());

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
        Generator any = new Generator(seed);
        Quantity quantity = any.quantity(any.unit());

        String written = quantity.toString();
        int blank = written.indexOf(' ');

        assertThat(
                        Quantity.of(
                                written.substring(0, blank),
                                Unit.parse(written.substring(blank + 1))))
                .isEqualTo(quantity);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void co2eAddsUpWithinASetAndNeverAcross(long seed) {
        Generator any = new Generator(seed);
        Co2e a = new Co2e(any.amount(), any.gwpSet());
        Co2e b = new Co2e(any.amount(), any.gwpSet());

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

    private static boolean within(Quantity a, Quantity b, Quantity slack) {
        Fraction first = Fraction.of(a.value(), BigDecimal.ONE).times(a.unit().factor());
        Fraction second = Fraction.of(b.value(), BigDecimal.ONE).times(b.unit().factor());
        Fraction bound = Fraction.of(slack.value(), BigDecimal.ONE);
        Fraction difference =
                new Fraction(
                        first.numerator()
                                .multiply(second.denominator())
                                .subtract(second.numerator().multiply(first.denominator())),
                        first.denominator().multiply(second.denominator()));
        return difference
                        .numerator()
                        .abs()
                        .multiply(bound.denominator())
                        .compareTo(bound.numerator().multiply(difference.denominator()))
                <= 0;
    }
}
