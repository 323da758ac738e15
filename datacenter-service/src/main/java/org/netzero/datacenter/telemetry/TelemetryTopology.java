package org.netzero.datacenter.telemetry;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.netzero.datacenter.facility.MeasuringPoints;
import org.netzero.datacenter.metering.Meter;
import org.netzero.platform.messaging.DatabaseFailure;

/// Readings → hours, as a Kafka Streams application: `telemetry.reading`, and `telemetry.history`
/// when nothing waits there → readings by point and hour in RocksDB, with a changelog in Kafka →
/// `telemetry.point-hour`. Record keys are partition numbers, so a point stays in its partition all
/// the way, its readings come to one task whichever topic they are in, and its hours arrive in the
/// order in which they were computed.
@ApplicationScoped
class TelemetryTopology {

    private static final Logger LOG = Logger.getLogger(TelemetryTopology.class);

    private static final HourlyProcessor.Stores STORES =
            new HourlyProcessor.Stores(
                    "readings",
                    "settled-hours",
                    "waiting-changes",
                    "waiting-history",
                    "waiting-replays",
                    "waiting-too-late",
                    "told-hours");

    /// Each of the tasks, one a partition, holds so small a part of the heap.
    private static final int SHARE_HELD = 50;

    /// Readings of the three tasks of a thread are read between their tellings.
    private static final Duration LONGEST_TELLING = Duration.ofMillis(150);

    private static final Duration DATABASE_PAUSE = Duration.ofSeconds(1);

    private final MeasuringPoints points;
    private final Duration correctable;
    private final ReadingCounts counts;
    private final UntoldPoints untold;

    TelemetryTopology(
            MeasuringPoints points,
            @ConfigProperty(name = "netzero.telemetry.correctable") Duration correctable,
            ReadingCounts counts,
            UntoldPoints untold) {
        this.points = points;
        this.correctable = correctable;
        this.counts = counts;
        this.untold = untold;
    }

    @Produces
    @Singleton
    Topology topology() {
        return of(correctable, new KnownMeters(), LONGEST_TELLING, new Shown());
    }

    /// A thread that failed is replaced: what it did since the last commit is undone and done
    /// again.
    @Produces
    @Singleton
    static StreamsUncaughtExceptionHandler failures() {
        return failure -> {
            LOG.warn("A telemetry thread failed and is replaced", failure);
            return StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
        };
    }

    static Topology of(Duration correctable, HourlyProcessor.Meters meters) {
        return of(correctable, meters, (known, tooLate) -> {});
    }

    /// @param progress is told what became of readings
    static Topology of(
            Duration correctable,
            HourlyProcessor.Meters meters,
            HourlyProcessor.Progress progress) {
        return of(correctable, meters, Duration.ofDays(1), progress);
    }

    /// @param progress is told what became of readings
    private static Topology of(
            Duration correctable,
            HourlyProcessor.Meters meters,
            Duration longestTelling,
            HourlyProcessor.Progress progress) {
        var builder = new StreamsBuilder();
        var waitedReadingsReadAt = new AtomicLong();
        builder.addStateStore(
                new HeldChunksBuilder(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(STORES.readings()),
                                ChunkKey.serde(),
                                Serdes.ByteArray()),
                        Runtime.getRuntime().maxMemory() / SHARE_HELD));
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(STORES.settled()),
                                Serdes.Integer(),
                                SettledHours.serde())
                        .withCachingEnabled());
        for (String changes :
                List.of(
                        STORES.untold(),
                        STORES.untoldHistory(),
                        STORES.replays(),
                        STORES.tooLate())) {
            builder.addStateStore(
                    Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(changes),
                            Serdes.Integer(),
                            WaitingPoints.serde()));
        }
        builder.addStateStore(
                Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(STORES.told()),
                        ChunkKey.serde(),
                        PackedHour.serde()));
        builder.stream(
                        List.of(TelemetryTopics.READING, TelemetryTopics.HISTORY),
                        Consumed.with(Serdes.Integer(), Arrival.serde())
                                .withTimestampExtractor(new HistoryLane()))
                .process(
                        () ->
                                new HourlyProcessor(
                                        STORES,
                                        correctable,
                                        meters,
                                        longestTelling,
                                        progress,
                                        waitedReadingsReadAt),
                        STORES.names())
                .to(
                        TelemetryTopics.POINT_HOUR,
                        Produced.with(Serdes.Integer(), PointHours.serde())
                                .withStreamPartitioner((topic, partition, hours, count) ->
                                        Optional.of(Set.of(partition % count))));
        return builder.build();
    }

    /// For the status.
    private final class Shown implements HourlyProcessor.Progress {

        @Override
        public void unchanging(int known, int tooLate) {
            counts.changedNothing(known, tooLate);
        }

        @Override
        public void restored(int readings) {
            counts.restored(readings);
        }

        @Override
        public void waits(int partition, UntoldPoints.Lanes waiting) {
            untold.put(partition, waiting);
        }

        @Override
        public void ends(int partition) {
            untold.end(partition);
        }
    }

    private final class KnownMeters implements HourlyProcessor.Meters {

        /// A reading is accepted only for a point that is stored, so a point that is not found
        /// waits for the database.
        @Override
        public Map<Integer, Meter> of(Set<Integer> numbers) {
            return patiently(() -> {
                var meters = new HashMap<Integer, Meter>();
                points.byNumber(numbers)
                        .forEach((number, point) ->
                                point.meter().ifPresent(meter -> meters.put(number, meter)));
                return meters;
            });
        }

        @Override
        public void changed() {
            patiently(() -> {
                points.look();
                return Map.of();
            });
        }
    }

    private static <T> T patiently(Supplier<T> question) {
        while (true) {
            try {
                return question.get();
            } catch (PersistenceException | QuarkusTransactionException | DatabaseFailure away) {
                LOG.warnf("Telemetry waits for the database: %s", away.getMessage());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(DATABASE_PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for the database", stopping);
        }
    }
}
