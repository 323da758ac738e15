package org.netzero.gateway.stream;

/// Everything has a limit.
final class TooManyStreams extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyStreams(int limit) {
        super("%d streams are open; ask for the present state instead".formatted(limit));
    }
}
