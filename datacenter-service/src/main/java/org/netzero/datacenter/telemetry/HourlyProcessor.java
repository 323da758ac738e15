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

/// Stores a batch of readings and passes on the hours that changed by it, each once per batch.
///
/// Hours are a function of the stored readings alone, so it does not matter in which order, in
/// which batches or how often a reading arrives. Readings, state and hours are committed in one
/// Kafka transaction: after a death in between, all three are as they were after the last commit,
/// and the batch is taken again.
final class HourlyProcessor implements Processor<Integer, PackedReadings, Integer, PointHours> {

    private static final Logger LOG = Logger.getLogger(HourlyProcessor.class);

    private static final Duration SETTLE_EVERY = Duration.ofDays(1);

    private final String readingStore;
    private final String settledStore;
    private final Duration correctable;
    private final Meters meters;
    private @Nullable ProcessorContext<Integer, PointHours> context;
    private @Nullable ReadingHistory history;

    /// @param correctable how long an hour that did not change can still be corrected
    HourlyProcessor(String readingStore, String settledStore, Duration correctable, Meters meters) {
        this.readingStore = readingStore;
        this.settledStore = settledStore;
        this.correctable = correctable;
        this.meters = meters;
    }

    /// Knows how the readings of points become amounts.
    @FunctionalInterface
    interface Meters {
        /// @return by the number of the point; points whose readings have no amounts are missing
        Map<Integer, Meter> of(Set<Integer> points);
    }

    @Override
    public void init(ProcessorContext<Integer, PointHours> context) {
        this.context = context;
        var readings =
                new ReadingHistory(
                        context.getStateStore(readingStore),
                        new SettledHours(context.getStateStore(settledStore)));
        this.history = readings;
        context.schedule(
                SETTLE_EVERY,
                PunctuationType.STREAM_TIME,
                now -> readings.settle(hourOf(now - correctable.toMillis())));
    }

    private static int hourOf(long epochMillis) {
        return (int) TimeUnit.MILLISECONDS.toHours(epochMillis);
    }

    @Override
    public void process(Record<Integer, PackedReadings> batch) {
        ReadingHistory readings = requireNonNull(history, "init comes first");
        ReadingHistory.Added added = readings.add(batch.value(), hourOf(batch.timestamp()));
        if (added.tooLate() > 0) {
            LOG.warnf(
                    "%d readings change nothing: their hours have not changed for %s and are settled",
                    added.tooLate(), correctable);
        }
        Map<Integer, Stretches> changed = added.changed();
        Map<Integer, Meter> known = meters.of(changed.keySet());
        var hours = new ArrayList<PointHours.PointHour>();
        for (Map.Entry<Integer, Stretches> point : changed.entrySet()) {
            Optional.ofNullable(known.get(point.getKey()))
                    .ifPresent(meter ->
                            recompute(readings, point.getKey(), point.getValue(), meter, hours));
        }
        for (int from = 0; from < hours.size(); from += PointHours.MAX_HOURS) {
            List<PointHours.PointHour> part =
                    hours.subList(from, Math.min(hours.size(), from + PointHours.MAX_HOURS));
            requireNonNull(context).forward(batch.withValue(new PointHours(part)));
        }
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
