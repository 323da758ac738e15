package org.netzero.energy.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.grid.LoadEmissions;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// Emissions of electricity drawn from the grid by the place it was drawn at: with the intensity of
/// each hour beside the average of the whole time. It informs; the accounts use the factors of the
/// inventory.
record LocationBasedView(
        String period,
        @Nullable String siteId,
        List<ZoneView> zones,
        List<Finding> findings,
        @JsonIgnore Table table)
        implements Tabular {

    private static final List<String> COLUMNS =
            List.of(
                    "zone",
                    "gas",
                    "drawnMwh",
                    "hours",
                    "hoursOfCo2",
                    "hoursOfCo2e",
                    "hoursLeftOut",
                    "hourlyKg",
                    "averageKg",
                    "differenceKg",
                    "averageGramsPerKwh",
                    "average");

    /// @param gas `CO2` where the intensities are of carbon dioxide alone, `CO2E` where they are of
    ///   all greenhouse gases, else `MIXED`
    /// @param drawnMwh from the grid, in the hours counted
    /// @param hoursOfCo2 how many of the hours counted have an intensity of carbon dioxide alone
    /// @param hoursOfCo2e how many have one of all greenhouse gases
    /// @param hoursLeftOut hours without an intensity or without a whole measurement
    /// @param differenceKg hourly less average
    /// @param average `GENERATION_WEIGHTED` or `TIME_WEIGHTED`
    record ZoneView(
            String zone,
            String gas,
            @Nullable BigDecimal drawnMwh,
            int hours,
            int hoursOfCo2,
            int hoursOfCo2e,
            int hoursLeftOut,
            BigDecimal hourlyKg,
            BigDecimal averageKg,
            BigDecimal differenceKg,
            BigDecimal averageGramsPerKwh,
            String average) {

        static ZoneView of(String zone, int leftOut, LoadEmissions emissions) {
            return new ZoneView(
                    zone,
                    gas(emissions),
                    Presentation.mwh(Optional.of(Presentation.kwh(emissions.loadJoules()))),
                    emissions.hours(),
                    emissions.co2OnlyHours(),
                    emissions.hours() - emissions.co2OnlyHours(),
                    leftOut,
                    Presentation.kg(emissions.hourlyKg()),
                    Presentation.kg(emissions.averageKg()),
                    Presentation.kg(emissions.hourlyKg().subtract(emissions.averageKg())),
                    Presentation.intensity(emissions.meanGramsPerKwh()),
                    emissions.weightedByGeneration() ? "GENERATION_WEIGHTED" : "TIME_WEIGHTED");
        }

        static String gas(LoadEmissions emissions) {
            if (emissions.co2OnlyHours() == 0) {
                return "CO2E";
            }
            return emissions.co2OnlyHours() == emissions.hours() ? "CO2" : "MIXED";
        }

        private List<@Nullable Object> row() {
            return Table.row(
                    zone,
                    gas,
                    drawnMwh,
                    hours,
                    hoursOfCo2,
                    hoursOfCo2e,
                    hoursLeftOut,
                    hourlyKg,
                    averageKg,
                    differenceKg,
                    averageGramsPerKwh,
                    average);
        }
    }

    static LocationBasedView of(
            Period period, Optional<String> siteId, List<ZoneView> zones, List<Finding> findings) {
        return new LocationBasedView(
                period.toString(),
                siteId.orElse(null),
                zones,
                findings,
                Table.of(COLUMNS, zones, ZoneView::row));
    }
}
