package org.netzero.energy.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// The renewable share of electricity that is to be reached year by year.
///
/// @param shares those stated, as fractions from 0 to 1; between two stated years the path is a
///   straight line, before the first and after the last there is none
public record TargetPath(NavigableMap<Integer, BigDecimal> shares) {

    private static final int DECIMALS = 12;

    public TargetPath {
        if (shares.size() < 2) {
            throw new IllegalArgumentException("A path has two years at least: " + shares);
        }
        BigDecimal before = BigDecimal.ZERO;
        for (Map.Entry<Integer, BigDecimal> stated : shares.entrySet()) {
            BigDecimal share = stated.getValue();
            if (share.compareTo(before) < 0 || share.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException(
                        "The share of %d, %s, is above 1 or below the one before"
                                .formatted(stated.getKey(), share.toPlainString()));
            }
            before = share;
        }
        shares = Collections.unmodifiableNavigableMap(new TreeMap<>(shares));
    }

    public int firstYear() {
        return shares.firstKey();
    }

    public int lastYear() {
        return shares.lastKey();
    }

    /// The share of the last stated year.
    public BigDecimal end() {
        return shares.lastEntry().getValue();
    }

    /// Empty outside the stated years.
    public Optional<BigDecimal> in(int year) {
        Map.Entry<Integer, BigDecimal> from = shares.floorEntry(year);
        Map.Entry<Integer, BigDecimal> to = shares.ceilingEntry(year);
        if (from == null || to == null) {
            return Optional.empty();
        }
        int years = to.getKey() - from.getKey();
        if (years == 0) {
            return Optional.of(from.getValue());
        }
        BigDecimal rise = to.getValue().subtract(from.getValue());
        return Optional.of(
                from.getValue()
                        .add(
                                rise.multiply(BigDecimal.valueOf(year - from.getKey()))
                                        .divide(
                                                BigDecimal.valueOf(years),
                                                DECIMALS,
                                                RoundingMode.HALF_EVEN)));
    }
}
