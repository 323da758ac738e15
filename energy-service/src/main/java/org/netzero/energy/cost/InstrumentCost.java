package org.netzero.energy.cost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.netzero.energy.balance.Span;
import org.netzero.energy.claim.InstrumentKind;
import org.netzero.energy.claim.Market;
import org.netzero.energy.claim.Technology;
import org.netzero.energy.cost.PricedEnergy.Fate;
import org.netzero.energy.cost.PricedEnergy.Part;

/// What instruments cost, by year, market, kind and technology.
///
/// @param year of the consumption for what is allocated; for the rest the first year asked about
///   that its vintage reaches into
/// @param energyKwh by what became of it
/// @param costs by currency
/// @param unpricedKwh the energy whose price is not stated: its cost is missing, not zero
/// @param unpriced the instruments it is of
public record InstrumentCost(
        int year,
        Market market,
        InstrumentKind kind,
        Technology technology,
        Map<Fate, BigDecimal> energyKwh,
        Map<String, Money> costs,
        BigDecimal unpricedKwh,
        List<String> unpriced) {

    /// Sums in one currency.
    ///
    /// @param pricedKwh the energy that they are of
    public record Money(Map<Fate, BigDecimal> costs, BigDecimal pricedKwh) {

        public BigDecimal of(Fate fate) {
            return costs.getOrDefault(fate, BigDecimal.ZERO);
        }

        public BigDecimal total() {
            return costs.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        public Money plus(Money other) {
            var sums = new EnumMap<Fate, BigDecimal>(Fate.class);
            sums.putAll(costs);
            other.costs.forEach((fate, cost) -> sums.merge(fate, cost, BigDecimal::add));
            return new Money(sums, pricedKwh.add(other.pricedKwh));
        }

        private Money plus(Fate fate, BigDecimal cost, BigDecimal kwh) {
            var sums = new EnumMap<Fate, BigDecimal>(Fate.class);
            sums.putAll(costs);
            sums.merge(fate, cost, BigDecimal::add);
            return new Money(sums, pricedKwh.add(kwh));
        }
    }

    /// A price per MWh that somebody paid.
    public record LatestPrice(
            Market market, String instrumentId, String currency, BigDecimal perMwh) {}

    public BigDecimal kwh(Fate fate) {
        return energyKwh.getOrDefault(fate, BigDecimal.ZERO);
    }

    private record Key(int year, Market market, InstrumentKind kind, Technology technology)
            implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparingInt(Key::year)
                        .thenComparing(key -> key.market().code())
                        .thenComparing(Key::kind)
                        .thenComparing(Key::technology);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /// @param period what is asked about: parts of other times are left out
    public static List<InstrumentCost> of(Span period, Collection<PricedEnergy> all) {
        Map<Key, Sum> sums = new TreeMap<>();
        for (PricedEnergy priced : all) {
            for (Part part : priced.parts()) {
                if (part.time().overlaps(period) && part.energyKwh().signum() > 0) {
                    var first =
                            part.time().start().isBefore(period.start())
                                    ? period.start()
                                    : part.time().start();
                    var key =
                            new Key(
                                    first.getYear(),
                                    priced.market(),
                                    priced.kind(),
                                    priced.technology());
                    sums.computeIfAbsent(key, k -> new Sum()).add(priced, part);
                }
            }
        }
        var costs = new ArrayList<InstrumentCost>();
        sums.forEach((key, sum) -> costs.add(sum.of(key)));
        return List.copyOf(costs);
    }

    private static final class Sum {

        private final Map<Fate, BigDecimal> energy = new EnumMap<>(Fate.class);
        private final Map<String, Money> costs = new TreeMap<>();
        private final List<String> unpriced = new ArrayList<>();
        private BigDecimal unpricedKwh = BigDecimal.ZERO;

        void add(PricedEnergy priced, Part part) {
            energy.merge(part.fate(), part.energyKwh(), BigDecimal::add);
            if (priced.prices().isEmpty()) {
                unpricedKwh = unpricedKwh.add(part.energyKwh());
                if (!unpriced.contains(priced.instrumentId())) {
                    unpriced.add(priced.instrumentId());
                }
            }
            for (String currency : priced.prices().keySet()) {
                Money before = costs.getOrDefault(currency, new Money(Map.of(), BigDecimal.ZERO));
                costs.put(
                        currency,
                        before.plus(
                                part.fate(),
                                priced.costOf(part.energyKwh(), currency),
                                part.energyKwh()));
            }
        }

        InstrumentCost of(Key key) {
            return new InstrumentCost(
                    key.year(),
                    key.market(),
                    key.kind(),
                    key.technology(),
                    energy,
                    costs,
                    unpricedKwh,
                    List.copyOf(unpriced));
        }
    }

    /// What was paid in a market for the green power that was generated last. Of a claim with prices in
    /// several currencies there is no price in one, so it tells none.
    public static Optional<LatestPrice> latest(Market market, Collection<PricedEnergy> all) {
        return all.stream()
                .filter(PricedEnergy::green)
                .filter(priced -> priced.market().equals(market) && priced.prices().size() == 1)
                .max(
                        Comparator.comparing(PricedEnergy::generatedFrom)
                                .thenComparing(PricedEnergy::instrumentId))
                .map(priced -> {
                    String currency = priced.prices().keySet().iterator().next();
                    return new LatestPrice(
                            market, priced.instrumentId(), currency, priced.pricePerMwh(currency));
                });
    }
}
