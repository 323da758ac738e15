package org.netzero.datacenter.telemetry;

/// Readings may not have become durable; the sender has to send them again.
final class ReadingsNotStored extends RuntimeException {

    private static final long serialVersionUID = 1;

    ReadingsNotStored(Throwable cause) {
        super("The readings could not be made durable: " + cause.getMessage(), cause);
    }

    ReadingsNotStored(String reason) {
        super(reason);
    }
}
