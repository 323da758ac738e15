package org.netzero.emissions.calculation;

import java.util.Comparator;

/// Something about an inventory that somebody should look at.
///
/// @param code the rule, for programs
/// @param severity whether it keeps the inventory from being complete
/// @param subject the site, record, factor or scope it is about
/// @param message the value, the rule and the remedy
public record Finding(String code, Severity severity, String subject, String message)
        implements Comparable<Finding> {

    /// How much a finding weighs.
    public enum Severity {
        /// The inventory is not complete while it stands.
        OPEN,
        /// Good to know.
        NOTE
    }

    /// An instrument counts that is not yet retired: the year cannot be locked.
    public static final String INSTRUMENT_NOT_RETIRED = "INSTRUMENT_NOT_RETIRED";

    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::severity)
                    .thenComparing(Finding::code)
                    .thenComparing(Finding::subject)
                    .thenComparing(Finding::message);

    static Finding open(String code, String subject, String message) {
        return new Finding(code, Severity.OPEN, subject, message);
    }

    static Finding note(String code, String subject, String message) {
        return new Finding(code, Severity.NOTE, subject, message);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
