package org.netzero.emissions.calculation;

/// A named input that a method takes beside the quantity of the activity.
///
/// @param name as records write it
/// @param use what the formula does with it
/// @param measure what it has to be
/// @param required whether the method cannot do without it
/// @param meaning in words
public record MethodInput(String name, Use use, Measure measure, boolean required, String meaning) {

    /// What a formula does with an input.
    public enum Use {
        /// Added to the quantity.
        PLUS,
        /// Taken from the quantity.
        MINUS,
        /// Multiplied with what stands before it.
        TIMES,
        /// So many months of the twelve of a year.
        MONTHS,
        /// So many units of a kind of equipment; the kind gives the next input, a rate, where that
        /// is not stated.
        EQUIPMENT,
        /// The numerator of a share; the whole is the next input.
        PART,
        /// The denominator of a share.
        WHOLE,
        /// The emission factor itself, in place of one of the library.
        FACTOR
    }

    /// What an input has to be.
    public enum Measure {
        /// A pure number from 0 to 1, or 0 to 100 %.
        SHARE,
        /// A pure number, at least 0.
        RATIO,
        /// A pure number of at least 1.
        AT_LEAST_ONE,
        /// A number of things, days, uses or years.
        COUNT,
        /// A number from 0 to 12.
        MONTHS,
        /// A number of units of one of the kinds of equipment that leakage rates are known for.
        EQUIPMENT,
        DISTANCE,
        MASS,
        TIME,
        ENERGY,
        /// Of the same kind as the quantity.
        LIKE_QUANTITY,
        /// Anything that has a unit.
        AMOUNT,
        /// An amount for each unit of what stands before it.
        RATE,
        /// Mass of CO2e for each unit of what stands before it.
        CO2E_RATE
    }

    static MethodInput times(String name, Measure measure, String meaning) {
        return new MethodInput(name, Use.TIMES, measure, true, meaning);
    }

    static MethodInput months(String name, String meaning) {
        return new MethodInput(name, Use.MONTHS, Measure.MONTHS, false, meaning);
    }

    static MethodInput equipment(String name, String meaning) {
        return new MethodInput(name, Use.EQUIPMENT, Measure.EQUIPMENT, false, meaning);
    }

    static MethodInput plus(String name, String meaning) {
        return new MethodInput(name, Use.PLUS, Measure.LIKE_QUANTITY, true, meaning);
    }

    static MethodInput minus(String name, String meaning) {
        return new MethodInput(name, Use.MINUS, Measure.LIKE_QUANTITY, true, meaning);
    }

    static MethodInput part(String name, Measure measure, String meaning) {
        return new MethodInput(name, Use.PART, measure, true, meaning);
    }

    static MethodInput whole(String name, Measure measure, String meaning) {
        return new MethodInput(name, Use.WHOLE, measure, true, meaning);
    }

    MethodInput optional() {
        return new MethodInput(name, use, measure, false, meaning);
    }
}
