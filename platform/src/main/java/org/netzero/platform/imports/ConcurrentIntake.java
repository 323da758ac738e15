package org.netzero.platform.imports;

/// Somebody else stored one of the same ids at the same moment. Sending again tells what became of
/// it.
public final class ConcurrentIntake extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ConcurrentIntake() {
        super("Another request stored one of these ids at this moment");
    }
}
