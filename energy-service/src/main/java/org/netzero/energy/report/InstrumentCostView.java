package org.netzero.energy.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.claim.InstrumentKind;
import org.netzero.energy.claim.Technology;
import org.netzero.energy.cost.InstrumentCost;
import org.netzero.energy.cost.PricedEnergy.Fate;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// What instruments cost in a period. Sums are of one currency each.
///
/// @param totals everything together, by currency
/// @param missing what it would cost to make the rest of the electricity used green
record InstrumentCostView(
        String period,
        List<MoneyView> totals,
        List<CostView> costs,
        List<MissingView> missing,
        List<Finding> findings)
        implements Tabular {

    /// @param total allocated, left, expired and handed on together
    /// @param averagePricePerMwh of the energy whose price is stated in this currency
    record MoneyView(
            String currency,
            BigDecimal allocated,
            BigDecimal left,
            BigDecimal expired,
            BigDecimal transferred,
            BigDecimal total,
            @Nullable BigDecimal averagePricePerMwh) {

        static MoneyView of(String currency, InstrumentCost.Money money) {
            return new MoneyView(
                    currency,
                    Presentation.money(money.of(Fate.ALLOCATED)),
                    Presentation.money(money.of(Fate.LEFT)),
                    Presentation.money(money.of(Fate.EXPIRED)),
                    Presentation.money(money.of(Fate.TRANSFERRED)),
                    Presentation.money(money.total()),
                    Presentation.pricePerMwh(money.total(), money.pricedKwh()));
        }
    }

    /// @param unpricedMwh energy whose price is not stated: its cost is missing
    /// @param costs by currency; empty when no price is stated
    record CostView(
            int year,
            String market,
            InstrumentKind kind,
            Technology technology,
            @Nullable BigDecimal allocatedMwh,
            @Nullable BigDecimal leftMwh,
            @Nullable BigDecimal expiredMwh,
            @Nullable BigDecimal transferredMwh,
            @Nullable BigDecimal unpricedMwh,
            List<MoneyView> costs) {

        static CostView of(InstrumentCost cost) {
            return new CostView(
                    cost.year(),
                    cost.market().code(),
                    cost.kind(),
                    cost.technology(),
                    mwh(cost, Fate.ALLOCATED),
                    mwh(cost, Fate.LEFT),
                    mwh(cost, Fate.EXPIRED),
                    mwh(cost, Fate.TRANSFERRED),
                    Presentation.mwh(Optional.of(cost.unpricedKwh())),
                    cost.costs().entrySet().stream()
                            .map(money -> MoneyView.of(money.getKey(), money.getValue()))
                            .toList());
        }

        private static @Nullable BigDecimal mwh(InstrumentCost cost, Fate fate) {
            return Presentation.mwh(Optional.of(cost.kwh(fate)));
        }

        private Stream<List<@Nullable Object>> rows() {
            return costs.isEmpty() ? Stream.of(row(null)) : costs.stream().map(this::row);
        }

        private List<@Nullable Object> row(@Nullable MoneyView money) {
            return Table.row(
                    year,
                    market,
                    kind,
                    technology,
                    allocatedMwh,
                    leftMwh,
                    expiredMwh,
                    transferredMwh,
                    unpricedMwh,
                    money == null ? null : money.currency(),
                    money == null ? null : money.allocated(),
                    money == null ? null : money.left(),
                    money == null ? null : money.expired(),
                    money == null ? null : money.transferred(),
                    money == null ? null : money.total(),
                    money == null ? null : money.averagePricePerMwh());
        }
    }

    /// An estimate, not a cost.
    ///
    /// @param missingMwh electricity used that is not green
    /// @param pricePerMwh the latest known of the market; null where none is
    /// @param priceOf the instrument that was paid for at this price
    record MissingView(
            int year,
            String market,
            @Nullable BigDecimal missingMwh,
            @Nullable BigDecimal pricePerMwh,
            @Nullable String currency,
            @Nullable String priceOf,
            @Nullable BigDecimal cost,
            boolean estimate) {

        static MissingView of(InstrumentCosts.Missing missing) {
            Optional<InstrumentCost.LatestPrice> price = missing.price();
            return new MissingView(
                    missing.year(),
                    missing.market().code(),
                    Presentation.mwh(Optional.of(missing.energyKwh())),
                    price.map(of -> Presentation.money(of.perMwh())).orElse(null),
                    price.map(InstrumentCost.LatestPrice::currency).orElse(null),
                    price.map(InstrumentCost.LatestPrice::instrumentId).orElse(null),
                    price.map(of ->
                                    Presentation.money(
                                            of.perMwh()
                                                    .multiply(missing.energyKwh())
                                                    .movePointLeft(3)))
                            .orElse(null),
                    true);
        }
    }

    static InstrumentCostView of(Period period, InstrumentCosts.Answer answer) {
        return new InstrumentCostView(
                period.toString(),
                totals(answer.costs()),
                answer.costs().stream().map(CostView::of).toList(),
                answer.missing().stream().map(MissingView::of).toList(),
                answer.findings());
    }

    private static List<MoneyView> totals(List<InstrumentCost> costs) {
        Map<String, InstrumentCost.Money> sums = new TreeMap<>();
        for (InstrumentCost cost : costs) {
            cost.costs()
                    .forEach((currency, money) ->
                            sums.merge(currency, money, InstrumentCost.Money::plus));
        }
        var totals = new ArrayList<MoneyView>();
        sums.forEach((currency, money) -> totals.add(MoneyView.of(currency, money)));
        return List.copyOf(totals);
    }

    /// A row for each sum and currency.
    @Override
    public Table table() {
        return new Table(
                List.of(
                        "year",
                        "market",
                        "kind",
                        "technology",
                        "allocatedMwh",
                        "leftMwh",
                        "expiredMwh",
                        "transferredMwh",
                        "unpricedMwh",
                        "currency",
                        "allocatedCost",
                        "leftCost",
                        "expiredCost",
                        "transferredCost",
                        "totalCost",
                        "averagePricePerMwh"),
                costs.stream().flatMap(CostView::rows));
    }
}
