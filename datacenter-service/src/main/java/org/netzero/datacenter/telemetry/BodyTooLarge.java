package org.netzero.datacenter.telemetry;

/// A body of readings went on beyond its limit.
final class BodyTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    BodyTooLarge(long limitBytes) {
        super("A body of readings may have %d MB; send several".formatted(limitBytes >> 20));
    }
}
