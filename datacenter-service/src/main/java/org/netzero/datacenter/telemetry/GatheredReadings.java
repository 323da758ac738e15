package org.netzero.datacenter.telemetry;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.netzero.datacenter.metering.HourlyAmounts;

/// Readings of some points within some hours as they arrived, gathered in the form in which the
/// state would hold them had nothing else arrived; and of each point the readings on either side of
/// the hours, on which the hours depend.
///
/// Where they are more than may be held, they are gathered of fewer points, or of a single point of
/// fewer hours: of the first ones. What is left is for another pass. A single hour of a single
/// point is held whatever it takes, as it is in the state.
final class GatheredReadings {

    /// What a point and hour takes in memory beside its readings, about, and what each revision
    /// does.
    private static final int CHUNK_BYTES = 250;

    private final BitSet points;
    private final long mostBytes;
    private final NavigableMap<Integer, NavigableMap<Integer, Chunk>> byPoint = new TreeMap<>();
    private HourRange hours;
    private long bytes;

    /// @param points numbers of the points, at least one
    /// @param mostBytes what they may take in memory, about
    GatheredReadings(BitSet points, HourRange hours, long mostBytes) {
        this.points = (BitSet) points.clone();
        this.hours = hours;
        this.mostBytes = mostBytes;
    }

    /// The last of the points of which all readings are gathered, as far as [#lastHour()].
    int lastPoint() {
        return points.length() - 1;
    }

    /// The last hour within which all readings are gathered.
    int lastHour() {
        return hours.last();
    }

    /// How many different readings there are within the hours.
    long count() {
        return byPoint.values().stream()
                .flatMap(held ->
                        held.subMap(hours.first(), true, hours.last(), true).values().stream())
                .mapToLong(chunk -> chunk.count() + chunk.revisions().size())
                .sum();
    }

    /// The next reading, in the order of arrival.
    void add(int point, long epochNano, double value) {
        if (!points.get(point) || PackedReadings.isMeterChange(value)) {
            return;
        }
        int hour = HourlyAmounts.hourOf(epochNano);
        NavigableMap<Integer, Chunk> held =
                byPoint.computeIfAbsent(point, first -> new TreeMap<>());
        if (isBeyondNeighbours(held, hour)) {
            return;
        }
        Chunk chunk = held.get(hour);
        if (chunk == null) {
            chunk = new Chunk(hour);
            held.put(hour, chunk);
        } else {
            bytes -= bytes(chunk);
        }
        chunk.add(epochNano, value, 0);
        bytes += bytes(chunk);
        if (hour < hours.first() || hour > hours.last()) {
            letGoOfFar(held);
        }
        while (bytes > mostBytes && isNarrowed()) {
            countBytes();
        }
    }

    private boolean isBeyondNeighbours(NavigableMap<Integer, Chunk> held, int hour) {
        if (hour < hours.first()) {
            return has(held.subMap(hour, false, hours.first(), false));
        }
        return hour > hours.last() && has(held.subMap(hours.last(), false, hour, false));
    }

    /// Whether it has all neighbours that an hour depends on.
    private static boolean has(NavigableMap<Integer, Chunk> between) {
        int count = 0;
        for (Chunk chunk : between.values()) {
            count += chunk.count();
            if (count >= HourlyAmounts.NEIGHBOURS) {
                return true;
            }
        }
        return false;
    }

    private void letGoOfFar(NavigableMap<Integer, Chunk> held) {
        List<Integer> far =
                Stream.of(held.headMap(hours.first(), false), held.tailMap(hours.last(), false))
                        .flatMap(side -> side.keySet().stream())
                        .filter(hour -> isBeyondNeighbours(held, hour))
                        .toList();
        far.forEach(hour -> bytes -= bytes(requireNonNull(held.remove(hour), "was listed")));
    }

    private static long bytes(Chunk chunk) {
        return CHUNK_BYTES * (1L + chunk.revisions().size()) + chunk.bytes();
    }

    private boolean isNarrowed() {
        if (points.cardinality() > 1) {
            int cut = points.stream().skip(points.cardinality() / 2).findFirst().orElseThrow();
            points.clear(cut, points.length());
            byPoint.tailMap(cut, true).clear();
            return true;
        }
        if (hours.first() < hours.last()) {
            hours =
                    new HourRange(
                            hours.first(), hours.first() + (hours.last() - hours.first()) / 2);
            byPoint.values().forEach(this::letGoOfFar);
            return true;
        }
        return false;
    }

    private void countBytes() {
        bytes =
                byPoint.values().stream()
                        .flatMap(held -> held.values().stream())
                        .mapToLong(GatheredReadings::bytes)
                        .sum();
    }

    /// Passes on all that is gathered, by point and time.
    ///
    /// @param completeFromNano as of [RereadReadings]
    void forEachRecord(long completeFromNano, Consumer<RereadReadings> records) {
        var record = new PackedReadings.Packer(16);
        for (Map.Entry<Integer, NavigableMap<Integer, Chunk>> point : byPoint.entrySet()) {
            for (Chunk chunk : point.getValue().values()) {
                Map<Long, List<Double>> further = further(chunk);
                for (int i = 0; i < chunk.count(); i++) {
                    long time = chunk.epochNano(i);
                    record.add(point.getKey(), time, chunk.value(i));
                    for (double value : further.getOrDefault(time, List.of())) {
                        record.add(point.getKey(), time, value);
                    }
                    if (record.count() >= RereadReadings.ENOUGH_READINGS) {
                        records.accept(new RereadReadings(completeFromNano, record.pack()));
                        record = new PackedReadings.Packer(RereadReadings.ENOUGH_READINGS);
                    }
                }
            }
        }
        if (record.count() > 0) {
            records.accept(new RereadReadings(completeFromNano, record.pack()));
        }
    }

    private static Map<Long, List<Double>> further(Chunk chunk) {
        Map<Long, List<Double>> further = new HashMap<>();
        for (Chunk.Revision revision : chunk.revisions()) {
            further.computeIfAbsent(revision.epochNano(), time -> new ArrayList<>())
                    .add(revision.value());
        }
        return further;
    }
}
