package org.netzero.energy.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.balance.FindingCode;
import org.netzero.energy.balance.Span;
import org.netzero.energy.claim.Market;
import org.netzero.energy.cost.InstrumentCost;
import org.netzero.energy.cost.PricedEnergy;
import org.netzero.energy.cost.PricedEnergy.Fate;
import org.netzero.energy.cost.PricedEnergy.Part;
import org.netzero.energy.instrument.Claimed;
import org.netzero.energy.instrument.HeldInstrument;
import org.netzero.energy.instrument.HeldInstruments;
import org.netzero.energy.progress.Growth;
import org.netzero.energy.progress.Progress;
import org.netzero.platform.input.Period;

/// What the instruments on file cost, and what the green power that is missing would.
@ApplicationScoped
class InstrumentCosts {

    private final HeldInstruments instruments;
    private final GreenPowerProgress progress;

    InstrumentCosts(HeldInstruments instruments, GreenPowerProgress progress) {
        this.instruments = instruments;
        this.progress = progress;
    }

    /// What is missing of a year in a market, at the latest price known there.
    ///
    /// @param price empty when none is known
    record Missing(
            int year,
            Market market,
            BigDecimal energyKwh,
            Optional<InstrumentCost.LatestPrice> price) {}

    record Answer(List<InstrumentCost> costs, List<Missing> missing, List<Finding> findings) {}

    Answer of(Period period) {
        List<PricedEnergy> priced = priced();
        List<InstrumentCost> costs =
                InstrumentCost.of(new Span(period.start(), period.end()), priced);
        List<Missing> missing = missing(period, priced);
        return new Answer(costs, missing, findings(costs, missing));
    }

    private List<PricedEnergy> priced() {
        Map<String, List<Claimed>> claimed =
                instruments.claimed(HeldInstruments.EVER, Optional.empty()).stream()
                        .collect(Collectors.groupingBy(Claimed::instrumentId));
        Map<String, List<HeldInstrument>> pools =
                instruments.all().stream()
                        .collect(
                                Collectors.groupingBy(
                                        HeldInstrument::poolId, TreeMap::new, Collectors.toList()));
        return pools.values().stream()
                .filter(members -> members.getFirst().bought())
                .map(members -> priced(members, claimed))
                .toList();
    }

    private static PricedEnergy priced(
            List<HeldInstrument> members, Map<String, List<Claimed>> claimed) {
        HeldInstrument named =
                members.stream()
                        .filter(member -> !member.facts().kind().isCertificate())
                        .findFirst()
                        .orElse(members.getFirst());
        Span vintage = named.facts().vintage();
        Map<String, BigDecimal> prices = new TreeMap<>();
        for (HeldInstrument member : members) {
            member.currency()
                    .ifPresent(currency ->
                            prices.merge(currency, member.price().orElseThrow(), BigDecimal::add));
        }
        var parts = new ArrayList<Part>();
        for (HeldInstrument member : members) {
            claimed.getOrDefault(member.instrumentId(), List.of()).stream()
                    .filter(Claimed::covers)
                    .forEach(claim ->
                            parts.add(new Part(Fate.ALLOCATED, claim.period(), claim.energyKwh())));
        }
        parts.add(new Part(Fate.LEFT, vintage, named.leftKwh()));
        parts.add(new Part(Fate.EXPIRED, vintage, named.expiredKwh()));
        parts.add(new Part(Fate.TRANSFERRED, vintage, named.transferredKwh()));
        return new PricedEnergy(
                named.instrumentId(),
                named.facts().market(),
                named.facts().kind(),
                named.facts().technology(),
                vintage.start(),
                members.stream().anyMatch(HeldInstrument::isGreen),
                named.claimableKwh(),
                prices,
                parts);
    }

    /// To green power for all electricity used, whatever the path asks for.
    private List<Missing> missing(Period period, List<PricedEnergy> priced) {
        int last = period.end().minusDays(1).getYear();
        Progress all = progress.of(period.start().getYear(), last, Growth.NONE).progress();
        var missing = new ArrayList<Missing>();
        for (Progress.Year year : all.years()) {
            Map<String, BigDecimal> byMarket = new TreeMap<>();
            for (Progress.ZoneNeed zone : year.zones()) {
                zone.need()
                        .forAllKwh()
                        .filter(kwh -> kwh.signum() > 0)
                        .ifPresent(kwh ->
                                byMarket.merge(zone.zone().market().code(), kwh, BigDecimal::add));
            }
            byMarket.forEach((code, kwh) -> {
                Market market = new Market(code);
                missing.add(
                        new Missing(
                                year.year(), market, kwh, InstrumentCost.latest(market, priced)));
            });
        }
        return List.copyOf(missing);
    }

    private static List<Finding> findings(List<InstrumentCost> costs, List<Missing> missing) {
        var findings = new ArrayList<Finding>();
        for (InstrumentCost cost : costs) {
            if (!cost.unpriced().isEmpty()) {
                findings.add(
                        new Finding(
                                FindingCode.PRICE_MISSING,
                                "%d/%s/%s"
                                        .formatted(cost.year(), cost.market().code(), cost.kind()),
                                "the price of %s kWh is not stated (%s); their cost is missing, not zero. Correct the instruments with price and currency"
                                        .formatted(
                                                cost.unpricedKwh().toPlainString(),
                                                String.join(", ", cost.unpriced()))));
            }
        }
        for (Missing one : missing) {
            if (one.price().isEmpty()) {
                findings.add(
                        new Finding(
                                FindingCode.PRICE_MISSING,
                                "%d/%s".formatted(one.year(), one.market().code()),
                                "no price of an instrument for the market %s is on file, so what is missing there has no estimate"
                                        .formatted(one.market().code())));
            }
        }
        return List.copyOf(findings);
    }
}
