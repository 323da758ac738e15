package org.netzero.gateway.roadmap.check;

/// The answer to a criterion.
public enum Verdict {
    PASS,
    FAIL,
    /// The rule's text, or a figure it needs, is not at hand.
    UNKNOWN;

    static Verdict of(boolean held) {
        return held ? PASS : FAIL;
    }
}
