package org.netzero.energy.calendar;

import java.util.Optional;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.Span;
import org.netzero.quantities.Quantity;

/// What became of an expected period, or of the days of it that no figure had come of.
///
/// @param outcome whether an estimate stands in for it now
/// @param quantity of the estimate
/// @param explanation the rule with what it was given, or why nothing is accrued
record Accrual(
        Series series,
        Span period,
        AccrualOutcome outcome,
        AccrualMethod rule,
        Optional<Quantity> quantity,
        String explanation) {}
