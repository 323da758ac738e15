package org.netzero.gateway.roadmap.projection;

import java.time.Instant;

/// A vintage on file without the answer that was given, which is long.
///
/// @param figures as in [VintageEntity#figures]
record VintageRow(
        long id,
        String scenarioId,
        long scenarioVersion,
        int methodVersion,
        Instant basisAt,
        Instant recordedAt,
        String figures) {

    static VintageRow of(VintageEntity entity) {
        return new VintageRow(
                entity.id,
                entity.scenarioId,
                entity.scenarioVersion,
                entity.methodVersion,
                entity.basisAt,
                entity.recordedAt,
                entity.figures);
    }
}
