package org.netzero.emissions.calculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netzero.emissions.calculation.MoneyTables.ExchangeRate;
import org.netzero.emissions.calculation.MoneyTables.PriceIndex;
import org.netzero.emissions.factor.FactorQuery;
import org.netzero.emissions.factor.Purpose;
import org.netzero.emissions.library.TestLibrary;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Closed forms with the factor of soybean farming, 0.532 kg CO2e per USD of 2022 (USEEIO 1.3).
class MoneyTablesTest {

    private static final ExchangeRate YUAN_FOR_A_DOLLAR =
            new ExchangeRate("USD", "CNY", 2024, new BigDecimal("8"), "made for this test");
    private static final ExchangeRate DOLLARS_FOR_A_YUAN =
            new ExchangeRate("CNY", "USD", 2024, new BigDecimal("0.125"), "made for this test");

    private static PriceIndex index(int year, String value) {
        return new PriceIndex("USD", year, new BigDecimal(value), "made for this test");
    }

    private static Calculated spent(MoneyTables tables, Quantity money) {
        return new Calculator(TestLibrary.SHIPPED, GwpSet.AR5_100, tables)
                .calculate(
                        new ActivityData(
                                Optional.of(CalculationMethod.SPEND_BASED),
                                money,
                                MethodInputs.NONE),
                        new FactorQuery(
                                "soybean-farming",
                                Purpose.SPEND,
                                List.of("US", "WORLD"),
                                LocalDate.of(2024, 6, 30),
                                LocalDate.of(2026, 6, 30),
                                Optional.empty()));
    }

    @Test
    void moneyIsExchangedInTheYearOfSpendingAndThenBroughtToTheFactorsPrices() {
        var tables =
                new MoneyTables(
                        List.of(YUAN_FOR_A_DOLLAR), List.of(index(2024, "80"), index(2022, "100")));

        Calculated spent = spent(tables, Quantity.of("64", Unit.THOUSAND_CNY));

        // 64,000 CNY ÷ 8 × 100 ÷ 80 × 0.532
        assertThat(spent.emission().kilograms()).isEqualByComparingTo("5320");
        assertThat(spent.flags())
                .contains(Calculated.MONEY_CONVERTED)
                .doesNotContain(Calculated.PRICE_YEAR_DIFFERS);
        assertThat(spent.trace().toString())
                .contains("8 CNY for 1 USD", "8000 USD", "index of 2022", "10000 USD");
    }

    @Test
    void aRateOfEitherDirectionGivesTheSame() {
        Quantity money = Quantity.of("64", Unit.CNY);
        assertThat(spent(new MoneyTables(List.of(DOLLARS_FOR_A_YUAN), List.of()), money).emission())
                .isEqualTo(
                        spent(new MoneyTables(List.of(YUAN_FOR_A_DOLLAR), List.of()), money)
                                .emission());
    }

    @Test
    void withoutAnyIndexThePriceYearIsFlaggedAndNotGuessed() {
        Calculated spent = spent(MoneyTables.NONE, Quantity.of("1000", Unit.USD));
        assertThat(spent.emission().kilograms()).isEqualByComparingTo("532");
        assertThat(spent.flags()).contains(Calculated.PRICE_YEAR_DIFFERS);
    }

    @Test
    void aMissingRateOrIndexIsRefusedByCurrencyAndYear() {
        assertThatThrownBy(() -> spent(MoneyTables.NONE, Quantity.of("1", Unit.HKD)))
                .isInstanceOf(NoExchangeRate.class)
                .hasMessageContaining("from HKD to USD is known for 2024");
        assertThatThrownBy(() ->
                        spent(
                                new MoneyTables(List.of(), List.of(index(2022, "100"))),
                                Quantity.of("1", Unit.USD)))
                .isInstanceOf(NoPriceIndex.class)
                .hasMessageContaining("USD is known for 2024");
    }
}
