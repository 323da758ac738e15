package org.netzero.energy.claim;

/// Whether a claim meets a rule set.
public enum Verdict {
    MET,
    NOT_MET,
    /// A fact that the rule set asks for is not stated, or its rule is not at hand.
    UNKNOWN,
    /// The rule set is about other instruments.
    NOT_APPLICABLE
}
