package org.netzero.energy.calendar;

/// How what stands in for a figure is found: see [AccrualRule].
enum AccrualMethod {
    NONE,
    SAME_PERIOD_LAST_YEAR,
    AVERAGE_OF_LAST_MONTHS,
    STATED
}
