package org.netzero.emissions.calculation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.PriceBasis;
import org.netzero.emissions.factor.UnitNotOfFactor;
import org.netzero.quantities.Fraction;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Exchange rates and price indices, as the company states them, and the rule by which spent money
/// becomes the money of a factor: first the currency, at the rate of the year of spending, then the
/// prices, by the index of the factor's currency.
public final class MoneyTables {

    public static final MoneyTables NONE = new MoneyTables(List.of(), List.of());

    private final Map<RateKey, ExchangeRate> rates;
    private final Map<IndexKey, PriceIndex> indices;

    private record RateKey(String from, String to, int year) {}

    private record IndexKey(String currency, int year) {}

    /// What one unit of a currency was worth in a year.
    ///
    /// @param value units of `to` for one unit of `from`, above 0
    public record ExchangeRate(String from, String to, int year, BigDecimal value, String source) {}

    /// The level of prices in a currency and year; only quotients of two years mean something.
    ///
    /// @param value above 0
    public record PriceIndex(String currency, int year, BigDecimal value, String source) {}

    public MoneyTables(List<ExchangeRate> rates, List<PriceIndex> indices) {
        this.rates =
                rates.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        rate -> new RateKey(rate.from(), rate.to(), rate.year()),
                                        Function.identity()));
        this.indices =
                indices.stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        index -> new IndexKey(index.currency(), index.year()),
                                        Function.identity()));
    }

    /// Money in the currency and, where the company has price indices of it, in the prices of a
    /// factor.
    ///
    /// @param converted whether its currency or its prices are others than those it was spent in
    /// @param pricesConverted whether it is in the factor's price year
    record Converted(Quantity money, boolean converted, boolean pricesConverted) {}

    /// @param spentIn the year of the spending
    /// @throws NoExchangeRate if the currencies differ and no rate of the year is known
    /// @throws NoPriceIndex if the currency has indices, but none of one of the years
    Converted convert(Quantity money, int spentIn, EmissionFactor factor, Steps steps) {
        PriceBasis basis =
                factor.priceBasis().orElseThrow(() -> new UnitNotOfFactor(money, factor));
        boolean otherCurrency = !money.unit().compatibleWith(factor.per());
        Quantity exchanged = exchange(money, spentIn, factor.per(), steps);
        if (basis.year() == spentIn) {
            return new Converted(exchanged, otherCurrency, true);
        }
        boolean known =
                indices.keySet().stream().anyMatch(key -> key.currency().equals(basis.currency()));
        return known
                ? new Converted(inPricesOf(basis, exchanged, spentIn, steps), true, true)
                : new Converted(exchanged, otherCurrency, false);
    }

    private Quantity exchange(Quantity money, int year, Unit wanted, Steps steps) {
        if (money.unit().compatibleWith(wanted)) {
            return money;
        }
        String from = currency(money.unit());
        Unit unit = wanted.dimension().baseUnit();
        String to = unit.symbol();
        Quantity base = money.to(money.unit().dimension().baseUnit());
        Optional<ExchangeRate> direct = Optional.ofNullable(rates.get(new RateKey(from, to, year)));
        ExchangeRate rate =
                direct.or(() -> Optional.ofNullable(rates.get(new RateKey(to, from, year))))
                        .orElseThrow(() -> new NoExchangeRate(from, to, year));
        Fraction factor =
                direct.isPresent()
                        ? Fraction.of(rate.value(), BigDecimal.ONE)
                        : Fraction.of(BigDecimal.ONE, rate.value());
        Quantity exchanged = new Quantity(base.value(), unit).times(factor);
        steps.add(() ->
                CalculationTrace.from()
                        .with("money", money)
                        .with(
                                "rate",
                                "%s %s for 1 %s"
                                        .formatted(
                                                rate.value().toPlainString(),
                                                rate.to(),
                                                rate.from()))
                        .with("year", year)
                        .with("source", rate.source())
                        .step(
                                "currency",
                                direct.isPresent() ? "money × rate" : "money ÷ rate",
                                exchanged));
        return exchanged;
    }

    private Quantity inPricesOf(PriceBasis basis, Quantity money, int spentIn, Steps steps) {
        PriceIndex then = index(basis.currency(), spentIn);
        PriceIndex wanted = index(basis.currency(), basis.year());
        Quantity converted = money.times(Fraction.of(wanted.value(), then.value()));
        steps.add(() ->
                CalculationTrace.from()
                        .with("money", money)
                        .with("index of " + spentIn, then.value().toPlainString())
                        .with("index of " + basis.year(), wanted.value().toPlainString())
                        .with("source", wanted.source())
                        .step(
                                "price year",
                                "money × index of %d ÷ index of %d"
                                        .formatted(basis.year(), spentIn),
                                converted));
        return converted;
    }

    private PriceIndex index(String currency, int year) {
        return Optional.ofNullable(indices.get(new IndexKey(currency, year)))
                .orElseThrow(() -> new NoPriceIndex(currency, year));
    }

    private static String currency(Unit money) {
        return money.dimension().baseUnit().symbol();
    }
}
