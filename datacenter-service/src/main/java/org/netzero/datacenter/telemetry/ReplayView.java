package org.netzero.datacenter.telemetry;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.listing.Table;

/// A replay as clients see it.
///
/// @param start of the first hour that is computed again
/// @param end of the last one
/// @param points of the facility
/// @param hours of all of them together, whether measured or not
/// @param readingsHeldSince the arrival of the first readings that Kafka still held when it was
///   asked for; null when it held all there ever were
/// @param reason why it failed or was cancelled, or what it waits for
/// @param partitions in which the facility has points
/// @param partitionsDone how many of them are read
/// @param passes how often a partition was read
/// @param records with readings that were read
/// @param readings in these records, whosever they are; what several passes read counts several
///   times
/// @param found different readings of the facility within the span
/// @param endedAt when it was done, failed or was cancelled
record ReplayView(
        String replayId,
        String datacenterId,
        Instant start,
        Instant end,
        int points,
        long hours,
        @Nullable Instant readingsHeldSince,
        Instant askedAt,
        String askedBy,
        ReplayTable.State state,
        @Nullable String reason,
        int partitions,
        int partitionsDone,
        long passes,
        long records,
        long readings,
        long found,
        @Nullable Instant endedAt) {

    static final List<String> COLUMNS =
            List.of(
                    "replayId",
                    "datacenterId",
                    "start",
                    "end",
                    "points",
                    "hours",
                    "readingsHeldSince",
                    "askedAt",
                    "askedBy",
                    "state",
                    "reason",
                    "partitions",
                    "partitionsDone",
                    "passes",
                    "records",
                    "readings",
                    "found",
                    "endedAt");

    static ReplayView of(ReplayTable.Kept kept) {
        ReplayTable.Request request = kept.request();
        return new ReplayView(
                String.valueOf(kept.id()),
                request.datacenterId(),
                request.span().start(),
                request.span().end(),
                request.points(),
                request.points() * request.span().duration().toHours(),
                request.readingsHeldSince().orElse(null),
                request.askedAt(),
                request.askedBy(),
                kept.state(),
                kept.reason().orElse(null),
                kept.partitions(),
                kept.partitionsDone(),
                kept.counts().passes(),
                kept.counts().records(),
                kept.counts().readings(),
                kept.counts().found(),
                kept.endedAt().orElse(null));
    }

    List<@Nullable Object> row() {
        return Table.row(
                replayId,
                datacenterId,
                start,
                end,
                points,
                hours,
                readingsHeldSince,
                askedAt,
                askedBy,
                state,
                reason,
                partitions,
                partitionsDone,
                passes,
                records,
                readings,
                found,
                endedAt);
    }
}
