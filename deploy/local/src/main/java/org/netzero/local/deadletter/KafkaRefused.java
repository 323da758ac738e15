package org.netzero.local.deadletter;

/// Kafka did not do what it was asked. The message says what and why.
public final class KafkaRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    KafkaRefused(String what, Throwable cause) {
        super(what + ": " + reason(cause), cause);
    }

    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage());
    }
}
