package org.netzero.emissions.reconciliation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.publishedfigure.Figure;
import org.netzero.platform.listing.Table;

/// One published figure beside the computed one, in the published unit.
///
/// @param method where a report does not say which method it used, each gets a line; null elsewhere
/// @param computed null: nothing to compute it from is on record
/// @param difference computed − published
/// @param differencePercent of the published figure
/// @param comment what the difference is made of, or why there is none
record Comparison(
        String figure,
        @Nullable Scope2Method method,
        String unit,
        @Nullable BigDecimal computed,
        BigDecimal published,
        @Nullable BigDecimal difference,
        @Nullable BigDecimal differencePercent,
        String comment) {

    static final List<String> COLUMNS =
            List.of(
                    "figure",
                    "method",
                    "unit",
                    "computed",
                    "published",
                    "difference",
                    "differencePercent",
                    "comment");

    private static final int PERCENT_DECIMALS = 4;

    static Comparison of(
            Figure figure,
            @Nullable Scope2Method method,
            String unit,
            @Nullable BigDecimal computed,
            BigDecimal published,
            String comment) {
        BigDecimal difference = computed == null ? null : computed.subtract(published);
        BigDecimal percent =
                difference == null || published.signum() == 0
                        ? null
                        : difference
                                .movePointRight(2)
                                .divide(published, PERCENT_DECIMALS, RoundingMode.HALF_EVEN);
        return new Comparison(
                figure.key(), method, unit, computed, published, difference, percent, comment);
    }

    List<@Nullable Object> row() {
        return Table.row(
                figure, method, unit, computed, published, difference, differencePercent, comment);
    }
}
