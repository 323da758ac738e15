package org.netzero.energy.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netzero.energy.balance.EnergyBalance;
import org.netzero.energy.balance.EnergyItem;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.balance.Gaps;
import org.netzero.energy.balance.Span;
import org.netzero.energy.calendar.CollectionCalendar;
import org.netzero.energy.consumption.EnergyItems;
import org.netzero.energy.heatingvalue.HeatingValues;
import org.netzero.energy.instrument.InstrumentUses;
import org.netzero.energy.interval.FacilityIntervals;
import org.netzero.energy.meter.MeterMonths;
import org.netzero.energy.ranking.SiteRankings;
import org.netzero.energy.site.Sites;
import org.netzero.platform.input.Period;

/// The energy balances that can be drawn from what is on file.
@ApplicationScoped
class Balances {

    private final EnergyItems items;
    private final Sites sites;
    private final HeatingValues heatingValues;
    private final FacilityIntervals intervals;
    private final InstrumentUses uses;
    private final MeterMonths meters;
    private final CollectionCalendar calendar;
    private final SiteRankings rankings;

    Balances(
            EnergyItems items,
            Sites sites,
            HeatingValues heatingValues,
            FacilityIntervals intervals,
            InstrumentUses uses,
            MeterMonths meters,
            CollectionCalendar calendar,
            SiteRankings rankings) {
        this.items = items;
        this.sites = sites;
        this.heatingValues = heatingValues;
        this.intervals = intervals;
        this.uses = uses;
        this.meters = meters;
        this.calendar = calendar;
        this.rankings = rankings;
    }

    /// The balance of the whole company, or of one site.
    EnergyBalance of(Period period, Optional<String> siteId, String heatingValueSet) {
        siteId.ifPresent(sites::get);
        Span span = new Span(period.start(), period.end());
        List<EnergyItem> onFile = items.overlapping(span, siteId);
        EnergyBalance balance =
                EnergyBalance.of(
                        span,
                        onFile,
                        uses.overlapping(span, siteId),
                        heatingValues.set(heatingValueSet),
                        rankings.all());
        EnergyBalance whole = with(balance, Gaps.of(span, onFile, items.around(span, siteId)));
        EnergyBalance metered = with(whole, meters.findings(period, siteId));
        EnergyBalance collected = with(metered, calendar.findings(span, siteId, onFile));
        return siteId.isPresent() ? collected : with(collected, intervals.withoutSite(period));
    }

    /// The orders of sources that are not the usual one, of one site or of all.
    List<SiteRankings.Standing> rankings(Optional<String> siteId) {
        return rankings.standing(siteId);
    }

    private static EnergyBalance with(EnergyBalance balance, List<Finding> more) {
        var findings = new ArrayList<>(balance.findings());
        findings.addAll(more);
        return new EnergyBalance(
                balance.period(),
                balance.heatingValues(),
                balance.lines(),
                balance.uses(),
                List.copyOf(findings));
    }
}
