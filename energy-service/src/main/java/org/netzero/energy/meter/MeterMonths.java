package org.netzero.energy.meter;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.balance.FindingCode;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.Span;
import org.netzero.energy.consumption.MeteredMonths;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.Sites;
import org.netzero.platform.input.Period;

/// The months of all meters. A month that changed is summed from its days a few seconds later, once
/// for all batches that changed it, and so is what the other services are told of it.
@ApplicationScoped
public class MeterMonths {

    /// Below this share of its minutes a day is only indicative.
    private static final double COMPLETE = 0.95;

    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MINUTES_PER_HOUR = 60;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final Logger LOG = Logger.getLogger(MeterMonths.class);

    private final MeterDays days;
    private final MeterTable meters;
    private final MeteredMonthTable table;
    private final MeteredMonths months;
    private final Sites sites;
    private final Clock clock;

    MeterMonths(
            MeterDays days,
            MeterTable meters,
            MeteredMonthTable table,
            MeteredMonths months,
            Sites sites,
            Clock clock) {
        this.days = days;
        this.meters = meters;
        this.table = table;
        this.months = months;
        this.sites = sites;
        this.clock = clock;
    }

    /// Sums every month that changed. Whoever does so at the same moment waits for the other, and
    /// so does an import, which is why it is not done more often.
    @Scheduled(every = "3s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sumWhatChanged() {
        var changed = new TreeSet<>(days.changedSeries());
        changed.addAll(days.seriesCountedOtherwise());
        sumWhatChanged(changed);
    }

    /// Sums the months of some series that changed. One that cannot be summed stops no other, and
    /// is tried again the next time.
    void sumWhatChanged(Collection<Series> changed) {
        for (Series series : new TreeSet<>(changed)) {
            try {
                sumWhatChanged(series);
            } catch (RuntimeException failed) {
                LOG.errorf(failed, "The months of %s could not be summed", series);
            }
        }
    }

    private void sumWhatChanged(Series series) {
        days.countedOtherwise(series)
                .forEach(meter ->
                        QuarkusTransaction.requiringNew().run(() -> countAgain(series, meter)));
        QuarkusTransaction.requiringNew().run(() -> sumMonths(series));
    }

    /// Days are counted on the clock of their site. When that changed, those of each meter are
    /// counted again, one meter at a time: what it measured in decades would hold up the change of
    /// the site. An import that still counted on the old clock was waited for, or is found here the
    /// next time.
    private void countAgain(Series series, int meter) {
        months.hold(List.of(series));
        if (days.countedOtherwise(series).contains(meter)) {
            days.countAgain(meter, sites.get(series.siteId()).timeZone().getId());
        }
    }

    private void sumMonths(Series series) {
        months.hold(List.of(series));
        List<YearMonth> changed = days.takeChanged(series);
        if (changed.isEmpty()) {
            return;
        }
        days.noteFirstDays(series);
        List<MeterTable.Known> expected =
                meters.of(series).stream().filter(known -> known.meter().isSummed()).toList();
        ZoneId zone = sites.get(series.siteId()).timeZone();
        Map<YearMonth, List<MeterDays.Day>> known = days.of(series, changed);
        for (YearMonth month : changed) {
            List<MeterDays.Day> measured = known.getOrDefault(month, List.of());
            if (measured.isEmpty()) {
                table.remove(series, month);
                months.remove(series, month);
            } else {
                put(series, month, measured, wholeDays(measured, expected, zone));
            }
        }
        months.tell(series);
    }

    private void put(
            Series series, YearMonth month, List<MeterDays.Day> measured, List<Span> wholeDays) {
        BigDecimal joules = sum(measured, MeterDays.Day::joules);
        table.put(
                new MeteredMonthTable.Metered(
                        series,
                        month,
                        joules,
                        sum(measured, MeterDays.Day::estimatedJoules),
                        measured.stream().mapToLong(MeterDays.Day::minutes).sum()));
        months.put(
                series,
                month,
                ExactEnergy.kwh(joules),
                measured.stream().mapToLong(MeterDays.Day::intervals).sum(),
                wholeDays);
    }

    private static BigDecimal sum(
            List<MeterDays.Day> measured, java.util.function.ToLongFunction<MeterDays.Day> what) {
        return measured.stream()
                .map(day -> BigDecimal.valueOf(what.applyAsLong(day)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Span> wholeDays(
            List<MeterDays.Day> measured, List<MeterTable.Known> meters, ZoneId zone) {
        var whole = new ArrayList<Span>();
        for (MeterDays.Day day : measured) {
            long expected =
                    minutesOf(day.day(), zone)
                            * meters.stream().filter(m -> m.isExpectedOn(day.day())).count();
            if (day.minutes() >= COMPLETE * expected) {
                whole.add(new Span(day.day(), day.day().plusDays(1)));
            }
        }
        return whole;
    }

    /// 1,380 to 1,500.
    private static long minutesOf(LocalDate day, ZoneId zone) {
        return minutesOf(day, day.plusDays(1), zone);
    }

    private static long minutesOf(LocalDate from, LocalDate to, ZoneId zone) {
        return (to.atStartOfDay(zone).toEpochSecond() - from.atStartOfDay(zone).toEpochSecond())
                / SECONDS_PER_MINUTE;
    }

    /// What is missing of the intervals of a period, and what of them is estimated: a finding for
    /// each series. Days that have not passed are not expected yet.
    public List<Finding> findings(Period period, Optional<String> siteId) {
        Map<Series, List<MeterTable.InService>> expected =
                meters.inService(siteId).stream()
                        .collect(
                                Collectors.groupingBy(
                                        MeterTable.InService::series,
                                        TreeMap::new,
                                        Collectors.toList()));
        if (expected.isEmpty()) {
            return List.of();
        }
        Map<Series, List<MeteredMonthTable.Metered>> measured =
                table.between(period.start(), period.end(), siteId).stream()
                        .filter(month ->
                                !month.month().plusMonths(1).atDay(1).isAfter(period.end()))
                        .collect(Collectors.groupingBy(MeteredMonthTable.Metered::series));
        Map<String, Site> places =
                sites.named(expected.keySet().stream().map(Series::siteId).toList());
        var findings = new ArrayList<Finding>();
        expected.forEach((series, known) -> {
            Site site = places.get(series.siteId());
            if (site != null) {
                findings.addAll(
                        new Completeness(series, known, site.timeZone())
                                .findings(period, measured.getOrDefault(series, List.of())));
            }
        });
        return findings;
    }

    /// Days that a meter of a series is in service.
    ///
    /// @param from the first of them
    /// @param to the day after the last one; empty where there is no end
    public record ServiceDays(Series series, LocalDate from, Optional<LocalDate> to) {}

    /// Of which days intervals are expected, of one site or of all.
    public List<ServiceDays> serviceDays(Optional<String> siteId) {
        return meters.inService(siteId).stream()
                .map(alike -> new ServiceDays(alike.series(), alike.from(), alike.to()))
                .toList();
    }

    /// How much of what is expected of a series is there.
    private final class Completeness {

        private final Series series;
        private final List<MeterTable.InService> expected;
        private final ZoneId zone;

        Completeness(Series series, List<MeterTable.InService> expected, ZoneId zone) {
            this.series = series;
            this.expected = expected;
            this.zone = zone;
        }

        List<Finding> findings(Period period, List<MeteredMonthTable.Metered> measured) {
            long wanted = 0;
            long there = 0;
            var incomplete = new ArrayList<YearMonth>();
            Map<YearMonth, Long> minutes =
                    measured.stream()
                            .collect(
                                    Collectors.toMap(
                                            MeteredMonthTable.Metered::month,
                                            MeteredMonthTable.Metered::minutes));
            for (YearMonth month : monthsIn(period)) {
                long found = minutes.getOrDefault(month, 0L);
                long due = Math.max(dueMinutes(month), found);
                wanted += due;
                there += found;
                if (found < due) {
                    incomplete.add(month);
                }
            }
            var findings = new ArrayList<Finding>();
            if (there < wanted) {
                findings.add(gaps(period, wanted, there, incomplete));
            }
            estimates(period, measured).ifPresent(findings::add);
            return findings;
        }

        private long dueMinutes(YearMonth month) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
            long due = 0;
            for (MeterTable.InService alike : expected) {
                LocalDate from = later(month.atDay(1), alike.from());
                LocalDate to =
                        earlier(
                                earlier(month.plusMonths(1).atDay(1), today),
                                alike.to().orElse(LocalDate.MAX));
                due += from.isBefore(to) ? alike.meters() * minutesOf(from, to, zone) : 0;
            }
            return due;
        }

        private Finding gaps(Period period, long wanted, long there, List<YearMonth> incomplete) {
            return new Finding(
                    FindingCode.METER_GAPS,
                    series + "/" + period,
                    "%s of %s hours (%s %%) have no interval, in %s; they are missing from the sum, not zero"
                            .formatted(
                                    hours(wanted - there),
                                    hours(wanted),
                                    percent(
                                            BigDecimal.valueOf(wanted - there),
                                            BigDecimal.valueOf(wanted)),
                                    incomplete.stream()
                                            .map(YearMonth::toString)
                                            .collect(Collectors.joining(", "))));
        }

        private Optional<Finding> estimates(
                Period period, List<MeteredMonthTable.Metered> measured) {
            BigDecimal estimated =
                    measured.stream()
                            .map(MeteredMonthTable.Metered::estimatedJoules)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal all =
                    measured.stream()
                            .map(MeteredMonthTable.Metered::joules)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            return estimated.signum() == 0
                    ? Optional.empty()
                    : Optional.of(
                            new Finding(
                                    FindingCode.METER_ESTIMATES,
                                    series + "/" + period,
                                    "%s kWh (%s %%) of what the meters tell are marked as estimated"
                                            .formatted(
                                                    ExactEnergy.kwh(estimated).toPlainString(),
                                                    percent(estimated, all))));
        }

        private static String hours(long minutes) {
            return new BigDecimal(minutes)
                    .divide(BigDecimal.valueOf(MINUTES_PER_HOUR), 2, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros()
                    .toPlainString();
        }

        private static String percent(BigDecimal part, BigDecimal whole) {
            return part.multiply(HUNDRED)
                    .divide(whole, 2, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }

    /// The whole months of a period.
    private static List<YearMonth> monthsIn(Period period) {
        var months = new ArrayList<YearMonth>();
        YearMonth month = YearMonth.from(period.start());
        if (month.atDay(1).isBefore(period.start())) {
            month = month.plusMonths(1);
        }
        while (!month.plusMonths(1).atDay(1).isAfter(period.end())) {
            months.add(month);
            month = month.plusMonths(1);
        }
        return months;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
