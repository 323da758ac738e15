package org.netzero.energy.cost;

import java.math.BigDecimal;
import java.time.LocalDate;
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
/// @param year of the consumption for what is allocated; of the vintage for the rest. What is of
///   several years is split by their days
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

    /// @param period what is asked about: energy of other days is left out
    public static List<InstrumentCost> of(Span period, Collection<PricedEnergy> all) {
        Map<Key, Sum> sums = new TreeMap<>();
        for (PricedEnergy priced : all) {
            for (Part part : priced.parts()) {
                energyByYear(period, part)
                        .forEach((year, kwh) ->
                                sums.computeIfAbsent(keyOf(year, priced), k -> new Sum())
                                        .add(priced, part.fate(), kwh));
            }
        }
        var costs = new ArrayList<InstrumentCost>();
        sums.forEach((key, sum) -> costs.add(sum.of(key)));
        return List.copyOf(costs);
    }

    private static Key keyOf(int year, PricedEnergy priced) {
        return new Key(year, priced.market(), priced.kind(), priced.technology());
    }

    /// The energy of a part that lies in the period, by year.
    private static Map<Integer, BigDecimal> energyByYear(Span period, Part part) {
        var byYear = new TreeMap<Integer, BigDecimal>();
        if (!part.time().overlaps(period)) {
            return byYear;
        }
        LocalDate from = later(part.time().start(), period.start());
        LocalDate end = earlier(part.time().end(), period.end());
        while (from.isBefore(end)) {
            LocalDate to = earlier(LocalDate.of(from.getYear() + 1, 1, 1), end);
            BigDecimal kwh = part.kwhBefore(to).subtract(part.kwhBefore(from));
            if (kwh.signum() > 0) {
                byYear.put(from.getYear(), kwh);
            }
            from = to;
        }
        return byYear;
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static final class Sum {

        private final Map<Fate, BigDecimal> energy = new EnumMap<>(Fate.class);
        private final Map<String, Money> costs = new TreeMap<>();
        private final List<String> unpriced = new ArrayList<>();
        private BigDecimal unpricedKwh = BigDecimal.ZERO;

        void add(PricedEnergy priced, Fate fate, BigDecimal kwh) {
            energy.merge(fate, kwh, BigDecimal::add);
            if (priced.prices().isEmpty()) {
                unpricedKwh = unpricedKwh.add(kwh);
                if (!unpriced.contains(priced.instrumentId())) {
                    unpriced.add(priced.instrumentId());
                }
            }
            for (String currency : priced.prices().keySet()) {
                Money before = costs.getOrDefault(currency, new Money(Map.of(), BigDecimal.ZERO));
                costs.put(currency, before.plus(fate, priced.costOf(kwh, currency), kwh));
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

    /// What was paid in a market for the green power that was generated last. Of a claim with
    /// prices in several currencies there is no price in one, so it tells none.
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
