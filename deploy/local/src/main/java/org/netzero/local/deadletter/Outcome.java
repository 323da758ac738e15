package org.netzero.local.deadletter;

/// What became of a dead letter.
public enum Outcome {
    /// It was sent to its topic again.
    SENT,
    /// A later message of the same key has taken its place, perhaps this one sent for another
    /// consumer. Messages carry absolute values on compacted topics: sent again it could only hide
    /// the newer one.
    SUPERSEDED,
    /// Its headers do not say where it came from; it stays.
    LEFT
}
