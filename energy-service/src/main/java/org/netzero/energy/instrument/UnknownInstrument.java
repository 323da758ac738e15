package org.netzero.energy.instrument;

/// No instrument has this id.
final class UnknownInstrument extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownInstrument(String instrumentId) {
        super(
                "There is no instrument '%s'; register it with POST /api/energy/instruments"
                        .formatted(instrumentId));
    }
}
