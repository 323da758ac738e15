package org.netzero.gateway.roadmap.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeTest {

    /// Product of what is left, so that what a part moves depends on the others.
    private static Function<BitSet, SortedMap<String, BigDecimal>> product(double... left) {
        return changed -> {
            double value = 1_000;
            for (int i = changed.nextSetBit(0); i >= 0; i = changed.nextSetBit(i + 1)) {
                value *= left[i];
            }
            return new TreeMap<>(
                    Map.of("gross", new BigDecimal(String.format(Locale.ROOT, "%.6f", value))));
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void thePartsSumToTheWholeToTheLastDigit(long seed) {
        // Given
        Random chance = new Random(seed);
        double[] left = chance.doubles(1 + chance.nextInt(12), 0.3, 1.4).toArray();
        var model = product(left);
        BitSet all = new BitSet();
        all.set(0, left.length);
        // When
        List<SortedMap<String, BigDecimal>> moves = Bridge.moves(left.length, model);
        // Then
        BigDecimal sum =
                moves.stream().map(BridgeTest::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum)
                .isEqualByComparingTo(
                        gross(Bridge.difference(model.apply(all), model.apply(new BitSet()))));
    }

    private static BigDecimal gross(SortedMap<String, BigDecimal> figures) {
        return figures.getOrDefault("gross", BigDecimal.ZERO);
    }

    @Test
    void ofTwoPartsNeitherComesBeforeTheOther() {
        var there = Bridge.moves(2, product(0.9, 0.4));
        var back = Bridge.moves(2, product(0.4, 0.9));
        assertThat(gross(there.getFirst())).isEqualByComparingTo("-70");
        assertThat(gross(there.getLast())).isEqualByComparingTo("-570");
        assertThat(back).isEqualTo(there.reversed());
    }

    @Test
    void aFigureThatIsNotThereInBetweenHasNoMove() {
        Function<BitSet, SortedMap<String, BigDecimal>> model =
                changed ->
                        changed.cardinality() == 1
                                ? new TreeMap<>()
                                : new TreeMap<>(Map.of("target", BigDecimal.ONE));
        assertThat(Bridge.moves(2, model)).allSatisfy(move -> assertThat(move).isEmpty());
    }
}
