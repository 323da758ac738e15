package org.netzero.datacenter.telemetry;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.metering.HourAmount;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.HourlyAmounts;
import org.netzero.datacenter.metering.Meter;

/// Keeps readings, and once a second passes on the hours that changed by them.
///
/// Hours are a function of the stored readings alone, so it does not matter in which order, in
/// which batches or how often a reading arrives. Readings, state and hours are committed in one
/// Kafka transaction: after a death in between, all three are as they were after the last commit,
/// and the batch is taken again.
final class HourlyProcessor implements Processor<Integer, PackedReadings, Integer, PointHours> {

    private static final Logger LOG = Logger.getLogger(HourlyProcessor.class);

    private static final Duration SETTLE_EVERY = Duration.ofDays(1);

    private static final Duration TELL_EVERY = Duration.ofSeconds(1);

    /// Points told at once at most; the others wait for the next time, so that what follows keeps
    /// up: each is a row in PostgreSQL.
    private static final int MOST_POINTS_AT_ONCE = 2_000;

    /// Points looked at together. Of history each has thousands of hours, and what is told at once
    /// has to fit memory and the time of a transaction: no more are taken once a record is full.
    private static final int POINTS_TOGETHER = 50;

    /// Points that wait at most; readings wait then, as memory has no room for more.
    private static final int MOST_WAITING = 50_000;

    private final Stores stores;
    private final Duration correctable;
    private final Meters meters;
    private @Nullable ProcessorContext<Integer, PointHours> context;
    private @Nullable ReadingHistory history;
    private @Nullable UntoldChanges untold;

    /// @param correctable how long an hour that did not change can still be corrected
    HourlyProcessor(Stores stores, Duration correctable, Meters meters) {
        this.stores = stores;
        this.correctable = correctable;
        this.meters = meters;
    }

    /// Names of the stores.
    ///
    /// @param readings of a [HeldChunks]
    record Stores(String readings, String settled, String untold) {}

    /// Knows how the readings of points become amounts.
    @FunctionalInterface
    interface Meters {
        /// @return by the number of the point; points whose readings have no amounts are missing
        Map<Integer, Meter> of(Set<Integer> points);

        /// Meters changed: what is remembered of them may be of before.
        default void changed() {}
    }

    @Override
    public void init(ProcessorContext<Integer, PointHours> context) {
        this.context = context;
        HeldChunks chunks = context.getStateStore(stores.readings());
        chunks.forget();
        var readings =
                new ReadingHistory(
                        chunks, new SettledHours(context.getStateStore(stores.settled())));
        var changes = new UntoldChanges(context.getStateStore(stores.untold()));
        chunks.beforeCommit(changes::store);
        this.history = readings;
        this.untold = changes;
        context.schedule(
                SETTLE_EVERY,
                PunctuationType.STREAM_TIME,
                now -> readings.settle(hourOf(now - correctable.toMillis())));
        context.schedule(TELL_EVERY, PunctuationType.WALL_CLOCK_TIME, this::tell);
    }

    private static int hourOf(long epochMillis) {
        return (int) TimeUnit.MILLISECONDS.toHours(epochMillis);
    }

    @Override
    public void process(Record<Integer, PackedReadings> batch) {
        UntoldChanges changes = requireNonNull(untold, "init comes first");
        if (batch.value().hasMeterChange()) {
            meters.changed();
        }
        int tooLate =
                requireNonNull(history, "init comes first")
                        .add(batch.value(), hourOf(batch.timestamp()), changes::add);
        if (tooLate > 0) {
            LOG.warnf(
                    "%d readings change nothing: their hours have not changed for %s and are settled",
                    tooLate, correctable);
        }
        while (changes.count() > MOST_WAITING) {
            tell(requireNonNull(context).currentSystemTimeMs());
        }
    }

    /// Tells the hours of the points that wait longest, and has what was told and what was read
    /// committed.
    private void tell(long now) {
        UntoldChanges changes = requireNonNull(untold, "init comes first");
        if (changes.count() == 0) {
            return;
        }
        var hours = new ArrayList<PointHours.PointHour>();
        for (int told = 0;
                told < MOST_POINTS_AT_ONCE && hours.size() < PointHours.MAX_HOURS;
                told += POINTS_TOGETHER) {
            recompute(changes.take(POINTS_TOGETHER), hours);
        }
        ProcessorContext<Integer, PointHours> streams = requireNonNull(context);
        int partition = streams.taskId().partition();
        for (int from = 0; from < hours.size(); from += PointHours.MAX_HOURS) {
            List<PointHours.PointHour> part =
                    hours.subList(from, Math.min(hours.size(), from + PointHours.MAX_HOURS));
            streams.forward(new Record<>(partition, new PointHours(part), now));
        }
        streams.commit();
    }

    private void recompute(Map<Integer, Stretches> changed, List<PointHours.PointHour> hours) {
        ReadingHistory readings = requireNonNull(history, "init comes first");
        Map<Integer, Meter> known = meters.of(changed.keySet());
        changed.forEach((point, stretches) ->
                Optional.ofNullable(known.get(point))
                        .ifPresent(meter -> recompute(readings, point, stretches, meter, hours)));
    }

    private static void recompute(
            ReadingHistory history,
            int point,
            Stretches changed,
            Meter meter,
            List<PointHours.PointHour> hours) {
        List<HourRange> ranges =
                changed.all().stream()
                        .map(s -> history.dependingOn(point, s.firstNano(), s.lastNano()))
                        .toList();
        for (HourRange range : HourRange.merged(ranges)) {
            Set<Integer> revised = history.revisedHours(point, range);
            for (HourAmount hour :
                    HourlyAmounts.of(
                            meter, history.around(point, range), range.first(), range.last())) {
                hours.add(
                        new PointHours.PointHour(
                                point, revised.contains(hour.hour()) ? revised(hour) : hour));
            }
        }
    }

    private static HourAmount revised(HourAmount hour) {
        Set<HourFlag> flags = EnumSet.of(HourFlag.REVISED);
        flags.addAll(hour.flags());
        return new HourAmount(
                hour.hour(), hour.amount(), hour.measuredShare(), hour.coveredShare(), flags);
    }
}
