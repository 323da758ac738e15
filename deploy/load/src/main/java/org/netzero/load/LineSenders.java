package org.netzero.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.netzero.journey.Suite;
import org.netzero.load.synthetic.LineBodies;
import org.netzero.load.synthetic.SyntheticFleet;

/// Several senders that send the readings of a fleet as line protocol, the next body as soon as the
/// last one is answered. Bodies are given out in the order of time: all meters at one moment, in as
/// many bodies as it takes, then all at the next. So after any number of bodies it is known of each
/// meter what it told last.
final class LineSenders {

    /// Too much at once, and a service that is away.
    private static final Set<Integer> TO_BE_SENT_AGAIN = Set.of(429, 502, 503, 504);

    /// Bodies whose bytes a sender keeps: 100 MB.
    private static final int MOST_BODIES = 256;

    private static final KeptConnection.Answer CUT = new KeptConnection.Answer(503, "cut");

    /// How long a gateway may be away.
    private static final Duration LONGEST_UNANSWERED = Duration.ofMinutes(5);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final SyntheticFleet fleet;
    private final Cadence cadence;
    private final int linesPerBody;
    private final int bodiesPerMoment;
    private final Target target;
    private final AtomicLong next = new AtomicLong();
    private final AtomicLong heldBack = new AtomicLong();
    private final Silence silence = new Silence();

    /// When meters are read.
    ///
    /// @param first of all meters
    /// @param step from one reading to the next
    record Cadence(Instant first, Duration step) {
        long epochSecond(long moment) {
            return first.getEpochSecond() + moment * step.toSeconds();
        }
    }

    /// Where readings are sent.
    ///
    /// @param path with its query
    record Target(URI server, String path, Map<String, String> headers) {
        static Target of(Suite suite) {
            return new Target(
                    URI.create("http://127.0.0.1:" + suite.address().getPort()),
                    "/api/telemetry/influx/api/v2/write?precision=ns",
                    Map.of("X-API-Key", suite.adminKey()));
        }
    }

    /// What was sent, all of it acknowledged.
    ///
    /// @param longestSilence the longest time in which nothing was acknowledged, in seconds
    record Sent(long readings, double seconds, double longestSilence) {
        double perSecond() {
            return readings / seconds;
        }
    }

    LineSenders(SyntheticFleet fleet, Cadence cadence, int linesPerBody, Target target) {
        this.fleet = fleet;
        this.cadence = cadence;
        this.linesPerBody = linesPerBody;
        this.bodiesPerMoment = Math.ceilDiv(fleet.meters().size(), linesPerBody);
        this.target = target;
    }

    /// Goes on sending until so much time has passed.
    Sent sendFor(Duration time, int senders) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        return sendWhile(number -> System.nanoTime() < end, senders);
    }

    /// Goes on with so many bodies.
    Sent send(long bodies, int senders) throws Exception {
        long end = next.get() + bodies;
        return sendWhile(number -> number < end, senders);
    }

    /// Goes on with so many bodies, spread evenly over a time.
    Sent sendOver(Duration time, long bodies, int senders) throws Exception {
        long first = next.get();
        long start = System.nanoTime();
        return sendWhile(
                number -> {
                    sleepUntil(start + (number - first) * time.toNanos() / bodies);
                    return number < first + bodies;
                },
                senders);
    }

    private static void sleepUntil(long nanos) {
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, nanos - System.nanoTime())));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    private Sent sendWhile(LongPredicate isWanted, int senders) throws Exception {
        long before = next.get();
        long start = System.nanoTime();
        silence.begin();
        try (var threads = Executors.newFixedThreadPool(senders)) {
            List<Future<?>> sending = new ArrayList<>();
            for (int i = 0; i < senders; i++) {
                sending.add(
                        threads.submit(() -> {
                            sendOneByOne(isWanted);
                            return "";
                        }));
            }
            for (Future<?> sender : sending) {
                sender.get();
            }
        }
        return new Sent(
                (next.get() - before) * fleet.meters().size() / bodiesPerMoment,
                Samples.secondsSince(start),
                silence.longestSeconds());
    }

    private void sendOneByOne(LongPredicate isWanted) throws IOException, InterruptedException {
        Map<Integer, LineBodies> bodies = new HashMap<>();
        try (var connection = new Connection()) {
            for (OptionalLong number = take(isWanted);
                    number.isPresent();
                    number = take(isWanted)) {
                int part = (int) (number.getAsLong() % bodiesPerMoment);
                long second = cadence.epochSecond(number.getAsLong() / bodiesPerMoment);
                if (bodies.size() == MOST_BODIES) {
                    bodies.clear();
                }
                connection.send(bodies.computeIfAbsent(part, this::body).at(second));
            }
        }
    }

    /// Every number that is taken is sent.
    private synchronized OptionalLong take(LongPredicate isWanted) {
        return isWanted.test(next.get())
                ? OptionalLong.of(next.getAndIncrement())
                : OptionalLong.empty();
    }

    private LineBodies body(int part) {
        int first = part * linesPerBody;
        int count = Math.min(linesPerBody, fleet.meters().size() - first);
        byte[] head =
                KeptConnection.head(
                        target.server(),
                        target.path(),
                        target.headers(),
                        LineBodies.length(fleet, first, count));
        return new LineBodies(fleet, first, count, head);
    }

    /// A connection of a sender that does as good senders do: what was not taken is sent again,
    /// over a new connection where the one before was cut.
    private final class Connection implements AutoCloseable {
        private long unansweredSince;
        private @Nullable KeptConnection kept;

        void send(byte[] request) throws IOException, InterruptedException {
            unansweredSince = System.nanoTime();
            KeptConnection.Answer answer = answer(request);
            while (TO_BE_SENT_AGAIN.contains(answer.status())) {
                heldBack.incrementAndGet();
                Thread.sleep(PAUSE);
                answer = answer(request);
            }
            if (!answer.isGood()) {
                throw new AssertionError("Refused: " + answer);
            }
            silence.end();
        }

        private KeptConnection.Answer answer(byte[] request) throws IOException {
            try {
                if (kept == null) {
                    kept = new KeptConnection(target.server());
                }
                KeptConnection.Answer answer = kept.send(request);
                unansweredSince = System.nanoTime();
                return answer;
            } catch (SocketException | SocketTimeoutException | EOFException cut) {
                if (Samples.secondsSince(unansweredSince) > LONGEST_UNANSWERED.toSeconds()) {
                    throw cut;
                }
                close();
                return CUT;
            }
        }

        @Override
        public void close() throws IOException {
            if (kept != null) {
                kept.close();
                kept = null;
            }
        }
    }

    /// How long nothing was acknowledged to any of the senders.
    private static final class Silence {
        private static final double NANOS_PER_SECOND = 1e9;

        private long since;
        private long longestNanos;

        synchronized void begin() {
            since = System.nanoTime();
            longestNanos = 0;
        }

        synchronized void end() {
            long now = System.nanoTime();
            longestNanos = Math.max(longestNanos, now - since);
            since = now;
        }

        synchronized double longestSeconds() {
            return longestNanos / NANOS_PER_SECOND;
        }
    }

    /// How often a body was to be sent again later.
    long heldBack() {
        return heldBack.get();
    }

    /// The last moment of which a meter's reading was sent, in seconds since 1970.
    long lastSecond(int meter) {
        int part = meter / linesPerBody;
        return cadence.epochSecond(Math.floorDiv(next.get() - 1 - part, bodiesPerMoment));
    }
}
