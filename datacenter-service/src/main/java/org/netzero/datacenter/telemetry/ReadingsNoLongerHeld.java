package org.netzero.datacenter.telemetry;

import java.time.Instant;

/// Hours were asked for again of which not every reading is held any more.
final class ReadingsNoLongerHeld extends RuntimeException {

    private static final long serialVersionUID = 1;

    ReadingsNoLongerHeld(Instant from, Instant since) {
        super(
                "Hours from %s on cannot be computed again: readings are held since %s; ask from there on"
                        .formatted(from, since));
    }
}
