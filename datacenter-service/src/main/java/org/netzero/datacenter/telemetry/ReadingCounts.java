package org.netzero.datacenter.telemetry;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Counts readings of this instance since it started. What is done again after a failure counts
/// again: these are figures of operation, no figures of accounting.
@ApplicationScoped
public class ReadingCounts {

    /// Over how long rates are taken.
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Clock clock;
    private final LongAdder taken = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder tooLate = new LongAdder();
    private final LongAdder restored = new LongAdder();
    private final AtomicReference<@Nullable Instant> last = new AtomicReference<>();
    private final Deque<Sample> samples = new ArrayDeque<>();

    ReadingCounts(Clock clock) {
        this.clock = clock;
    }

    /// @param taken readings that became durable, those that were known among them
    /// @param refused readings that were not taken
    /// @param duplicates readings that changed nothing, as they were known
    /// @param tooLate readings that changed nothing, as their hours are settled
    /// @param restored readings of replays of which the state lacked something
    public record Totals(long taken, long refused, long duplicates, long tooLate, long restored) {}

    /// Those that are sent, a second, over the last minute.
    public record Rates(double taken, double refused, double duplicates, double tooLate) {}

    private record Sample(Instant at, Totals totals) {}

    void took(int takenReadings, int refusedReadings) {
        taken.add(takenReadings);
        refused.add(refusedReadings);
        if (takenReadings > 0) {
            last.set(clock.instant());
        }
    }

    /// @param known readings that were there already
    /// @param late readings of settled hours
    void changedNothing(int known, int late) {
        duplicates.add(known);
        tooLate.add(late);
    }

    /// @param readings of replays that the state lacked
    void restored(int readings) {
        restored.add(readings);
    }

    public Totals totals() {
        return new Totals(
                taken.sum(), refused.sum(), duplicates.sum(), tooLate.sum(), restored.sum());
    }

    /// When readings were taken last.
    public Optional<Instant> lastTaken() {
        return Optional.ofNullable(last.get());
    }

    @Scheduled(every = "5s")
    synchronized void sample() {
        Instant now = clock.instant();
        samples.addLast(new Sample(now, totals()));
        while (samples.getFirst().at().isBefore(now.minus(WINDOW))) {
            samples.removeFirst();
        }
    }

    /// Empty until there are two samples.
    public synchronized Optional<Rates> perSecond() {
        if (samples.size() < 2) {
            return Optional.empty();
        }
        Sample first = samples.getFirst();
        Sample now = samples.getLast();
        double seconds = Duration.between(first.at(), now.at()).toMillis() / 1_000.0;
        return seconds <= 0
                ? Optional.empty()
                : Optional.of(
                        new Rates(
                                (now.totals().taken() - first.totals().taken()) / seconds,
                                (now.totals().refused() - first.totals().refused()) / seconds,
                                (now.totals().duplicates() - first.totals().duplicates()) / seconds,
                                (now.totals().tooLate() - first.totals().tooLate()) / seconds));
    }
}
