package org.netzero.energy.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.netzero.energy.balance.EnergyItem;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.balance.Ranking;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.SourceRankings;
import org.netzero.energy.balance.Span;
import org.netzero.energy.consumption.EnergyItems;
import org.netzero.energy.consumption.RecordGroup;
import org.netzero.energy.consumption.RecordGroups;
import org.netzero.energy.consumption.RecordSum;
import org.netzero.energy.heatingvalue.HeatingValues;
import org.netzero.energy.meter.MeterMonths;
import org.netzero.energy.meter.MeterMonths.ServiceDays;
import org.netzero.energy.ranking.SiteRankings;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.Sites;

/// What became of the figures that are expected: of each line and period, by what is on file now.
@ApplicationScoped
public class CollectionCalendar {

    /// How far back accruals look for figures to stand on.
    private static final int YEARS_BACK = 3;

    private final ExpectationTable stated;
    private final MeterMonths meters;
    private final EnergyItems items;
    private final RecordGroups records;
    private final Sites sites;
    private final HeatingValues heatingValues;
    private final SiteRankings rankings;
    private final Clock clock;

    CollectionCalendar(
            ExpectationTable stated,
            MeterMonths meters,
            EnergyItems items,
            RecordGroups records,
            Sites sites,
            HeatingValues heatingValues,
            SiteRankings rankings,
            Clock clock) {
        this.stated = stated;
        this.meters = meters;
        this.items = items;
        this.records = records;
        this.sites = sites;
        this.heatingValues = heatingValues;
        this.rankings = rankings;
        this.clock = clock;
    }

    /// A line, what is on file of it and what is expected of it.
    record KnownLine(
            Site site, LineOfFigures figures, List<ExpectedPeriod> expected, LocalDate today) {}

    /// Every cell of a period, in the order of lines and then of time.
    List<Cell> cells(Span asked, Optional<String> siteId, Predicate<Series> which) {
        Span known = asked.reach();
        Map<Series, List<EnergyItem>> onFile = onFile(known, siteId, which);
        Map<Series, List<ExpectedPeriod>> expected = expected(asked, siteId, which);
        var lines = new TreeSet<>(expected.keySet());
        onFile.forEach((series, figures) -> {
            if (figures.stream().anyMatch(item -> item.period().overlaps(asked))) {
                lines.add(series);
            }
        });
        Map<Series, Received> received = received(cellsOf(asked, expected), lines, onFile);
        Map<String, Site> places = sites.named(lines.stream().map(Series::siteId).toList());
        SourceRankings order = rankings.all();
        var cells = new ArrayList<Cell>();
        for (Series series : lines) {
            Site site = places.get(series.siteId());
            if (site != null) {
                cells.addAll(
                        cellsOf(
                                asked,
                                line(
                                        series,
                                        site,
                                        onFile.getOrDefault(series, List.of()),
                                        received.getOrDefault(series, Received.NOT_ASKED),
                                        expected.getOrDefault(series, List.of()),
                                        order)));
            }
        }
        return cells;
    }

    private Map<Series, Received> received(
            Span period, Collection<Series> lines, Map<Series, List<EnergyItem>> onFile) {
        Map<Series, List<RecordGroup>> groups =
                records.overlapping(period, lines).stream()
                        .collect(Collectors.groupingBy(RecordGroup::series));
        List<Series> accrued =
                lines.stream()
                        .filter(series ->
                                onFile.getOrDefault(series, List.of()).stream()
                                        .anyMatch(item -> item.evidence().standsIn()))
                        .toList();
        Map<Series, List<RecordSum>> sums =
                records.sums(period, accrued).stream()
                        .collect(Collectors.groupingBy(RecordSum::series));
        return groups.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                line ->
                                        new Received(
                                                line.getValue(),
                                                sums.getOrDefault(line.getKey(), List.of()))));
    }

    /// What is asked for with the whole periods that begin before it or end after it.
    private static Span cellsOf(Span asked, Map<Series, List<ExpectedPeriod>> expected) {
        return expected.values().stream()
                .flatMap(List::stream)
                .map(ExpectedPeriod::period)
                .reduce(asked, Span::together);
    }

    private List<Cell> cellsOf(Span asked, KnownLine line) {
        List<Cell> cells =
                new ArrayList<>(
                        line.expected().stream()
                                .map(period ->
                                        line.figures()
                                                .cell(
                                                        period,
                                                        heatingValues.defaultSet(),
                                                        line.today()))
                                .toList());
        List<Span> covered = line.expected().stream().map(ExpectedPeriod::period).toList();
        for (Span month : monthsOf(asked)) {
            boolean expected = covered.stream().anyMatch(month::overlaps);
            boolean worthSaying = !covered.isEmpty() || !line.figures().isEmpty(month);
            if (!expected && worthSaying) {
                cells.add(line.figures().notExpected(month));
            }
        }
        cells.sort(Comparator.comparing(cell -> cell.period().start()));
        return cells;
    }

    /// The lines with stated expectations and what is on file of them, years back.
    Map<Series, KnownLine> linesToAccrue(
            Span asked, Optional<String> siteId, Predicate<Series> which) {
        Span known = new Span(asked.start().minusYears(YEARS_BACK), asked.reach().end());
        Map<Series, List<EnergyItem>> onFile = onFile(known, siteId, which);
        Map<Series, List<ExpectedPeriod>> expected = statedOf(asked, siteId, which);
        Map<String, Site> places =
                sites.named(expected.keySet().stream().map(Series::siteId).toList());
        SourceRankings order = rankings.all();
        var lines = new HashMap<Series, KnownLine>();
        expected.forEach((series, periods) -> {
            Site site = places.get(series.siteId());
            if (site != null) {
                lines.put(
                        series,
                        line(
                                series,
                                site,
                                onFile.getOrDefault(series, List.of()),
                                Received.NOT_ASKED,
                                periods,
                                order));
            }
        });
        return lines;
    }

    /// Which expected figures of a period are due and not there: a finding for each line of which
    /// expectations are stated, 20 at most, and one for the others. Meters have findings of their
    /// own. A quarter is no part of a month, and so is not missing of it.
    ///
    /// @param figures everything on file that overlaps the period
    public List<Finding> findings(
            Span period, Optional<String> siteId, Collection<EnergyItem> figures) {
        Map<Series, List<ExpectedPeriod>> expected = statedOf(period, siteId, series -> true);
        if (expected.isEmpty()) {
            return List.of();
        }
        Map<Series, List<EnergyItem>> onFile =
                figures.stream()
                        .filter(item -> expected.containsKey(item.series()))
                        .collect(Collectors.groupingBy(EnergyItem::series));
        Map<String, Site> places =
                sites.named(expected.keySet().stream().map(Series::siteId).toList());
        SourceRankings order = rankings.all();
        var findings = new ArrayList<Finding>();
        for (Series series : new TreeSet<>(expected.keySet())) {
            Site site = places.get(series.siteId());
            if (site != null) {
                KnownLine line =
                        line(
                                series,
                                site,
                                onFile.getOrDefault(series, List.of()),
                                Received.NOT_ASKED,
                                expected.getOrDefault(series, List.of()),
                                order);
                MissingFigures.of(period, line, heatingValues.defaultSet())
                        .ifPresent(findings::add);
            }
        }
        return MissingFigures.limited(period, findings);
    }

    private KnownLine line(
            Series series,
            Site site,
            List<EnergyItem> figures,
            Received received,
            List<ExpectedPeriod> expected,
            SourceRankings order) {
        ZoneId zone = site.timeZone();
        return new KnownLine(
                site,
                new LineOfFigures(
                        series, figures, Ranking.of(figures, order.of(series)), received, zone),
                expected,
                LocalDate.ofInstant(clock.instant(), zone));
    }

    private Map<Series, List<EnergyItem>> onFile(
            Span period, Optional<String> siteId, Predicate<Series> which) {
        return items.overlapping(period, siteId).stream()
                .filter(item -> which.test(item.series()))
                .collect(Collectors.groupingBy(EnergyItem::series));
    }

    private Map<Series, List<ExpectedPeriod>> statedOf(
            Span asked, Optional<String> siteId, Predicate<Series> which) {
        var expected = new HashMap<Series, List<ExpectedPeriod>>();
        stated.all(siteId)
                .forEach((series, revisions) -> {
                    if (which.test(series)) {
                        List<ExpectedPeriod> periods = ExpectedPeriod.of(revisions, asked);
                        if (!periods.isEmpty()) {
                            expected.put(series, periods);
                        }
                    }
                });
        return expected;
    }

    /// What is stated; of lines of which nothing is, what meters in service are to tell.
    private Map<Series, List<ExpectedPeriod>> expected(
            Span asked, Optional<String> siteId, Predicate<Series> which) {
        Map<Series, List<ExpectedPeriod>> expected = statedOf(asked, siteId, which);
        Map<Series, List<ServiceDays>> metered =
                meters.serviceDays(siteId).stream()
                        .filter(days -> which.test(days.series()))
                        .filter(days -> !expected.containsKey(days.series()))
                        .collect(Collectors.groupingBy(ServiceDays::series));
        metered.forEach((series, days) -> {
            List<ExpectedPeriod> periods = ofMeters(series, days, asked);
            if (!periods.isEmpty()) {
                expected.put(series, periods);
            }
        });
        return expected;
    }

    /// One for each month that any of the meters is in service, of the days that one of them is.
    private static List<ExpectedPeriod> ofMeters(
            Series series, List<ServiceDays> days, Span asked) {
        Map<Span, ExpectedPeriod> byMonth = new HashMap<>();
        for (ServiceDays service : days) {
            for (ExpectedPeriod period :
                    ExpectedPeriod.ofMeters(series, service.from(), service.to(), asked)) {
                byMonth.merge(period.whole(), period, ExpectedPeriod::together);
            }
        }
        return byMonth.values().stream()
                .sorted(Comparator.comparing(period -> period.period().start()))
                .toList();
    }

    private static List<Span> monthsOf(Span asked) {
        var months = new ArrayList<Span>();
        YearMonth month = YearMonth.from(asked.start());
        while (month.atDay(1).isBefore(asked.end())) {
            months.add(Span.of(month));
            month = month.plusMonths(1);
        }
        return months;
    }
}
