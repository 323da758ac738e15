package org.netzero.energy.calendar;

/// Whether an estimate stands in for an expected figure.
enum AccrualOutcome {
    /// It does now.
    ACCRUED,
    /// It did before.
    DUPLICATE,
    /// It did before, and was superseded.
    SUPERSEDED,
    /// Figures of all its days are there.
    HAS_FIGURES,
    /// Its days are not over.
    NOT_OVER,
    /// No rule of accrual is stated.
    NO_RULE,
    /// The rule has nothing to stand on.
    NO_BASIS
}
