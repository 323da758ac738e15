package org.netzero.emissions.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.InventoryLine;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.consumption.Consumption;
import org.netzero.emissions.consumption.Resource;
import org.netzero.emissions.driver.Driver;
import org.netzero.emissions.driver.DriverValue;
import org.netzero.emissions.driver.Drivers;
import org.netzero.emissions.driver.Money;
import org.netzero.emissions.indicator.Indicators;
import org.netzero.emissions.inventory.Inventories;
import org.netzero.emissions.publishedfigure.EmissionsPerMoney;
import org.netzero.emissions.publishedfigure.PublishedFigure;
import org.netzero.emissions.publishedfigure.PublishedFigures;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Computed figures beside published ones. Nothing is tuned: a difference stays and is commented.
@ApplicationScoped
class Reconciliations {

    private static final int RATIO_DECIMALS = 6;

    private final PublishedFigures publishedFigures;
    private final Inventories inventories;
    private final Consumption consumption;
    private final Indicators indicators;
    private final Drivers drivers;

    Reconciliations(
            PublishedFigures publishedFigures,
            Inventories inventories,
            Consumption consumption,
            Indicators indicators,
            Drivers drivers) {
        this.publishedFigures = publishedFigures;
        this.inventories = inventories;
        this.consumption = consumption;
        this.indicators = indicators;
        this.drivers = drivers;
    }

    /// What figures are computed from.
    private record Sources(
            int year, Inventory inventory, EnergyFigures energy, Optional<DriverValue> revenue) {}

    @Transactional
    List<Comparison> ofYear(int year) {
        var sources =
                new Sources(
                        year,
                        inventories.calculate(year),
                        new EnergyFigures(consumption.ofYear(year)),
                        drivers.find(Driver.REVENUE, year));
        return publishedFigures.ofYear(year).stream()
                .sorted(Comparator.comparing(PublishedFigure::figure))
                .flatMap(published -> compare(published, sources))
                .toList();
    }

    private Stream<Comparison> compare(PublishedFigure published, Sources sources) {
        return switch (published.figure()) {
            case TOTAL_EMISSIONS, SCOPE_2, EMISSIONS_PER_REVENUE ->
                    Stream.of(Scope2Method.values())
                            .map(method -> byMethod(published, method, sources));
            case SCOPE_1 ->
                    one(
                            published,
                            emissions(sources.inventory(), Scope.SCOPE_1),
                            "Computed from the fuels on record; what else a report counts in scope 1, such as refrigerants, is missing here unless it is recorded");
            case SCOPE_3 ->
                    one(
                            published,
                            emissions(sources.inventory(), Scope.SCOPE_3),
                            "Computed from activity records; a figure taken over as stated equals its report by construction");
            case TOTAL_ENERGY ->
                    one(
                            published,
                            sources.energy().total(),
                            "Direct plus indirect energy; own renewable generation is not in it");
            case DIRECT_ENERGY ->
                    one(
                            published,
                            sources.energy().direct(),
                            "Fuels by net calorific value; differs with heating values and assumed densities");
            case INDIRECT_ENERGY ->
                    one(
                            published,
                            sources.energy().indirect(),
                            "Purchased electricity, heat, steam and cooling");
            case PURCHASED_RENEWABLE ->
                    one(
                            published,
                            sources.energy().purchasedRenewable(),
                            "As recorded; no certificate is on file");
            case OWN_RENEWABLE ->
                    one(
                            published,
                            sources.energy().ownRenewable(),
                            "Own solar and wind power as recorded");
            case PUE -> pue(published, sources);
            case WATER -> resource(published, Resource.WATER, sources);
            case HAZARDOUS_WASTE -> resource(published, Resource.HAZARDOUS_WASTE, sources);
            case NON_HAZARDOUS_WASTE -> resource(published, Resource.NON_HAZARDOUS_WASTE, sources);
        };
    }

    private static Comparison byMethod(
            PublishedFigure published, Scope2Method method, Sources sources) {
        Inventory inventory = sources.inventory();
        String comment =
                "The report does not say which scope 2 method it used; this line is the %s one"
                        .formatted(method);
        return switch (published.figure()) {
            case SCOPE_2 ->
                    line(
                            published,
                            method,
                            emissions(inventory, method).map(amount -> in(published, amount)),
                            comment);
            case EMISSIONS_PER_REVENUE ->
                    line(
                            published,
                            method,
                            total(inventory, method)
                                    .flatMap(total -> perRevenue(published, total, sources)),
                            comment + "; revenue is the driver REVENUE of the year");
            default ->
                    line(
                            published,
                            method,
                            total(inventory, method).map(amount -> in(published, amount)),
                            comment);
        };
    }

    private static Optional<BigDecimal> perRevenue(
            PublishedFigure published, Quantity total, Sources sources) {
        EmissionsPerMoney unit = EmissionsPerMoney.parse(published.unit()).orElseThrow();
        return sources.revenue()
                .flatMap(revenue -> inUnitsOf(unit.money(), revenue))
                .filter(revenue -> revenue.signum() > 0)
                .map(revenue ->
                        total.to(unit.emissions())
                                .value()
                                .divide(revenue, RATIO_DECIMALS, RoundingMode.HALF_EVEN));
    }

    /// Empty when the revenue is in another currency: none is converted here.
    private static Optional<BigDecimal> inUnitsOf(Money unit, DriverValue revenue) {
        return Money.parse(revenue.unit())
                .filter(money -> money.currency().equals(unit.currency()))
                .map(money -> revenue.value().multiply(money.multiple()))
                .map(amount ->
                        amount.divide(unit.multiple(), RATIO_DECIMALS, RoundingMode.HALF_EVEN));
    }

    private Stream<Comparison> pue(PublishedFigure published, Sources sources) {
        Optional<Indicators.FleetPue> fleet = indicators.fleet(sources.year());
        String comment =
                fleet.map(pue ->
                                "PUE of the fleet, "
                                        + (pue.provenance().equals("STATED")
                                                ? "as stated: it equals its report by construction"
                                                : "from readings"))
                        .orElse("");
        return Stream.of(line(published, null, fleet.map(Indicators.FleetPue::pue), comment));
    }

    private Stream<Comparison> resource(
            PublishedFigure published, Resource resource, Sources sources) {
        Optional<Quantity> recorded = consumption.resource(resource, sources.year());
        boolean volume = recorded.isPresent() && recorded.get().unit().compatibleWith(Unit.M3);
        Optional<Quantity> mass =
                volume && resource == Resource.WATER
                        ? recorded.map(water -> new Quantity(water.to(Unit.M3).value(), Unit.T))
                        : recorded.filter(amount -> amount.unit().compatibleWith(Unit.T));
        return one(
                published,
                mass,
                volume ? "As recorded, with 1 t for a cubic metre of water" : "As recorded");
    }

    private static Stream<Comparison> one(
            PublishedFigure published, Optional<Quantity> computed, String comment) {
        return Stream.of(
                line(published, null, computed.map(amount -> in(published, amount)), comment));
    }

    private static Comparison line(
            PublishedFigure published,
            @Nullable Scope2Method method,
            Optional<BigDecimal> computed,
            String comment) {
        return Comparison.of(
                published.figure(),
                method,
                published.unit(),
                computed.orElse(null),
                published.value(),
                computed.isPresent() ? comment : "Nothing on record to compute it from");
    }

    private static BigDecimal in(PublishedFigure published, Quantity amount) {
        return amount.to(Unit.parse(published.unit())).value();
    }

    private static Optional<Quantity> emissions(Inventory inventory, Scope scope) {
        return sum(inventory.lines().filter(result -> result.scope() == scope));
    }

    private static Optional<Quantity> emissions(Inventory inventory, Scope2Method method) {
        return sum(inventory.lines().filter(result -> result.method().equals(Optional.of(method))));
    }

    /// Empty unless every scope has a result: a total without a scope is not the printed total.
    private static Optional<Quantity> total(Inventory inventory, Scope2Method method) {
        return emissions(inventory, Scope.SCOPE_1)
                .flatMap(scope1 ->
                        emissions(inventory, method)
                                .flatMap(scope2 ->
                                        emissions(inventory, Scope.SCOPE_3)
                                                .map(scope1.plus(scope2)::plus)));
    }

    private static Optional<Quantity> sum(Stream<InventoryLine> results) {
        return results.map(result -> new Quantity(result.emission().kilograms(), Unit.KG_CO2E))
                .reduce(Quantity::plus);
    }
}
