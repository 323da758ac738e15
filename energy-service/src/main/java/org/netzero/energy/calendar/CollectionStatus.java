package org.netzero.energy.calendar;

/// What became of an expected figure.
enum CollectionStatus {
    /// It is not there, and not due yet.
    EXPECTED,
    /// It came in time.
    RECEIVED,
    /// It came after the day it was due.
    LATE,
    /// It is due, and not there or only of a part of its days.
    MISSING,
    /// An estimate stands in for it, and counts.
    ACCRUED,
    /// It came where an estimate had stood in, and counts in its place.
    TRUED_UP,
    /// No figure of this month is expected of the line.
    NOT_EXPECTED
}
