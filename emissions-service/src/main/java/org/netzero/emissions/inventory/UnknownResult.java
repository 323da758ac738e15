package org.netzero.emissions.inventory;

/// An id names no result of its inventory.
final class UnknownResult extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownResult(String id) {
        super(
                "There is no result '%s', or its record is gone; list them at /api/emissions/results?period="
                        .formatted(id));
    }
}
