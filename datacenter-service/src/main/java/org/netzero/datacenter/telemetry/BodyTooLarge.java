package org.netzero.datacenter.telemetry;

/// A body of readings went on beyond a limit.
final class BodyTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    private BodyTooLarge(String message) {
        super(message);
    }

    BodyTooLarge(long limitBytes) {
        this("A body of readings may have %d MB; send several".formatted(limitBytes >> 20));
    }

    static BodyTooLarge ofReadings(int limit) {
        return new BodyTooLarge("A body may have %d readings; send several".formatted(limit));
    }
}
