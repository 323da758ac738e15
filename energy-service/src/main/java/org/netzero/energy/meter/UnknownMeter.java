package org.netzero.energy.meter;

/// There is no meter with this id.
final class UnknownMeter extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownMeter(String meterId) {
        super(message(meterId));
    }

    static String message(String meterId) {
        return "There is no meter '%s'; register it with PUT /api/energy/meters/%s or import it as meters"
                .formatted(meterId, meterId);
    }
}
