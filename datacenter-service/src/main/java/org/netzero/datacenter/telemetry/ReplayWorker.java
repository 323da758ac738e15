package org.netzero.datacenter.telemetry;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.metering.HourlyAmounts;
import org.netzero.platform.messaging.DatabaseFailure;
import org.netzero.platform.problem.Outage;

/// Reads what Kafka holds for the replays that were asked for, one at a time, also where there are
/// several instances.
///
/// Each step can be repeated without effect, and how far it is stands in the database: whoever dies
/// in the midst, the next one goes on behind the last pass.
@ApplicationScoped
class ReplayWorker {

    /// Of all instances at one database.
    static final long LOCK = 0x5245_504C_4159L;

    private static final Logger LOG = Logger.getLogger(ReplayWorker.class);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// A replay that could not get on for so long is given up, for those behind it.
    private static final Duration LONGEST_STAND = Duration.ofHours(6);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    /// What readings of one pass take in memory: some two million of them.
    private static final long MOST_BYTES = 64L << 20;

    /// The same where memory is short, as a part of it.
    private static final int SHARE_HELD = 16;

    /// No neighbour lies farther away, and neither does the neighbour of that.
    private static final Duration REACH =
            Duration.ofNanos(
                    HourlyAmounts.NEIGHBOURS * HourlyAmounts.LONGEST_BRIDGED_NANOS
                            + HourlyAmounts.HOUR_NANOS);

    /// How much later than it arrived a reading may be, with a margin for clocks.
    private static final Duration AHEAD = ReadingRules.ALLOWED_SKEW.multipliedBy(2);

    private final ReplayTable table;
    private final Replays replays;
    private final RawReadings raw;
    private final TelemetryLag held;
    private final ReadingLog log;
    private final DataSource database;
    private final Clock clock;
    private final long mostBytes;
    private volatile boolean stopping;
    private @Nullable Thread thread;

    ReplayWorker(
            ReplayTable table,
            Replays replays,
            RawReadings raw,
            TelemetryLag held,
            ReadingLog log,
            DataSource database,
            Clock clock) {
        this.table = table;
        this.replays = replays;
        this.raw = raw;
        this.held = held;
        this.log = log;
        this.database = database;
        this.clock = clock;
        this.mostBytes = Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE_HELD);
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().name("replays").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        raw.stop();
        if (thread != null) {
            thread.join(LONGEST_STOP);
        }
    }

    private void run() {
        while (!stopping) {
            try {
                if (table.next().isPresent()) {
                    asTheOnlyOne();
                }
            } catch (RuntimeException failed) {
                if (!stopping) {
                    LOG.warnf("Replays wait: %s", failed.getMessage());
                    LOG.debug("Replays wait", failed);
                }
            }
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException ending) {
            stopping = true;
        }
    }

    /// The lock goes with its connection when this process dies.
    private void asTheOnlyOne() {
        try (Connection lock = database.getConnection()) {
            if (!is(lock, "select pg_try_advisory_lock(?)")) {
                return;
            }
            try {
                for (var next = table.next(); next.isPresent(); next = table.next()) {
                    work(next.get());
                }
            } finally {
                is(lock, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("The lock of replays", failed);
        }
    }

    private static boolean is(Connection lock, String sql) throws SQLException {
        try (var statement = lock.prepareStatement(sql)) {
            statement.setLong(1, LOCK);
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /// @throws RuntimeException when it waits for Kafka or the database
    private void work(ReplayTable.Kept replay) {
        try {
            table.begun(replay.id());
            for (var part = table.nextPart(replay.id());
                    part.isPresent();
                    part = table.nextPart(replay.id())) {
                pass(replay.request(), part.get());
            }
            table.end(replay.id(), ReplayTable.State.DONE, Optional.empty(), clock.instant());
        } catch (RuntimeException failed) {
            if (stopping || Outage.isBehind(failed)) {
                throw failed;
            }
            if (!isAway(failed)) {
                LOG.errorf(failed, "Replay %d failed", replay.id());
                fail(replay, failed);
            } else if (table.standsSince(replay.id(), clock.instant().minus(LONGEST_STAND))) {
                fail(replay, failed);
            } else {
                table.waits(replay.id(), reason(failed));
                throw failed;
            }
        }
    }

    private static boolean isAway(RuntimeException failed) {
        return !(failed instanceof SerializationException)
                && (failed instanceof KafkaException || failed instanceof ReadingsNotStored);
    }

    private void fail(ReplayTable.Kept replay, RuntimeException failed) {
        table.end(
                replay.id(),
                ReplayTable.State.FAILED,
                Optional.of(reason(failed)),
                clock.instant());
    }

    private static String reason(RuntimeException failed) {
        return Optional.ofNullable(failed.getMessage()).orElseGet(failed::toString);
    }

    /// Reads as many of the facility's readings in a partition as are held at once.
    private void pass(ReplayTable.Request request, ReplayTable.Part part) {
        HourRange asked = Replays.hoursOf(request.span());
        List<Integer> all = replays.pointsOf(request.datacenterId(), part.partition());
        BitSet left = new BitSet();
        all.stream().filter(point -> point >= part.nextPoint()).forEach(left::set);
        if (left.isEmpty()) {
            replays.ask(part.partition(), all, asked);
            table.done(part);
            return;
        }
        if (part.nextHour().isPresent()) {
            int point = left.nextSetBit(0);
            left.clear(point + 1, left.length() + 1);
        }
        var gathered =
                new GatheredReadings(
                        left,
                        new HourRange(part.nextHour().orElse(asked.first()), asked.last()),
                        mostBytes);
        RawReadings.Read read =
                raw.read(
                        part.partition(),
                        part.ends(),
                        request.span().start().minus(REACH).minus(AHEAD),
                        gathered::add);
        // asked behind the reading: what Kafka lets go of meanwhile may be missing
        long completeFrom =
                held.readingsHeldSince()
                        .map(since -> ReadingRules.epochNanos(since.plus(AHEAD)))
                        .orElse(Long.MIN_VALUE);
        gathered.forEachRecord(completeFrom, record -> log.append(part.partition(), record));
        boolean isWhole = gathered.lastHour() == asked.last();
        table.passed(
                new ReplayTable.Part(
                        part.replay(),
                        part.partition(),
                        part.ends(),
                        isWhole ? gathered.lastPoint() + 1 : gathered.lastPoint(),
                        isWhole ? Optional.empty() : Optional.of(gathered.lastHour() + 1)),
                new ReplayTable.Counts(1, read.records(), read.readings(), gathered.count()),
                clock.instant());
    }
}
