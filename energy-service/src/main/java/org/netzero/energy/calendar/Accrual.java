package org.netzero.energy.calendar;

import java.util.Optional;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.Span;
import org.netzero.quantities.Quantity;

/// What became of an expected period that no figure had come of.
///
/// @param outcome whether an estimate stands in for it now
/// @param quantity of the estimate
/// @param explanation the rule with what it was given, or why nothing is accrued
record Accrual(
        Series series,
        Span period,
        Outcome outcome,
        AccrualRule.Name rule,
        Optional<Quantity> quantity,
        String explanation) {

    /// What became of it.
    enum Outcome {
        ACCRUED,
        /// An estimate stands in for it already.
        DUPLICATE,
        /// Figures of its days are there.
        HAS_FIGURES,
        /// Its days are not over.
        NOT_OVER,
        /// No rule of accrual is stated.
        NO_RULE,
        /// The rule has nothing to stand on.
        NO_BASIS
    }
}
