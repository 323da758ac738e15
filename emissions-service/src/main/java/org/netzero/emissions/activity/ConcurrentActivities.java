package org.netzero.emissions.activity;

/// Somebody else recorded one of the same ids at the same moment. Sending again tells what became
/// of it.
final class ConcurrentActivities extends RuntimeException {

    private static final long serialVersionUID = 1;

    ConcurrentActivities() {
        super("Another request recorded one of these ids at this moment; send yours again");
    }
}
