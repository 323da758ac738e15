package org.netzero.emissions.intensity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.driver.Driver;
import org.netzero.emissions.driver.DriverValue;
import org.netzero.emissions.inventory.InventoryStatus;
import org.netzero.emissions.inventory.InventoryView;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// Emissions of a year per its drivers.
///
/// @param version of the locked inventory; null while the year is calculated anew
/// @param complete whether the inventory is; if not, the emissions may be too low
record IntensityView(
        String period,
        InventoryStatus status,
        @Nullable Integer version,
        boolean complete,
        List<Intensity> intensities)
        implements Tabular {

    private static final int DECIMALS = 12;

    private static final List<String> COLUMNS =
            List.of(
                    "period",
                    "driver",
                    "figure",
                    "method",
                    "numeratorKgCo2e",
                    "denominator",
                    "denominatorUnit",
                    "intensity",
                    "intensityUnit");

    /// @param figure `SCOPE_1`, … or `TOTAL`
    /// @param method of scope 2 in it; null where it has none
    /// @param value null where the driver is 0, as there is nothing to divide by
    record Intensity(
            Driver driver,
            String figure,
            @Nullable Scope2Method method,
            Mass numerator,
            Amount denominator,
            @Nullable BigDecimal value,
            String unit) {

        static Intensity of(
                DriverValue driver,
                String figure,
                @Nullable Scope2Method method,
                InventoryView.Amount emissions) {
            return new Intensity(
                    driver.driver(),
                    figure,
                    method,
                    new Mass(emissions.kgCo2e()),
                    new Amount(driver.value(), driver.unit()),
                    driver.value().signum() == 0
                            ? null
                            : emissions
                                    .kgCo2e()
                                    .divide(driver.value(), DECIMALS, RoundingMode.HALF_EVEN),
                    "kgCO2e per " + driver.unit());
        }
    }

    record Mass(BigDecimal kgCo2e) {}

    record Amount(BigDecimal value, String unit) {}

    static IntensityView of(InventoryView inventory, List<DriverValue> drivers) {
        return new IntensityView(
                inventory.period(),
                inventory.status(),
                inventory.version(),
                inventory.complete(),
                drivers.stream().flatMap(driver -> per(driver, inventory)).toList());
    }

    private static Stream<Intensity> per(DriverValue driver, InventoryView inventory) {
        return Stream.of(
                Intensity.of(driver, Scope.SCOPE_1.name(), null, inventory.scope1()),
                Intensity.of(
                        driver,
                        Scope.SCOPE_2.name(),
                        Scope2Method.LOCATION_BASED,
                        inventory.scope2().locationBased()),
                Intensity.of(
                        driver,
                        Scope.SCOPE_2.name(),
                        Scope2Method.MARKET_BASED,
                        new InventoryView.Amount(inventory.scope2().marketBased().kgCo2e())),
                Intensity.of(
                        driver,
                        Scope.SCOPE_3.name(),
                        null,
                        new InventoryView.Amount(inventory.scope3().kgCo2e())),
                Intensity.of(
                        driver,
                        "TOTAL",
                        Scope2Method.LOCATION_BASED,
                        inventory.total().locationBased()),
                Intensity.of(
                        driver,
                        "TOTAL",
                        Scope2Method.MARKET_BASED,
                        inventory.total().marketBased()));
    }

    @Override
    public Table table() {
        return Table.of(COLUMNS, intensities, this::row);
    }

    private List<@Nullable Object> row(Intensity intensity) {
        return Table.row(
                period,
                intensity.driver(),
                intensity.figure(),
                intensity.method(),
                intensity.numerator().kgCo2e(),
                intensity.denominator().value(),
                intensity.denominator().unit(),
                intensity.value(),
                intensity.unit());
    }
}
