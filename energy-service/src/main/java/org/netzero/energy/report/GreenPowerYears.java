package org.netzero.energy.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netzero.energy.balance.BalanceLine;
import org.netzero.energy.balance.EnergyBalance;
import org.netzero.energy.balance.EnergyItem;
import org.netzero.energy.balance.InstrumentUse;
import org.netzero.energy.balance.SourceRankings;
import org.netzero.energy.balance.Span;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.Flow;
import org.netzero.energy.claim.Market;
import org.netzero.energy.consumption.EnergyItems;
import org.netzero.energy.heatingvalue.HeatingValues;
import org.netzero.energy.instrument.InstrumentUses;
import org.netzero.energy.progress.GreenEnergy;
import org.netzero.energy.progress.MarketZone;
import org.netzero.energy.progress.YearEnergy;
import org.netzero.energy.progress.YearEnergy.Standing;
import org.netzero.energy.ranking.SiteRankings;
import org.netzero.energy.site.Site;
import org.netzero.energy.site.Sites;
import org.netzero.platform.input.Period;

/// The electricity of years, of the company as its balance tells it and of each zone.
@ApplicationScoped
class GreenPowerYears {

    /// Where the company's figures are put that no site tells of and no group is registered for.
    private static final String NO_ZONE = "-";

    private static final Market NO_MARKET = new Market(NO_ZONE);

    private final Balances balances;
    private final EnergyItems items;
    private final InstrumentUses uses;
    private final Sites sites;
    private final HeatingValues heatingValues;
    private final SiteRankings rankings;
    private final Clock clock;

    GreenPowerYears(
            Balances balances,
            EnergyItems items,
            InstrumentUses uses,
            Sites sites,
            HeatingValues heatingValues,
            SiteRankings rankings,
            Clock clock) {
        this.balances = balances;
        this.items = items;
        this.uses = uses;
        this.sites = sites;
        this.heatingValues = heatingValues;
        this.rankings = rankings;
        this.clock = clock;
    }

    /// The years from one to another, both of them included, in the order of time. Years after the
    /// last one on file wait for an assumption of their demand.
    List<YearEnergy> between(int from, int to) {
        var reckoned = new ArrayList<YearEnergy>();
        for (int year = from; year <= to; year++) {
            reckoned.add(reckoned(year));
        }
        int last =
                reckoned.stream()
                        .filter(year -> year.standing() == Standing.ON_FILE)
                        .mapToInt(YearEnergy::year)
                        .max()
                        .orElse(Integer.MAX_VALUE);
        return reckoned.stream()
                .map(energy ->
                        energy.standing() == Standing.NOT_ON_FILE && energy.year() > last
                                ? new YearEnergy(
                                        energy.year(),
                                        Standing.ASSUMED,
                                        energy.company(),
                                        energy.zones())
                                : energy)
                .toList();
    }

    private YearEnergy reckoned(int year) {
        Period period = Period.ofYear(year);
        Span span = new Span(period.start(), period.end());
        EnergyBalance company = balances.of(period, Optional.empty(), HeatingValues.DEFAULT_SET);
        Map<String, List<EnergyItem>> itemsOf =
                items.overlapping(span, Optional.empty()).stream()
                        .collect(Collectors.groupingBy(item -> item.series().siteId()));
        Map<String, List<InstrumentUse>> usesOf =
                uses.overlapping(span, Optional.empty()).stream()
                        .collect(Collectors.groupingBy(InstrumentUse::siteId));
        Map<String, Site> places =
                sites.named(
                        Stream.concat(itemsOf.keySet().stream(), usesOf.keySet().stream())
                                .toList());
        SourceRankings order = rankings.all();
        Map<MarketZone, GreenEnergy> zones = new TreeMap<>();
        MarketZone groupZone = new MarketZone(NO_MARKET, NO_ZONE);
        for (Site place : places.values()) {
            switch (place.kind()) {
                case GROUP -> groupZone = zoneOf(place);
                case OFFICE, DATA_CENTER, OTHER ->
                        zones.merge(
                                zoneOf(place),
                                GreenEnergy.of(
                                        EnergyBalance.of(
                                                span,
                                                itemsOf.getOrDefault(place.siteId(), List.of()),
                                                usesOf.getOrDefault(place.siteId(), List.of()),
                                                heatingValues.defaultSet(),
                                                order)),
                                GreenEnergy::plus);
            }
        }
        GreenEnergy energy = GreenEnergy.of(company);
        return YearEnergy.of(year, standing(company, energy), energy, zones, groupZone);
    }

    private Standing standing(EnergyBalance balance, GreenEnergy energy) {
        if (energy.usedKwh().isEmpty()) {
            return Standing.NOT_ON_FILE;
        }
        if (balance.period().end().isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            return Standing.YEAR_TO_DATE;
        }
        return isPurchaseOnFile(balance) ? Standing.ON_FILE : Standing.PARTLY_ON_FILE;
    }

    /// Whether purchases of all days are on file, of every site that bought any. Those that the
    /// group states as a whole are of every site.
    private static boolean isPurchaseOnFile(EnergyBalance balance) {
        var ofGroup = new ArrayList<Span>();
        var bySite = new TreeMap<String, List<Span>>();
        balance.lines().stream()
                .filter(line -> line.isOf(Flow.PURCHASE))
                .map(BalanceLine::item)
                .filter(item -> item.series().carrier() == EnergyCarrier.ELECTRICITY)
                .forEach(item -> {
                    if (item.ofGroup()) {
                        ofGroup.addAll(item.covered());
                    } else {
                        bySite.computeIfAbsent(item.series().siteId(), id -> new ArrayList<>())
                                .addAll(item.covered());
                    }
                });
        return bySite.isEmpty()
                ? balance.period().isCoveredBy(ofGroup)
                : bySite.values().stream()
                        .allMatch(days ->
                                balance.period()
                                        .isCoveredBy(
                                                Stream.concat(days.stream(), ofGroup.stream())
                                                        .toList()));
    }

    static MarketZone zoneOf(Site site) {
        return new MarketZone(
                Market.of(site.country(), site.province()), HourlyMatchings.zoneOf(site));
    }
}
