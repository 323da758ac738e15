package org.netzero.datacenter.telemetry;

/// No replay of the facility has this id.
final class UnknownReplay extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownReplay(String datacenterId, String replayId) {
        super(
                "There is no replay '%s' of '%s'; GET /api/datacenters/%2$s/replays lists those there are"
                        .formatted(replayId, datacenterId));
    }
}
