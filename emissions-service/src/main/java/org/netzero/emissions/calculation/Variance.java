package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Compares the activity data of a year with the year before: what changed by more than the
/// threshold, by site and activity, and for a unit of each driver. What stands out is noted, for
/// somebody to look at; it changes no figure.
final class Variance {

    private static final MathContext DIGITS = MathContext.DECIMAL64;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final int year;
    private final Entries entries;
    private final PriorYear prior;

    /// Of one site, or of the company, one activity in one base unit.
    private record Subject(String site, String activity, Unit unit) implements Comparable<Subject> {

        @Override
        public int compareTo(Subject other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return "%s/%s/%s".formatted(site, activity, unit);
        }
    }

    Variance(int year, Entries entries, PriorYear prior) {
        this.year = year;
        this.entries = entries;
        this.prior = prior;
    }

    void check(YearAmounts now) {
        if (prior.amounts().isEmpty()) {
            return;
        }
        bySite(sums(now.bySite()), sums(prior.amounts().bySite()));
        Map<Subject, BigDecimal> company = sumsOfCompany(now);
        Map<Subject, BigDecimal> before = sumsOfCompany(prior.amounts());
        prior.drivers().forEach(driver -> byDriver(driver, company, before));
    }

    private void bySite(Map<Subject, BigDecimal> now, Map<Subject, BigDecimal> before) {
        before.forEach((subject, value) -> {
            Optional<BigDecimal> current = Optional.ofNullable(now.get(subject));
            if (current.isEmpty()) {
                entries.add(
                        Finding.note(
                                "ACTIVITY_VANISHED",
                                subject.toString(),
                                "%s of '%s' is on record for %d and not for %d; record it, or say why it ended"
                                        .formatted(
                                                subject.activity(),
                                                subject.site(),
                                                year - 1,
                                                year)));
            } else {
                change(value, current.get())
                        .ifPresent(change ->
                                entries.add(
                                        Finding.note(
                                                "VARIANCE",
                                                subject.toString(),
                                                "%s of '%s' changed by %s %% against %d, from %s to %s, more than %s %%; check the records"
                                                        .formatted(
                                                                subject.activity(),
                                                                subject.site(),
                                                                percent(change),
                                                                year - 1,
                                                                amount(value, subject),
                                                                amount(current.get(), subject),
                                                                percent(prior.threshold())))));
            }
        });
    }

    private void byDriver(
            PriorYear.DriverChange driver,
            Map<Subject, BigDecimal> now,
            Map<Subject, BigDecimal> before) {
        if (driver.before().signum() <= 0 || driver.now().signum() <= 0) {
            return;
        }
        before.forEach((subject, value) ->
                Optional.ofNullable(now.get(subject))
                        .flatMap(current ->
                                change(
                                        value.divide(driver.before(), DIGITS),
                                        current.divide(driver.now(), DIGITS)))
                        .ifPresent(change ->
                                entries.add(
                                        Finding.note(
                                                "VARIANCE_PER_DRIVER",
                                                "%s/%s".formatted(driver.driver(), subject),
                                                "%s for a unit of %s changed by %s %% against %d, more than %s %%; check the records"
                                                        .formatted(
                                                                subject.activity(),
                                                                driver.driver(),
                                                                percent(change),
                                                                year - 1,
                                                                percent(prior.threshold()))))));
    }

    /// The relative change, where it is beyond the threshold; a change from 0 has none.
    private Optional<BigDecimal> change(BigDecimal before, BigDecimal now) {
        return Optional.of(before)
                .filter(value -> value.signum() > 0)
                .map(value -> now.subtract(value).divide(value, DIGITS))
                .filter(change -> change.abs().compareTo(prior.threshold()) > 0);
    }

    private static Map<Subject, BigDecimal> sums(List<ActivityTotal> totals) {
        var sums = new TreeMap<Subject, BigDecimal>();
        for (ActivityTotal total : totals) {
            Unit base = total.quantity().unit().dimension().baseUnit();
            sums.merge(
                    new Subject(total.siteId().orElse("company"), total.activity(), base),
                    total.quantity().to(base).value(),
                    BigDecimal::add);
        }
        return sums;
    }

    private static Map<Subject, BigDecimal> sumsOfCompany(YearAmounts amounts) {
        return sums(
                amounts.ofCompany().stream()
                        .map(total ->
                                new ActivityTotal(
                                        Optional.empty(), total.activity(), total.quantity()))
                        .toList());
    }

    private static String percent(BigDecimal share) {
        return share.multiply(HUNDRED).setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }

    private static Quantity amount(BigDecimal value, Subject subject) {
        return new Quantity(value, subject.unit());
    }
}
