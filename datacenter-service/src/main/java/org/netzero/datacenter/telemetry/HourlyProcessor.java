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
import java.util.concurrent.atomic.AtomicLong;
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
import org.netzero.datacenter.telemetry.PointHours.PointHour;
import org.netzero.datacenter.telemetry.PointHours.TooLate;

/// Keeps readings, and once a second passes on the hours that changed by them, less often where
/// very many do.
///
/// Hours are a function of the stored readings alone, so it does not matter in which order, in
/// which batches or how often a reading arrives. Readings, state and hours are committed in one
/// Kafka transaction: after a death in between, all three are as they were after the last commit,
/// and the batch is taken again.
///
/// What fresh readings changed is told first: where it is more than can be told at once, all the
/// time while no readings wait to be read, and a few of each second while some do, since an hour
/// that changes twice meanwhile is told once. History and hours that are asked for again have what
/// is left of each second, and a bounded part of it, since each of their hours has to be stored
/// behind this as well.
final class HourlyProcessor implements Processor<Integer, Arrival, Integer, PointHours> {

    private static final Logger LOG = Logger.getLogger(HourlyProcessor.class);

    private static final Duration SETTLE_EVERY = Duration.ofDays(1);

    /// How often it is looked whether it is time to tell.
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private static final Duration TELL_EVERY = Duration.ofSeconds(1);

    /// Readings that arrived longer ago than this when they are read have waited.
    private static final Duration PROMPT = Duration.ofSeconds(2);

    /// Behind readings that have waited others are taken to wait, until none was read for so long.
    private static final Duration WAITING = Duration.ofSeconds(5);

    /// Hours told at once at most: they have to fit memory.
    static final int MOST_HOURS = 20_000;

    /// Hours of history told at once: what PostgreSQL stores in a second, by far, since what is
    /// fresh stands behind them there.
    private static final int MOST_LATE_HOURS = 5_000;

    /// The same beside fresh ones.
    private static final int MOST_LATE_HOURS_BESIDE_FRESH = 1_000;

    /// Fresh hours told in a second while readings wait, and for which telling rests a second once
    /// all are told: each of them is stored behind this, with the sums and indicators that it is
    /// part of. Where very many change all the time they are told less often, not each of them
    /// every second.
    private static final int FRESH_HOURS_A_SECOND = 300;

    /// While readings wait, all points that wait are told within so long.
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(200);

    private static final Duration LONGEST_REST = Duration.ofSeconds(3);

    /// Hours of a point: with a reading a second of each they are a million.
    private static final int HOURS_COMPUTED_TOGETHER = 300;

    /// Points looked at together.
    private static final int POINTS_TOGETHER = 50;

    /// The same of history, as each of them has thousands of hours.
    private static final int LATE_POINTS_TOGETHER = 5;

    private final Stores stores;
    private final Duration correctable;
    private final Meters meters;
    private final Duration longestTelling;
    private final Progress progress;
    private final AtomicLong waitedReadingsReadAt;
    private @Nullable Task task;
    private long restsUntil;
    private long historyRestsUntil;

    /// @param correctable how long an hour that did not change can still be corrected
    /// @param longestTelling how long telling takes at once at most: readings of this task and of
    ///   others of the thread wait for it. What is left over waits for the next time, and readings
    ///   that come meanwhile cost no hour of their own
    /// @param progress is told what became of readings
    /// @param waitedReadingsReadAt when readings were read last that had waited, by this or another
    ///   of all that share the time of the machine, in milliseconds since 1970
    HourlyProcessor(
            Stores stores,
            Duration correctable,
            Meters meters,
            Duration longestTelling,
            Progress progress,
            AtomicLong waitedReadingsReadAt) {
        this.stores = stores;
        this.correctable = correctable;
        this.meters = meters;
        this.longestTelling = longestTelling;
        this.progress = progress;
        this.waitedReadingsReadAt = waitedReadingsReadAt;
    }

    /// Names of the stores.
    ///
    /// @param readings of a [HeldChunks]
    /// @param untold what fresh readings changed
    /// @param untoldHistory what readings of long ago changed
    /// @param replays what is asked for again
    /// @param tooLate settled hours for which readings came
    /// @param told of [ToldHours]
    record Stores(
            String readings,
            String settled,
            String untold,
            String untoldHistory,
            String replays,
            String tooLate,
            String told) {

        String[] names() {
            return new String[] {readings, settled, untold, untoldHistory, replays, tooLate, told};
        }
    }

    /// Is told of readings that changed nothing, of those that came back, and of what waits.
    @FunctionalInterface
    interface Progress {
        /// @param known as they were there already
        /// @param tooLate as their hours are settled
        void unchanging(int known, int tooLate);

        /// @param readings that were read again and of which something was not known
        default void restored(int readings) {}

        /// @param partition of the task
        default void waits(int partition, UntoldPoints.Lanes waiting) {}

        /// The task works no more, here at least.
        default void ends(int partition) {}
    }

    /// Knows how the readings of points become amounts.
    @FunctionalInterface
    interface Meters {
        /// @return by the number of the point; points whose readings have no amounts are missing
        Map<Integer, Meter> of(Set<Integer> points);

        /// Meters changed: what is remembered of them may be of before.
        default void changed() {}
    }

    /// What a task works with once it has begun.
    private record Task(
            ProcessorContext<Integer, PointHours> context,
            ReadingHistory history,
            ToldHours told,
            UntoldChanges fresh,
            UntoldChanges late,
            UntoldChanges replays,
            UntoldChanges tooLate) {

        List<UntoldChanges> waiting() {
            return List.of(fresh, late, replays, tooLate);
        }

        int partition() {
            return context.taskId().partition();
        }
    }

    @Override
    public void init(ProcessorContext<Integer, PointHours> context) {
        HeldChunks chunks = context.getStateStore(stores.readings());
        chunks.forget();
        var begun =
                new Task(
                        context,
                        new ReadingHistory(
                                chunks, new SettledHours(context.getStateStore(stores.settled()))),
                        new ToldHours(context.getStateStore(stores.told())),
                        new UntoldChanges(context.getStateStore(stores.untold())),
                        new UntoldChanges(context.getStateStore(stores.untoldHistory())),
                        new UntoldChanges(context.getStateStore(stores.replays())),
                        new UntoldChanges(context.getStateStore(stores.tooLate())));
        chunks.beforeCommit(() -> begun.waiting().forEach(UntoldChanges::store));
        this.task = begun;
        restsUntil = 0;
        historyRestsUntil = 0;
        context.schedule(
                SETTLE_EVERY,
                PunctuationType.STREAM_TIME,
                now ->
                        begun.history()
                                .settle(
                                        hourOf(
                                                now
                                                        - HistoryLane.YIELDS.toMillis()
                                                        - correctable.toMillis()),
                                        begun.told()::settle));
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::look);
        showWhatWaits(begun);
    }

    @Override
    public void close() {
        if (task != null) {
            progress.ends(task.partition());
        }
    }

    private static int hourOf(long epochMillis) {
        return (int) TimeUnit.MILLISECONDS.toHours(epochMillis);
    }

    @Override
    public void process(Record<Integer, Arrival> arrived) {
        Task begun = requireNonNull(task, "init comes first");
        begun.waiting().forEach(UntoldChanges::goOn);
        switch (arrived.value()) {
            case PackedReadings readings -> keep(begun, readings, arrived.timestamp());
            case Replay replay -> note(begun.replays(), replay, arrived.timestamp());
            case RereadReadings reread ->
                    progress.restored(mend(begun, reread, arrived.timestamp()));
        }
        // readings wait meanwhile
        while (begun.fresh().isTooMuch()
                || begun.late().isTooMuch()
                || begun.tooLate().isTooMuch()) {
            restsUntil = 0;
            historyRestsUntil = 0;
            tell(begun, begun.context().currentSystemTimeMs());
        }
        showWhatWaits(begun);
    }

    private void look(long now) {
        Task begun = requireNonNull(task, "init comes first");
        begun.waiting().forEach(UntoldChanges::goOn);
        tell(begun, now);
        showWhatWaits(begun);
    }

    private void showWhatWaits(Task begun) {
        progress.waits(
                begun.partition(),
                new UntoldPoints.Lanes(
                        begun.fresh().waits(),
                        begun.late()
                                .waits()
                                .and(begun.replays().waits())
                                .and(begun.tooLate().waits())));
    }

    private void keep(Task begun, PackedReadings readings, long timestamp) {
        boolean isLate =
                begun.context()
                        .recordMetadata()
                        .filter(record -> record.topic().equals(TelemetryTopics.HISTORY))
                        .isPresent();
        long arrivedAt = isLate ? timestamp - HistoryLane.YIELDS.toMillis() : timestamp;
        long now = begun.context().currentSystemTimeMs();
        if (!isLate && now - timestamp > PROMPT.toMillis()) {
            waitedReadingsReadAt.set(now);
        }
        UntoldChanges changes = isLate ? begun.late() : begun.fresh();
        if (readings.hasMeterChange()) {
            meters.changed();
        }
        int[] changed = {0};
        int tooLate =
                begun.history()
                        .add(
                                readings,
                                hourOf(arrivedAt),
                                new ReadingHistory.Changed() {
                                    @Override
                                    public void reading(int point, int hour, long nano) {
                                        changed[0]++;
                                        changes.add(point, hour, nano, arrivedAt);
                                    }

                                    @Override
                                    public void tooLate(int point, int hour, long nano) {
                                        begun.tooLate().add(point, hour, nano, arrivedAt);
                                    }
                                });
        progress.unchanging(readings.count() - changed[0] - tooLate, tooLate);
        if (tooLate > 0) {
            LOG.warnf(
                    "%d readings change nothing: their hours have not changed for %s and are settled",
                    tooLate, correctable);
        }
    }

    /// @return of how many something was not known
    private static int mend(Task begun, RereadReadings reread, long timestamp) {
        ReadingHistory.Mended mended =
                begun.history().mend(reread, hourOf(timestamp - HistoryLane.YIELDS.toMillis()));
        if (mended.settled() > 0) {
            LOG.debugf("%d readings that were read again are of settled hours", mended.settled());
        }
        return mended.restored();
    }

    private static void note(UntoldChanges replays, Replay replay, long timestamp) {
        HourRange hours = replay.hours();
        long first = hours.first() * HourlyAmounts.HOUR_NANOS;
        long last = (hours.last() + 1) * HourlyAmounts.HOUR_NANOS - 1;
        long askedAt = timestamp - HistoryLane.YIELDS.toMillis();
        for (int point : replay.points()) {
            replays.add(point, hours.first(), first, askedAt);
            replays.add(point, hours.first(), last, askedAt);
        }
    }

    /// Tells the hours of the points that wait longest, and has what was told and what was read
    /// committed once all is told that is fresh.
    private void tell(Task begun, long now) {
        boolean isFresh = begun.fresh().count() > 0 && now >= restsUntil;
        boolean isHistory =
                begun.late().count() + begun.replays().count() + begun.tooLate().count() > 0
                        && now >= historyRestsUntil;
        if (!isFresh && !isHistory) {
            return;
        }
        // the context's time stands still within one call
        long end = System.nanoTime() + longestTelling.toNanos();
        var hours = new ArrayList<PointHour>();
        if (isFresh) {
            int most = readingsWait(now) ? beside(begun.fresh()) : MOST_HOURS;
            take(begun, begun.fresh(), POINTS_TOGETHER, most, end, hours);
            restsUntil = now + rest(begun.fresh(), hours.size(), readingsWait(now));
        }
        if (isHistory) {
            int most =
                    hours.size()
                            + (begun.fresh().count() > 0 || isFresh
                                    ? MOST_LATE_HOURS_BESIDE_FRESH
                                    : MOST_LATE_HOURS);
            take(begun, begun.replays(), LATE_POINTS_TOGETHER, most, end, hours);
            take(begun, begun.late(), LATE_POINTS_TOGETHER, most, end, hours);
            historyRestsUntil = now + TELL_EVERY.toMillis();
        }
        forward(begun, hours, now);
        if (isHistory) {
            tellTooLate(begun, now);
        }
        if (begun.fresh().count() == 0) {
            begun.context().commit();
        }
    }

    /// So many that none waits for much longer than a few minutes, however many there are.
    private static int beside(UntoldChanges waiting) {
        return Math.max(FRESH_HOURS_A_SECOND, waiting.count() / (int) LONGEST_ROUND.toSeconds());
    }

    private boolean readingsWait(long now) {
        return now - waitedReadingsReadAt.get() < WAITING.toMillis();
    }

    /// What did not get its turn has it at once, unless readings wait.
    private static long rest(UntoldChanges left, int told, boolean readingsWait) {
        if (left.count() > 0) {
            return readingsWait ? TELL_EVERY.toMillis() : 0;
        }
        return Math.clamp(
                1_000L * told / FRESH_HOURS_A_SECOND,
                TELL_EVERY.toMillis(),
                LONGEST_REST.toMillis());
    }

    private static void tellTooLate(Task begun, long now) {
        var hours = new ArrayList<TooLate>();
        begun.tooLate()
                .take(POINTS_TOGETHER)
                .forEach((point, stretches) -> {
                    var ranges = new ArrayList<HourRange>();
                    stretches.forEach((hour, first, last) -> ranges.add(new HourRange(hour, hour)));
                    HourRange.merged(ranges)
                            .forEach(range ->
                                    hours.add(new TooLate(point, range.first(), range.last())));
                });
        int partition = begun.partition();
        for (int from = 0; from < hours.size(); from += PointHours.MAX_HOURS) {
            List<TooLate> part =
                    hours.subList(from, Math.min(hours.size(), from + PointHours.MAX_HOURS));
            begun.context().forward(new Record<>(partition, PointHours.ofTooLate(part), now));
        }
    }

    /// At least some points, however slow they are, so that all get their turn.
    private void take(
            Task begun,
            UntoldChanges changes,
            int together,
            int most,
            long end,
            List<PointHour> hours) {
        do {
            Map<Integer, Stretches> taken = changes.take(together);
            Map<Integer, Meter> known = meters.of(taken.keySet());
            taken.forEach((point, stretches) ->
                    Optional.ofNullable(known.get(point))
                            .ifPresent(meter -> {
                                if (changes == begun.replays()) {
                                    replay(begun, point, stretches, meter, hours);
                                } else {
                                    recompute(begun, point, stretches, meter, hours);
                                }
                            }));
        } while (changes.count() > 0 && hours.size() < most && System.nanoTime() - end < 0);
    }

    private static void forward(Task begun, List<PointHour> hours, long now) {
        int partition = begun.partition();
        for (int from = 0; from < hours.size(); from += PointHours.MAX_HOURS) {
            List<PointHour> part =
                    hours.subList(from, Math.min(hours.size(), from + PointHours.MAX_HOURS));
            begun.context().forward(new Record<>(partition, new PointHours(part), now));
        }
    }

    private static void recompute(
            Task begun, int point, Stretches changed, Meter meter, List<PointHour> hours) {
        var ranges = new ArrayList<HourRange>();
        changed.forEach(
                (hour, first, last) -> ranges.add(begun.history().dependingOn(point, first, last)));
        for (HourRange range : HourRange.merged(ranges)) {
            for (HourAmount hour : computed(begun.history(), point, meter, range)) {
                begun.told().change(point, hour).ifPresent(hours::add);
            }
        }
    }

    /// Readings of settled hours are no longer there: these hours stay as they are.
    private static void replay(
            Task begun, int point, Stretches asked, Meter meter, List<PointHour> hours) {
        asked.forEach((hour, first, last) -> {
            var range = new HourRange(HourlyAmounts.hourOf(first), HourlyAmounts.hourOf(last));
            begun.history()
                    .withReadings(point, range)
                    .ifPresent(found -> replay(begun, point, found, meter, hours));
        });
    }

    private static void replay(
            Task begun, int point, HourRange range, Meter meter, List<PointHour> hours) {
        for (HourAmount hour : computed(begun.history(), point, meter, range)) {
            if (!begun.history().isSettled(point, hour.hour())) {
                begun.told().again(point, hour).ifPresent(hours::add);
            }
        }
    }

    /// Part by part where it is long, since the readings of a part are all in memory.
    private static List<HourAmount> computed(
            ReadingHistory history, int point, Meter meter, HourRange range) {
        var hours = new ArrayList<HourAmount>();
        for (HourRange part : range.parts(HOURS_COMPUTED_TOGETHER)) {
            Set<Integer> revised = history.revisedHours(point, part);
            for (HourAmount hour :
                    HourlyAmounts.of(
                            meter,
                            history.around(point, part, meter.revisions()),
                            part.first(),
                            part.last())) {
                hours.add(revised.contains(hour.hour()) ? revised(hour) : hour);
            }
        }
        return hours;
    }

    private static HourAmount revised(HourAmount hour) {
        Set<HourFlag> flags = EnumSet.of(HourFlag.REVISED);
        flags.addAll(hour.flags());
        return new HourAmount(
                hour.hour(),
                hour.amount(),
                hour.measuredShare(),
                hour.coveredShare(),
                flags,
                hour.quarters());
    }
}
