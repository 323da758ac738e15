package org.netzero.energy.microgrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MicrogridTest {

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    private static BitSet all(int hours) {
        var all = new BitSet();
        all.set(0, hours);
        return all;
    }

    private static Microgrid random(int seed, boolean meteredLoad) {
        var random = new Random(seed);
        int hours = 1 + random.nextInt(200);
        Map<SiteFlow, long[]> streams = new EnumMap<>(SiteFlow.class);
        for (SiteFlow stream : SiteFlow.values()) {
            boolean has = stream == SiteFlow.METERED_LOAD ? meteredLoad : random.nextInt(4) > 0;
            if (has) {
                streams.put(stream, random.longs(hours, 0, 1L << 40).toArray());
            }
        }
        streams.putIfAbsent(SiteFlow.GRID_IMPORT, random.longs(hours, 0, 1L << 40).toArray());
        BitSet expected = all(hours);
        BitSet known = all(hours);
        for (int hour = 0; hour < hours; hour++) {
            expected.set(hour, random.nextInt(10) > 0);
            known.set(hour, expected.get(hour) && random.nextInt(10) > 0);
        }
        return new Microgrid(streams, known, expected, meteredLoad ? all(hours) : new BitSet());
    }

    private static int hoursOf(Microgrid grid) {
        return grid.streams().values().iterator().next().length;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theBalanceOfEveryHourClosesToTheLastJoule(int seed) {
        Microgrid grid = random(seed, false);
        for (int hour = 0; hour < hoursOf(grid); hour++) {
            Microgrid.Part part = grid.part(hour, hour + 1);
            if (!grid.known().get(hour)) {
                assertThat(part.load()).as("seed %d", seed).isEmpty();
                continue;
            }
            assertThat(part.residual()).as("seed %d, hour %d", seed, hour).contains(0L);
            assertThat(into(part)).as("seed %d, hour %d", seed, hour).isEqualTo(outOf(part));
        }
    }

    private static long into(Microgrid.Part part) {
        return List.of(
                        SiteFlow.GRID_IMPORT,
                        SiteFlow.PV,
                        SiteFlow.WIND,
                        SiteFlow.OTHER_GENERATION,
                        SiteFlow.STORAGE_DISCHARGE)
                .stream()
                .mapToLong(stream -> part.of(stream).orElse(0L))
                .sum();
    }

    private static long outOf(Microgrid.Part part) {
        return part.load().orElseThrow()
                + part.of(SiteFlow.STORAGE_CHARGE).orElse(0L)
                + part.of(SiteFlow.GRID_EXPORT).orElse(0L);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void daysAreTheSumsOfTheirHoursAndCloseAsWell(int seed) {
        Microgrid grid = random(seed, false);
        int hours = hoursOf(grid);
        Microgrid.Part whole = grid.part(0, hours);
        long load =
                IntStream.range(0, hours)
                        .mapToLong(hour -> grid.part(hour, hour + 1).load().orElse(0L))
                        .sum();
        assertThat(whole.load().orElse(0L)).as("seed %d", seed).isEqualTo(load);
        assertThat(whole.residual().orElse(0L)).as("seed %d", seed).isZero();
        assertThat(whole.hours() + whole.missingHours()).isEqualTo(grid.expected().cardinality());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aMeteredLoadLeavesWhatItDiffersByAsTheResidual(int seed) {
        Microgrid grid = random(seed, true);
        for (int hour = 0; hour < hoursOf(grid); hour++) {
            Microgrid.Part part = grid.part(hour, hour + 1);
            if (grid.known().get(hour)) {
                assertThat(into(part) - outOf(part))
                        .as("seed %d, hour %d", seed, hour)
                        .isEqualTo(part.residual().orElseThrow());
            }
        }
    }

    @Test
    void aLoadThatIsMeteredInSomeHoursIsDerivedInTheOthers() {
        Map<SiteFlow, long[]> streams = new EnumMap<>(SiteFlow.class);
        streams.put(SiteFlow.GRID_IMPORT, new long[] {10, 10});
        streams.put(SiteFlow.METERED_LOAD, new long[] {0, 9});
        var metered = new BitSet();
        metered.set(1);
        var grid = new Microgrid(streams, all(2), all(2), metered);
        assertThat(grid.part(0, 1).load()).contains(10L);
        assertThat(grid.part(0, 1).residual()).contains(0L);
        assertThat(grid.part(1, 2).load()).contains(9L);
        assertThat(grid.part(0, 2).load()).contains(19L);
        assertThat(grid.part(0, 2).residual()).contains(1L);
    }

    @Test
    void whatIsCurtailedIsInNoBalance() {
        Map<SiteFlow, long[]> streams = new EnumMap<>(SiteFlow.class);
        streams.put(SiteFlow.PV, new long[] {10});
        streams.put(SiteFlow.CURTAILED, new long[] {90});
        assertThat(new Microgrid(streams, all(1), all(1), new BitSet()).part(0, 1).load())
                .contains(10L);
    }

    @Test
    void streamsOfDifferentLengthsAreNoGrid() {
        Map<SiteFlow, long[]> streams = new EnumMap<>(SiteFlow.class);
        streams.put(SiteFlow.PV, new long[] {10});
        streams.put(SiteFlow.WIND, new long[] {90, 3});
        assertThatThrownBy(() -> new Microgrid(streams, all(1), all(1), new BitSet()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
