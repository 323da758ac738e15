package org.netzero.energy.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.netzero.energy.balance.Span;
import org.netzero.energy.plant.ExpectedYield;
import org.netzero.energy.plant.Plant;

/// The local days of a period on which a plant was in operation: from its commissioning to its
/// decommissioning, as far as they have passed.
///
/// @param zone that of its site
record InOperation(Span days, ZoneId zone) {

    private static final int KWH_DECIMALS = 12;

    /// Empty when it was not in operation on any of them.
    static Optional<InOperation> of(Plant plant, Span period, ZoneId zone, LocalDate today) {
        LocalDate from = later(period.start(), plant.commissioned());
        LocalDate to =
                earlier(earlier(period.end(), today), plant.decommissioned().orElse(LocalDate.MAX));
        return from.isBefore(to)
                ? Optional.of(new InOperation(new Span(from, to), zone))
                : Optional.empty();
    }

    /// On the clock of the site: a day has 23 to 25 hours.
    long seconds() {
        return days.end().atStartOfDay(zone).toEpochSecond()
                - days.start().atStartOfDay(zone).toEpochSecond();
    }

    long count() {
        return ChronoUnit.DAYS.between(days.start(), days.end());
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(days.start()) && day.isBefore(days.end());
    }

    /// What was expected of these days: of each month, or each year, its days in operation as a
    /// part of all its days.
    BigDecimal expectedKwh(ExpectedYield expected) {
        BigDecimal sum = BigDecimal.ZERO;
        LocalDate from = days.start();
        while (from.isBefore(days.end())) {
            LocalDate to = earlier(days.end(), from.withDayOfMonth(1).plusMonths(1));
            sum = sum.add(expectedKwh(expected, from, ChronoUnit.DAYS.between(from, to)));
            from = to;
        }
        return sum;
    }

    private static BigDecimal expectedKwh(ExpectedYield expected, LocalDate from, long count) {
        boolean byMonth = !expected.byMonthKwh().isEmpty();
        BigDecimal whole =
                byMonth
                        ? expected.byMonthKwh().get(from.getMonthValue() - 1)
                        : expected.perYearKwh();
        long all = byMonth ? YearMonth.from(from).lengthOfMonth() : from.lengthOfYear();
        return whole.multiply(BigDecimal.valueOf(count))
                .divide(BigDecimal.valueOf(all), KWH_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
