package org.netzero.energy.consumption;

/// Somebody else stored one of the same ids at the same moment. Sending again tells what became of
/// it.
final class ConcurrentRecords extends RuntimeException {

    private static final long serialVersionUID = 1;

    ConcurrentRecords() {
        super("Another request stored one of these ids at this moment; send yours again");
    }
}
