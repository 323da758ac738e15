package org.netzero.energy.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netzero.energy.balance.EnergyItem;
import org.netzero.energy.balance.Ranking;
import org.netzero.energy.balance.Series;
import org.netzero.energy.balance.SourceRanking;
import org.netzero.energy.balance.SourceRankings;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.EnergyContent;
import org.netzero.energy.heatingvalue.HeatingValues;
import org.netzero.energy.ranking.SiteRankings;
import org.netzero.energy.ranking.SourceRankingChanged;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.SiteChanged;
import org.netzero.energy.site.Sites;
import org.netzero.platform.messaging.Outbox;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Tells the other services what counts of each series in each period, whenever that changed: one
/// event a key, however many records changed it.
@ApplicationScoped
class ConsumptionTotals {

    private final EnergyItems items;
    private final ToldTotals told;
    private final Sites sites;
    private final HeatingValues heatingValues;
    private final SiteRankings rankings;
    private final Outbox outbox;

    ConsumptionTotals(
            EnergyItems items,
            ToldTotals told,
            Sites sites,
            HeatingValues heatingValues,
            SiteRankings rankings,
            Outbox outbox) {
        this.items = items;
        this.told = told;
        this.sites = sites;
        this.heatingValues = heatingValues;
        this.rankings = rankings;
        this.outbox = outbox;
    }

    /// Works out the totals of series anew and tells those that changed. The caller holds the
    /// series. What enters no balance is nobody else's business.
    void tell(Collection<Series> changes) {
        List<Series> series =
                changes.stream().filter(of -> of.source().flow().entersBalance()).toList();
        if (series.isEmpty()) {
            return;
        }
        Map<Series, List<EnergyItem>> known =
                items.of(series).stream()
                        .collect(
                                Collectors.groupingBy(
                                        EnergyItem::series, TreeMap::new, Collectors.toList()));
        Map<Series, List<ConsumptionTotalled>> before = told.of(series);
        Map<String, Site> places = sites.named(series.stream().map(Series::siteId).toList());
        SourceRankings order = rankings.of(places.keySet());
        var changed = new ArrayList<ConsumptionTotalled>();
        for (Series of : new TreeSet<>(series)) {
            Site site = Optional.ofNullable(places.get(of.siteId())).orElseThrow();
            changed.addAll(
                    changes(
                            totals(of, site, known.getOrDefault(of, List.of()), order.of(of)),
                            before.getOrDefault(of, List.of())));
        }
        told.put(changed);
        changed.forEach(total ->
                outbox.add(
                        ConsumptionTotalled.TOPIC, ConsumptionTotalled.TYPE, total.key(), total));
    }

    /// A site's place is part of what is told of its energy.
    void retell(@Observes SiteChanged changed) {
        retell(changed.site().siteId());
    }

    /// Which sources count at a site decides what is told of its energy.
    void retell(@Observes SourceRankingChanged changed) {
        retell(changed.siteId());
    }

    private void retell(String siteId) {
        List<Series> series = told.seriesOf(siteId);
        if (!series.isEmpty()) {
            items.hold(series);
            tell(series);
        }
    }

    /// A total for each period with anything on file; nothing counts of a period that was
    /// outranked.
    private List<ConsumptionTotalled> totals(
            Series series, Site site, List<EnergyItem> known, SourceRanking order) {
        Map<Span, List<EnergyItem>> counted =
                Ranking.of(known, order).counted().stream()
                        .collect(Collectors.groupingBy(EnergyItem::period));
        return known.stream()
                .map(EnergyItem::period)
                .distinct()
                .map(period ->
                        totalled(series, site, period, counted.getOrDefault(period, List.of())))
                .toList();
    }

    private ConsumptionTotalled totalled(
            Series series, Site site, Span period, List<EnergyItem> counted) {
        return new ConsumptionTotalled(
                series.siteId(),
                site.kind(),
                site.country(),
                site.province().orElse(null),
                site.gridZone().orElse(null),
                series.carrier(),
                series.source(),
                period.toString(),
                period.start(),
                period.end(),
                energyKwh(series, counted).orElse(null),
                perUnit(counted),
                counted.stream()
                        .map(item -> item.evidence().provenance())
                        .distinct()
                        .sorted()
                        .toList(),
                counted.stream().mapToLong(EnergyItem::recordCount).sum(),
                0);
    }

    /// Empty when the energy of one of the items is not known: a part is not a total.
    private Optional<BigDecimal> energyKwh(Series series, List<EnergyItem> counted) {
        List<EnergyContent> contents =
                counted.stream()
                        .map(item ->
                                heatingValues
                                        .defaultSet()
                                        .contentOf(series.carrier(), item.quantity()))
                        .flatMap(Optional::stream)
                        .toList();
        return contents.size() < counted.size()
                ? Optional.empty()
                : Optional.of(
                        contents.stream()
                                .map(EnergyContent::energyKwh)
                                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static List<Quantity> perUnit(List<EnergyItem> counted) {
        Map<Unit, Quantity> sums = new TreeMap<>();
        counted.forEach(
                item -> sums.merge(item.quantity().unit(), item.quantity(), Quantity::plus));
        return List.copyOf(sums.values());
    }

    /// Those that are not what was told last, each with the next version. What was never told and
    /// counts nothing is not worth telling.
    private static List<ConsumptionTotalled> changes(
            List<ConsumptionTotalled> now, List<ConsumptionTotalled> before) {
        Map<String, ConsumptionTotalled> last =
                before.stream()
                        .collect(Collectors.toMap(ConsumptionTotalled::key, Function.identity()));
        var changes = new ArrayList<ConsumptionTotalled>();
        for (ConsumptionTotalled total : now) {
            ConsumptionTotalled earlier = last.remove(total.key());
            long version = earlier == null ? 0 : earlier.version();
            boolean isNews =
                    earlier == null
                            ? total.recordCount() > 0
                            : !total.withVersion(version).equals(earlier);
            if (isNews) {
                changes.add(total.withVersion(version + 1));
            }
        }
        last.values().stream()
                .filter(gone -> gone.recordCount() > 0)
                .map(ConsumptionTotalled::withNothing)
                .forEach(changes::add);
        return changes;
    }
}
