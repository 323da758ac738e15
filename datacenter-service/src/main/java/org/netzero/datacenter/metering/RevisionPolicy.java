package org.netzero.datacenter.metering;

/// Which value counts where another one arrives for a time that has one. Both are kept either way.
public enum RevisionPolicy {
    /// The value that arrived first. What a meter that cannot be corrected says twice is a fault.
    FIRST_KEPT,
    /// The value that arrived last; one that was there before and is sent again changes nothing.
    LAST_WINS
}
