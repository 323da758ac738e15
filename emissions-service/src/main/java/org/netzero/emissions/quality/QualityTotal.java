package org.netzero.emissions.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The quality of the data behind a sum of emissions, each result weighted with its absolute
/// amount. Totals add, so they can be summed wherever results are.
///
/// @param <P> the ways in which figures come to be known
/// @param kilograms Σ |kg|
/// @param scoredKilograms Σ |kg| of results whose record has a score
/// @param scores Σ |kg| × score of those
/// @param byProvenance Σ |kg| by how the record came to be known; what is not known is in none
public record QualityTotal<P extends Enum<P>>(
        BigDecimal kilograms,
        BigDecimal scoredKilograms,
        BigDecimal scores,
        SortedMap<P, BigDecimal> byProvenance) {

    private static final int DECIMALS = 12;

    /// @throws IllegalArgumentException if a part is more than the whole
    public QualityTotal {
        byProvenance = Collections.unmodifiableSortedMap(new TreeMap<>(byProvenance));
        BigDecimal known = byProvenance.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (scoredKilograms.signum() < 0
                || scoredKilograms.compareTo(kilograms) > 0
                || known.compareTo(kilograms) > 0) {
            throw new IllegalArgumentException(
                    "Of %s kg not %s kg have a score and %s kg a provenance"
                            .formatted(
                                    kilograms.toPlainString(),
                                    scoredKilograms.toPlainString(),
                                    known.toPlainString()));
        }
    }

    /// Of nothing.
    public static <P extends Enum<P>> QualityTotal<P> none() {
        return new QualityTotal<>(
                BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, new TreeMap<P, BigDecimal>());
    }

    /// Of one result.
    public static <P extends Enum<P>> QualityTotal<P> of(
            BigDecimal kilograms, RecordQuality quality, Optional<P> provenance) {
        BigDecimal size = kilograms.abs();
        var known = new TreeMap<P, BigDecimal>();
        provenance.ifPresent(how -> known.put(how, size));
        Optional<BigDecimal> score = quality.score();
        return new QualityTotal<>(
                size,
                score.isPresent() ? size : BigDecimal.ZERO,
                score.map(size::multiply).orElse(BigDecimal.ZERO),
                known);
    }

    public QualityTotal<P> plus(QualityTotal<P> other) {
        var known = new TreeMap<>(byProvenance);
        other.byProvenance.forEach((how, size) -> known.merge(how, size, BigDecimal::add));
        return new QualityTotal<>(
                kilograms.add(other.kilograms),
                scoredKilograms.add(other.scoredKilograms),
                scores.add(other.scores),
                known);
    }

    /// The mean score of what has one, from 1, the best, to 5; empty while nothing has. 12
    /// decimals.
    public Optional<BigDecimal> score() {
        return scoredKilograms.signum() == 0
                ? Optional.empty()
                : Optional.of(scores.divide(scoredKilograms, DECIMALS, RoundingMode.HALF_EVEN));
    }

    /// The share of the amount that has a score, rounded down to 12 decimals, so that 1 means all;
    /// empty where there is nothing.
    public Optional<BigDecimal> scoredShare() {
        return share(scoredKilograms);
    }

    /// The share of the amount by how it came to be known, rounded down to 12 decimals; together
    /// below 1 where that is not known of all. Empty where there is nothing.
    public SortedMap<P, BigDecimal> shares() {
        var shares = new TreeMap<P, BigDecimal>();
        byProvenance.forEach((how, size) -> share(size).ifPresent(s -> shares.put(how, s)));
        return shares;
    }

    /// The share of the amount of which it is not known how it came to be known, rounded down to 12
    /// decimals; empty where there is nothing.
    public Optional<BigDecimal> unknownShare() {
        return share(byProvenance.values().stream().reduce(kilograms, BigDecimal::subtract));
    }

    private Optional<BigDecimal> share(BigDecimal part) {
        return kilograms.signum() == 0
                ? Optional.empty()
                : Optional.of(part.divide(kilograms, DECIMALS, RoundingMode.DOWN));
    }
}
