package org.netzero.datacenter.telemetry;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /// A replay that found Kafka away for so long without a break is given up, for those behind it.
    private static final Duration LONGEST_STAND = Duration.ofHours(6);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    /// What readings of one pass take in memory: some two million of them.
    private static final long MOST_BYTES = 64L << 20;

    /// The same where memory is short, as a part of it.
    private static final int SHARE_HELD = 16;

    /// Each pass reads a partition from the beginning, and others wait for it.
    private static final int MOST_PASSES = 100;

    /// How often it is looked whether a replay is still wanted.
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

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
    private Optional<Standing> standing = Optional.empty();

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

    /// A replay that cannot get on.
    private record Standing(long replay, Instant since) {}

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().name("replays").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
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
            } catch (Throwable failed) {
                // whatever it is, replays are not over by it
                LOG.error("Replays wait", failed);
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
                var next = table.next();
                while (next.isPresent() && !stopping) {
                    work(next.get());
                    next = table.next();
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
            var wanted = new Wanted(replay.id());
            var part = table.nextPart(replay.id());
            while (part.isPresent() && wanted.now()) {
                pass(replay.request(), part.get(), wanted);
                standing = Optional.empty();
                part = table.nextPart(replay.id());
            }
            if (part.isEmpty()) {
                table.end(replay.id(), ReplayTable.State.DONE, Optional.empty(), clock.instant());
            }
        } catch (TooManyPasses refused) {
            fail(replay, refused);
        } catch (RuntimeException failed) {
            if (stopping || Outage.isBehind(failed)) {
                throw failed;
            }
            if (!isAway(failed)) {
                LOG.errorf(failed, "Replay %d failed", replay.id());
                fail(replay, failed);
            } else if (standsTooLong(replay.id())) {
                fail(replay, failed);
            } else {
                table.waits(replay.id(), reason(failed));
                throw failed;
            }
        }
    }

    private boolean standsTooLong(long replay) {
        Instant now = clock.instant();
        Standing stands =
                standing.filter(known -> known.replay() == replay)
                        .orElseGet(() -> new Standing(replay, now));
        standing = Optional.of(stands);
        return stands.since().isBefore(now.minus(LONGEST_STAND));
    }

    /// Whether a replay is to be gone on with: it was not cancelled, and this process does not end.
    private final class Wanted {
        private final long replay;
        private long lookAt = System.nanoTime();
        private boolean open = true;

        Wanted(long replay) {
            this.replay = replay;
        }

        boolean now() {
            if (System.nanoTime() - lookAt >= 0) {
                open = table.isOpen(replay);
                lookAt = System.nanoTime() + LOOK_EVERY.toNanos();
            }
            return open && !stopping;
        }
    }

    private static final class TooManyPasses extends RuntimeException {

        private static final long serialVersionUID = 1;

        TooManyPasses(int partition) {
            super(
                    "Partition %d has more readings of the facility than %d passes can take; ask for fewer days"
                            .formatted(partition, MOST_PASSES));
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
    private void pass(ReplayTable.Request request, ReplayTable.Part part, Wanted wanted) {
        HourRange asked = Replays.hoursOf(request.span());
        List<Integer> all = replays.pointsOf(request.datacenterId(), part.partition());
        BitSet left = new BitSet();
        all.stream().filter(point -> point >= part.nextPoint()).forEach(left::set);
        if (left.isEmpty()) {
            replays.ask(part.partition(), all, asked);
            table.done(part);
            return;
        }
        if (part.passes() >= MOST_PASSES) {
            throw new TooManyPasses(part.partition());
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
        Instant from = request.span().start().minus(REACH).minus(AHEAD);
        RawReadings.Read read =
                raw.read(part.partition(), part.ends(), from, gathered::add, wanted::now);
        if (!wanted.now()) {
            return;
        }
        // asked behind the reading: what Kafka lets go of meanwhile may be missing
        Instant since = held.readingsHeldSince().filter(from::isBefore).orElse(from);
        long completeFrom = ReadingRules.epochNanos(since.plus(AHEAD));
        gathered.forEachRecord(completeFrom, record -> log.append(part.partition(), record));
        boolean isWhole = gathered.lastHour() == asked.last();
        table.passed(
                new ReplayTable.Part(
                        part.replay(),
                        part.partition(),
                        part.ends(),
                        part.passes() + 1,
                        isWhole ? gathered.lastPoint() + 1 : gathered.lastPoint(),
                        isWhole ? Optional.empty() : Optional.of(gathered.lastHour() + 1)),
                new ReplayTable.Counts(1, read.records(), read.readings(), gathered.count()));
    }
}
