package org.netzero.datacenter.telemetry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.datacenter.metering.HourlyAmounts;

class UntoldChangesTest {

    private static final int HOUR = 480_000;
    private static final long ARRIVED = HOUR * 3_600_000L;

    private final KeyValueStore<Integer, WaitingPoints> store = store();

    /// What a death finds waiting is at least what was not told, with all that changed of it.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothingThatWasNotToldIsForgottenByADeath(long seed) {
        var random = new Random(seed);
        var changes = new UntoldChanges(store);
        Map<Integer, Map<Integer, Long>> notTold = new TreeMap<>();
        for (int round = 0; round < 30; round++) {
            for (int i = random.nextInt(2_000); i > 0; i--) {
                int point = 1 + random.nextInt(3_000);
                int hour = HOUR + random.nextInt(3);
                long nano = hour * HourlyAmounts.HOUR_NANOS + random.nextInt(1_000);
                changes.add(point, hour, nano, ARRIVED);
                notTold.computeIfAbsent(point, p -> new TreeMap<>()).merge(hour, nano, Math::max);
            }
            changes.take(random.nextInt(1_500)).keySet().forEach(notTold::remove);
            changes.store();

            Map<Integer, Stretches> found = taken(new UntoldChanges(store));
            if (random.nextInt(3) == 0) {
                // goes on with what a death left, which may tell again what was told
                changes = new UntoldChanges(store);
            }

            assertThat(found).containsKeys(notTold.keySet().toArray(Integer[]::new));
            notTold.forEach((point, hours) ->
                    assertThat(lasts(requireNonNull(found.get(point))))
                            .allSatisfy((hour, nano) ->
                                    assertThat(nano)
                                            .isGreaterThanOrEqualTo(
                                                    hours.getOrDefault(hour, Long.MIN_VALUE)))
                            .containsKeys(hours.keySet().toArray(Integer[]::new)));
        }
    }

    @Test
    void nothingIsStoredOnceAllIsTold() {
        var changes = new UntoldChanges(store);
        for (int point = 1; point <= 25_000; point++) {
            add(changes, point, ARRIVED);
        }
        changes.store();
        assertThat(records()).hasSize(3);

        changes.take(24_000);
        changes.store();
        assertThat(records()).hasSize(1);

        changes.take(1_000);
        changes.store();
        assertThat(records()).isEmpty();
    }

    @Test
    void whatIsToldWaitsUntilItIsCommitted() {
        var changes = new UntoldChanges(store);
        assertThat(changes.waits()).isEqualTo(UntoldPoints.Waits.NOTHING);
        add(changes, 1, ARRIVED);
        add(changes, 2, ARRIVED + 500);
        add(changes, 1, ARRIVED + 900);
        assertThat(changes.waits()).isEqualTo(waits(2, ARRIVED));

        changes.take(1);
        assertThat(changes.waits()).isEqualTo(waits(2, ARRIVED));
        changes.goOn();
        assertThat(changes.waits()).isEqualTo(waits(2, ARRIVED));

        changes.store();
        assertThat(changes.waits()).isEqualTo(waits(2, ARRIVED));
        changes.goOn();
        assertThat(changes.waits()).isEqualTo(waits(1, ARRIVED + 500));

        changes.take(1);
        changes.store();
        changes.goOn();
        assertThat(changes.waits()).isEqualTo(UntoldPoints.Waits.NOTHING);
    }

    @Test
    void sinceWhenItWaitsIsNotKnownOfWhatADeathLeft() {
        var before = new UntoldChanges(store);
        add(before, 1, ARRIVED);
        before.store();

        var after = new UntoldChanges(store);
        add(after, 2, ARRIVED + 500);

        assertThat(after.waits()).isEqualTo(new UntoldPoints.Waits(2, OptionalLong.empty()));
        after.take(1);
        after.store();
        after.goOn();
        assertThat(after.waits()).isEqualTo(waits(1, ARRIVED + 500));
    }

    /// It is told before those that wait longer, and hides them no more than they hide it.
    @Test
    void aPointWithVeryManyHoursIsNotTakenForTheOneThatWaitsLongest() {
        var changes = new UntoldChanges(store);
        add(changes, 1, ARRIVED);
        for (int hour = 0; hour <= UntoldChanges.MOST_HOURS_OF_POINT; hour++) {
            changes.add(2, HOUR - hour, (HOUR - hour) * HourlyAmounts.HOUR_NANOS, ARRIVED + 500);
        }

        assertThat(changes.waits()).isEqualTo(waits(2, ARRIVED));
    }

    private static UntoldPoints.Waits waits(int points, long since) {
        return new UntoldPoints.Waits(points, OptionalLong.of(since));
    }

    private static void add(UntoldChanges changes, int point, long arrivedAt) {
        changes.add(point, HOUR, HOUR * HourlyAmounts.HOUR_NANOS, arrivedAt);
    }

    private static Map<Integer, Stretches> taken(UntoldChanges changes) {
        return changes.take(Integer.MAX_VALUE);
    }

    private static Map<Integer, Long> lasts(Stretches stretches) {
        Map<Integer, Long> lasts = new TreeMap<>();
        stretches.forEach((hour, first, last) -> lasts.put(hour, last));
        return lasts;
    }

    private List<KeyValue<Integer, WaitingPoints>> records() {
        try (var all = store.all()) {
            var records = new ArrayList<KeyValue<Integer, WaitingPoints>>();
            all.forEachRemaining(records::add);
            return records;
        }
    }

    private static KeyValueStore<Integer, WaitingPoints> store() {
        KeyValueStore<Integer, WaitingPoints> store =
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore("waiting"),
                                Serdes.Integer(),
                                WaitingPoints.serde())
                        .withLoggingDisabled()
                        .build();
        var context = new MockProcessorContext<>();
        store.init(context.getStateStoreContext(), store);
        return store;
    }
}
