package org.netzero.platform.imports;

/// Where an import stands.
public enum ImportStatus {
    /// Waits for those before it.
    QUEUED,
    RUNNING,
    /// Every row was read.
    DONE,
    /// Stopped before its end; batches stored before that stay.
    FAILED,
    /// Taken back: its records count no more.
    REVERSED
}
