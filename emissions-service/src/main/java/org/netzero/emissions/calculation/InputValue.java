package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.netzero.emissions.factor.EquipmentType;
import org.netzero.quantities.Intensity;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// The value of a named input of a method, written with its unit: `5 %`, `1200 km`, `0.4
/// kWh/count`.
public sealed interface InputValue {

    /// The unit of a pure number.
    String ONE = "1";

    String PERCENT = "%";

    /// A pure number.
    ///
    /// @param written as it was stated, in percent or not
    /// @param percent whether it was stated in percent
    record Ratio(BigDecimal written, boolean percent) implements InputValue {

        private static final int DECIMALS_OF_PERCENT = 2;

        public Ratio {
            written = new Quantity(written, Unit.COUNT).value();
        }

        /// The number itself: 0.05 for 5 %.
        public BigDecimal number() {
            return percent ? written.movePointLeft(DECIMALS_OF_PERCENT) : written;
        }

        @Override
        public String unit() {
            return percent ? PERCENT : ONE;
        }

        @Override
        public BigDecimal value() {
            return written;
        }

        @Override
        public String toString() {
            return written.toPlainString() + " " + unit();
        }
    }

    /// An amount of a unit.
    record Amount(Quantity quantity) implements InputValue {

        @Override
        public String unit() {
            return quantity.unit().symbol();
        }

        @Override
        public BigDecimal value() {
            return quantity.value();
        }

        @Override
        public String toString() {
            return quantity.toString();
        }
    }

    /// An amount for each unit of something else.
    record Rate(Intensity intensity) implements InputValue {

        @Override
        public String unit() {
            return intensity.unit() + "/" + intensity.per();
        }

        @Override
        public BigDecimal value() {
            return intensity.value();
        }

        @Override
        public String toString() {
            return intensity.toString();
        }
    }

    /// Units of a kind of equipment.
    record Equipment(BigDecimal number, EquipmentType type) implements InputValue {

        public Equipment {
            number = new Quantity(number, Unit.COUNT).value();
        }

        @Override
        public String unit() {
            return type.name();
        }

        @Override
        public BigDecimal value() {
            return number;
        }

        @Override
        public String toString() {
            return number.toPlainString() + " " + type;
        }
    }

    /// The number as stated.
    BigDecimal value();

    /// `1`, `%`, the symbol of a unit, two of them with a slash between, or a kind of equipment.
    String unit();

    /// Reads a unit beside a number.
    ///
    /// @throws org.netzero.quantities.UnknownUnit if it is none
    static InputValue of(BigDecimal value, String unit) {
        if (unit.equals(ONE) || unit.equals(PERCENT)) {
            return new Ratio(value, unit.equals(PERCENT));
        }
        Optional<EquipmentType> equipment =
                Arrays.stream(EquipmentType.values())
                        .filter(type -> type.name().equals(unit))
                        .findFirst();
        if (equipment.isPresent()) {
            return new Equipment(value, equipment.get());
        }
        List<String> parts = List.of(unit.split("/", 2));
        return parts.size() == 1
                ? new Amount(new Quantity(value, Unit.parse(unit)))
                : new Rate(
                        new Intensity(
                                value,
                                Unit.parse(parts.getFirst().strip()),
                                Unit.parse(parts.getLast().strip())));
    }
}
