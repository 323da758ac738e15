package org.netzero.energy.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netzero.energy.balance.Span;
import org.netzero.energy.claim.InstrumentKind;
import org.netzero.energy.claim.Market;
import org.netzero.energy.claim.Technology;
import org.netzero.energy.cost.PricedEnergy.Fate;
import org.netzero.energy.cost.PricedEnergy.Part;

class InstrumentCostTest {

    private static final Span YEAR = year(2023);

    private static Span year(int year) {
        return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
    }

    private static PricedEnergy gec(
            String id, int vintage, Map<String, BigDecimal> prices, Part... parts) {
        return new PricedEnergy(
                id,
                Market.MAINLAND_CHINA,
                InstrumentKind.GEC,
                Technology.WIND,
                LocalDate.of(vintage, 1, 1),
                true,
                new BigDecimal("10000"),
                prices,
                List.of(parts));
    }

    private static Map<String, BigDecimal> price(String currency, String amount) {
        return Map.of(currency, new BigDecimal(amount));
    }

    private static Part part(Fate fate, int year, String kwh) {
        return new Part(fate, year(year), new BigDecimal(kwh));
    }

    private static InstrumentCost.Money money(InstrumentCost cost, String currency) {
        return Optional.ofNullable(cost.costs().get(currency)).orElseThrow();
    }

    @Test
    void thePriceIsSharedByEnergyBetweenWhatIsAllocatedAndWhatIsLeft() {
        InstrumentCost cost =
                InstrumentCost.of(
                                YEAR,
                                List.of(
                                        gec(
                                                "a",
                                                2023,
                                                price("CNY", "500"),
                                                part(Fate.ALLOCATED, 2023, "6000"),
                                                part(Fate.LEFT, 2023, "4000"))))
                        .getFirst();
        InstrumentCost.Money money = money(cost, "CNY");
        assertThat(money.of(Fate.ALLOCATED)).isEqualByComparingTo("300");
        assertThat(money.of(Fate.LEFT)).isEqualByComparingTo("200");
        assertThat(money.total()).isEqualByComparingTo("500");
        assertThat(money.pricedKwh()).isEqualByComparingTo("10000");
    }

    @Test
    void currenciesAreNeverMixed() {
        InstrumentCost cost =
                InstrumentCost.of(
                                YEAR,
                                List.of(
                                        gec(
                                                "a",
                                                2023,
                                                price("CNY", "500"),
                                                part(Fate.LEFT, 2023, "10000")),
                                        gec(
                                                "b",
                                                2023,
                                                price("EUR", "70"),
                                                part(Fate.LEFT, 2023, "10000"))))
                        .getFirst();
        assertThat(cost.kwh(Fate.LEFT)).isEqualByComparingTo("20000");
        assertThat(money(cost, "CNY").total()).isEqualByComparingTo("500");
        assertThat(money(cost, "EUR").total()).isEqualByComparingTo("70");
    }

    @Test
    void aPriceThatIsNotStatedIsMissingAndNotZero() {
        InstrumentCost cost =
                InstrumentCost.of(
                                YEAR,
                                List.of(gec("a", 2023, Map.of(), part(Fate.LEFT, 2023, "10000"))))
                        .getFirst();
        assertThat(cost.costs()).isEmpty();
        assertThat(cost.unpricedKwh()).isEqualByComparingTo("10000");
        assertThat(cost.unpriced()).containsExactly("a");
    }

    @Test
    void partsOfOtherTimesAreLeftOut() {
        assertThat(
                        InstrumentCost.of(
                                YEAR,
                                List.of(
                                        gec(
                                                "a",
                                                2022,
                                                price("CNY", "1"),
                                                part(Fate.ALLOCATED, 2022, "10000")))))
                .isEmpty();
    }

    @Test
    void whatIsOfSeveralYearsIsSplitByTheirDaysAndCountedOnce() {
        var decade = new Span(LocalDate.of(2021, 1, 1), LocalDate.of(2031, 1, 1));
        var agreement =
                gec(
                        "a",
                        2021,
                        price("CNY", "3652"),
                        new Part(Fate.LEFT, decade, new BigDecimal("3652")),
                        new Part(Fate.TRANSFERRED, decade, new BigDecimal("6348")));
        List<InstrumentCost> costs = InstrumentCost.of(decade, List.of(agreement));
        assertThat(costs).extracting(InstrumentCost::year).hasSize(10).startsWith(2021, 2022);
        assertThat(costs.getFirst().kwh(Fate.LEFT)).isEqualByComparingTo("365");
        assertThat(costs.get(3).kwh(Fate.LEFT)).isEqualByComparingTo("366");
        assertThat(
                        costs.stream()
                                .map(cost -> cost.kwh(Fate.TRANSFERRED))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("6348");
        assertThat(InstrumentCost.of(year(2031), List.of(agreement))).isEmpty();
        assertThat(InstrumentCost.of(year(2025), List.of(agreement)).getFirst().kwh(Fate.LEFT))
                .isEqualByComparingTo("365");
    }

    @Test
    void theLatestPriceIsOfTheLatestVintageInTheMarketAndOfOneCurrency() {
        List<PricedEnergy> all =
                List.of(
                        gec("old", 2021, price("CNY", "900")),
                        gec("new", 2023, price("CNY", "400")),
                        gec("silent", 2024, Map.of()),
                        gec("mixed", 2024, Map.of("CNY", BigDecimal.TEN, "EUR", BigDecimal.ONE)));
        InstrumentCost.LatestPrice price =
                InstrumentCost.latest(Market.MAINLAND_CHINA, all).orElseThrow();
        assertThat(price.instrumentId()).isEqualTo("new");
        assertThat(price.perMwh()).isEqualByComparingTo("40");
        assertThat(InstrumentCost.latest(new Market("HK"), all)).isEmpty();
    }

    @Test
    void whatCannotCloseTheGapDoesNotPriceIt() {
        var nuclear =
                new PricedEnergy(
                        "nuclear",
                        Market.MAINLAND_CHINA,
                        InstrumentKind.GEC,
                        Technology.NUCLEAR,
                        LocalDate.of(2024, 1, 1),
                        false,
                        new BigDecimal("10000"),
                        price("CNY", "1"),
                        List.of());
        assertThat(
                        InstrumentCost.latest(
                                Market.MAINLAND_CHINA,
                                List.of(gec("wind", 2021, price("CNY", "400")), nuclear)))
                .map(InstrumentCost.LatestPrice::instrumentId)
                .contains("wind");
        assertThat(InstrumentCost.latest(Market.MAINLAND_CHINA, List.of(nuclear))).isEmpty();
    }

    @Test
    void aClaimWithoutEnergyHasNoPrice() {
        assertThatThrownBy(() ->
                        new PricedEnergy(
                                "a",
                                Market.MAINLAND_CHINA,
                                InstrumentKind.GEC,
                                Technology.WIND,
                                LocalDate.of(2023, 1, 1),
                                true,
                                BigDecimal.ZERO,
                                Map.of(),
                                List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
