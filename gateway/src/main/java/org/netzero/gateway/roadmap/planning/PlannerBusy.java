package org.netzero.gateway.roadmap.planning;

import java.time.Duration;

/// Other plans are being made, for longer than a caller waits for them.
final class PlannerBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PlannerBusy(Duration waited) {
        super(
                "One plan is made at a time, and others were not done within %d s; ask again after Retry-After"
                        .formatted(waited.toSeconds()));
    }
}
