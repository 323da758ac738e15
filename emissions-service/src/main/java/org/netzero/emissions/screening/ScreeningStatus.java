package org.netzero.emissions.screening;

/// What the company declares about a scope, a category or a carrier.
public enum ScreeningStatus {
    CALCULATED,
    /// It exists, but is left out for its size.
    IMMATERIAL,
    /// There is nothing of it.
    NOT_APPLICABLE,
    /// It still has to be calculated. What nobody declared is this.
    NOT_YET
}
