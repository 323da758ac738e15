package org.netzero.datacenter.facility;

import java.time.Instant;

/// A meter gives way once at a time.
final class ExchangeConflict extends RuntimeException {

    private static final long serialVersionUID = 1;

    ExchangeConflict(String pointId, Instant at) {
        super(
                "'%s' has an exchange at %s with other readings; to correct it, send one whose supersedes is '%s'"
                        .formatted(pointId, at, at));
    }
}
