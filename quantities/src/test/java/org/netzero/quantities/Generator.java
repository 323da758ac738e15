package org.netzero.quantities;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Random values of one seed. A test that fails shows its seed in its display name.
final class Generator {

    private static final int SEEDS = 300;
    private static final int MAX_BITS = 70;
    private static final int MAX_DECIMALS = 15;

    private final Random random;

    Generator(long seed) {
        random = new Random(seed);
    }

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    BigDecimal amount() {
        BigInteger digits = new BigInteger(1 + random.nextInt(MAX_BITS), random);
        BigDecimal amount = new BigDecimal(digits, random.nextInt(MAX_DECIMALS + 1));
        return random.nextInt(4) == 0 ? amount.negate() : amount;
    }

    Unit unit() {
        return oneOf(List.of(Unit.values()));
    }

    Unit unitCompatibleWith(Unit unit) {
        return oneOf(Stream.of(Unit.values()).filter(unit::compatibleWith).toList());
    }

    Unit unitNotCompatibleWith(Unit unit) {
        return oneOf(
                Stream.of(Unit.values()).filter(other -> !unit.compatibleWith(other)).toList());
    }

    Quantity quantity(Unit unit) {
        return new Quantity(amount(), unit);
    }

    GwpSet gwpSet() {
        return oneOf(List.of(GwpSet.values()));
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
