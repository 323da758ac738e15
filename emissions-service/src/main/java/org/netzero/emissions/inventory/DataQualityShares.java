package org.netzero.emissions.inventory;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.Provenance;
import org.netzero.emissions.quality.QualityTotal;

/// How good the data behind a total is, each result weighted with its absolute amount. Shares are
/// of all emissions and rounded down; all of them are null where there are none.
///
/// @param score the mean of what has one, from 1, the best, to 5; null while nothing has
/// @param scoredShare the share that has one
/// @param unknownShare the share of which nobody said how it came to be known
public record DataQualityShares(
        @Nullable BigDecimal score,
        @Nullable BigDecimal scoredShare,
        @Nullable BigDecimal measuredShare,
        @Nullable BigDecimal invoicedShare,
        @Nullable BigDecimal estimatedShare,
        @Nullable BigDecimal statedShare,
        @Nullable BigDecimal defaultedShare,
        @Nullable BigDecimal unknownShare) {

    static DataQualityShares of(QualityTotal<Provenance> total) {
        return new DataQualityShares(
                total.score().orElse(null),
                total.scoredShare().orElse(null),
                share(total, Provenance.MEASURED),
                share(total, Provenance.INVOICED),
                share(total, Provenance.ESTIMATED),
                share(total, Provenance.STATED),
                share(total, Provenance.DEFAULTED),
                total.unknownShare().orElse(null));
    }

    private static @Nullable BigDecimal share(QualityTotal<Provenance> total, Provenance how) {
        SortedMap<Provenance, BigDecimal> shares = total.shares();
        Optional<BigDecimal> none = total.unknownShare().map(any -> BigDecimal.ZERO);
        return Optional.ofNullable(shares.get(how)).or(() -> none).orElse(null);
    }
}
