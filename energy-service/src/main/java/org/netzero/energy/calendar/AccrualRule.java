package org.netzero.energy.calendar;

import org.netzero.quantities.Quantity;

/// What stands in for a figure that has not come.
sealed interface AccrualRule {

    /// What it is stated by.
    AccrualMethod method();

    /// Nothing: the figure stays missing.
    record None() implements AccrualRule {
        @Override
        public AccrualMethod method() {
            return AccrualMethod.NONE;
        }
    }

    /// What was used on the same days of the year before.
    record SamePeriodLastYear() implements AccrualRule {
        @Override
        public AccrualMethod method() {
            return AccrualMethod.SAME_PERIOD_LAST_YEAR;
        }
    }

    /// What was used a day on the average of the last figures, those of so many months at least.
    ///
    /// @param months 1 to [#MOST_MONTHS]
    record AverageOfLastMonths(int months) implements AccrualRule {

        static final int MOST_MONTHS = 24;

        public AverageOfLastMonths {
            if (months < 1 || months > MOST_MONTHS) {
                throw new IllegalArgumentException(
                        "An average is of 1 to %d months: %d".formatted(MOST_MONTHS, months));
            }
        }

        @Override
        public AccrualMethod method() {
            return AccrualMethod.AVERAGE_OF_LAST_MONTHS;
        }
    }

    /// A quantity for each whole month, quarter or year.
    record Stated(Quantity quantity) implements AccrualRule {
        @Override
        public AccrualMethod method() {
            return AccrualMethod.STATED;
        }
    }
}
