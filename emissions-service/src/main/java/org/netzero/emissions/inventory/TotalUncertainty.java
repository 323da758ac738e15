package org.netzero.emissions.inventory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.quality.Uncertainty;
import org.netzero.platform.json.Decimals;

/// The 95 % interval of a total as far as it is known, by propagation of errors. Versions that were
/// stored before it was kept have `note` alone.
///
/// @param lowerKgCo2e null unless all of the total is covered: what is not known is not 0
/// @param upperKgCo2e the same
/// @param coveredShare of the total: the part of which the widths of activity data and factor are
///   known; null where there are no emissions
/// @param halfWidthKgCo2e of the covered part; null while nothing is covered
/// @param halfWidth the same as a share of the covered part
/// @param note what the figures stand for, and what would make them complete
public record TotalUncertainty(
        @Nullable BigDecimal lowerKgCo2e,
        @Nullable BigDecimal upperKgCo2e,
        @Nullable BigDecimal coveredShare,
        @Nullable BigDecimal coveredKgCo2e,
        @Nullable BigDecimal halfWidthKgCo2e,
        @Nullable BigDecimal halfWidth,
        String note) {

    private static final String REMEDY =
            "state it with activities and own factors, in the column uncertainty of their imports";
    private static final BigDecimal SMALLEST_PERCENTAGE = new BigDecimal("0.1");

    static TotalUncertainty of(Uncertainty known) {
        Optional<BigDecimal> bound = known.halfWidthKilograms().filter(width -> isOfAll(known));
        return new TotalUncertainty(
                bound.map(known.kilograms()::subtract).orElse(null),
                bound.map(known.kilograms()::add).orElse(null),
                known.coveredShare().orElse(null),
                known.coveredKilograms(),
                known.halfWidthKilograms().orElse(null),
                known.halfWidth().orElse(null),
                note(known));
    }

    private static boolean isOfAll(Uncertainty known) {
        return known.coveredShare()
                .map(share -> share.compareTo(BigDecimal.ONE) == 0)
                .orElse(false);
    }

    private static String note(Uncertainty known) {
        if (known.coveredShare().isEmpty()) {
            return "not computed: there are no emissions that it could be of";
        }
        if (known.halfWidthKilograms().isEmpty()) {
            return "not computed: of no result the uncertainty of both record and factor is known; "
                    + REMEDY;
        }
        return isOfAll(known)
                ? "95 % interval of all of the total, by propagation of errors"
                : "known of %s of the total, ± %s kg of its %s kg with 95 %% confidence; of the rest it is not: %s"
                        .formatted(
                                percent(known.coveredShare().get()),
                                whole(known.halfWidthKilograms().get()),
                                whole(known.coveredKilograms()),
                                REMEDY);
    }

    /// Rounded down, so that 100 % is all, and not to 0.
    private static String percent(BigDecimal share) {
        BigDecimal percentage = share.movePointRight(2).setScale(1, RoundingMode.DOWN);
        return percentage.signum() == 0
                ? "less than %s %%".formatted(SMALLEST_PERCENTAGE)
                : percentage + " %";
    }

    private static String whole(BigDecimal kilograms) {
        return Decimals.plain(kilograms.setScale(0, RoundingMode.HALF_EVEN));
    }
}
