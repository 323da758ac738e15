package org.netzero.energy.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.grid.LoadEmissions;
import org.netzero.energy.grid.MarketBasedEmissions;
import org.netzero.platform.input.Period;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// Market-based emissions of electricity drawn, hour by hour beside the annual method over the same
/// hours. It informs; the accounts use the factors of the inventory.
record MarketBasedView(
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
                    "coveredHourlyMwh",
                    "coveredAnnualMwh",
                    "hours",
                    "hoursAtResidual",
                    "hoursAtAnnualResidual",
                    "hoursAtGrid",
                    "hoursLeftOut",
                    "hourlyKg",
                    "annualKg",
                    "differenceKg",
                    "restGramsPerKwh",
                    "average",
                    "locationBasedHourlyKg",
                    "locationBasedAnnualKg");

    /// @param gas of the intensities: `CO2`, `CO2E` or `MIXED`
    /// @param coveredHourlyMwh what allocated instruments cover in the hours they were generated in
    /// @param coveredAnnualMwh what they cover when only the sums have to agree
    /// @param hoursAtResidual hours whose rest is at the residual mix
    /// @param hoursAtAnnualResidual how many of these take the residual mix of the year
    /// @param hoursAtGrid hours whose rest is at the grid's average, for want of a residual mix
    /// @param hoursLeftOut hours without an intensity or without a whole measurement
    /// @param differenceKg hourly less annual
    /// @param restGramsPerKwh the mean that the annual method puts the rest at
    /// @param average `GENERATION_WEIGHTED` or `TIME_WEIGHTED`
    /// @param locationBasedHourlyKg the same load without instruments, at the grid's average of
    ///   each hour; null where that is not on file of every hour
    /// @param locationBasedAnnualKg at the mean of the grid's averages
    record ZoneView(
            String zone,
            String gas,
            @Nullable BigDecimal drawnMwh,
            @Nullable BigDecimal coveredHourlyMwh,
            @Nullable BigDecimal coveredAnnualMwh,
            int hours,
            int hoursAtResidual,
            int hoursAtAnnualResidual,
            int hoursAtGrid,
            int hoursLeftOut,
            BigDecimal hourlyKg,
            BigDecimal annualKg,
            BigDecimal differenceKg,
            BigDecimal restGramsPerKwh,
            String average,
            @Nullable BigDecimal locationBasedHourlyKg,
            @Nullable BigDecimal locationBasedAnnualKg) {

        static ZoneView of(
                String zone,
                int leftOut,
                int atResidual,
                int atAnnual,
                int atGrid,
                MarketBasedEmissions emissions,
                Optional<LoadEmissions> location) {
            LoadEmissions rest = emissions.rest();
            return new ZoneView(
                    zone,
                    LocationBasedView.ZoneView.gas(rest),
                    mwh(emissions.drawnJoules()),
                    mwh(emissions.coveredHourlyJoules()),
                    mwh(emissions.coveredAnnualJoules()),
                    rest.hours(),
                    atResidual,
                    atAnnual,
                    atGrid,
                    leftOut,
                    Presentation.kg(emissions.hourlyKg()),
                    Presentation.kg(emissions.annualKg()),
                    Presentation.kg(emissions.hourlyKg().subtract(emissions.annualKg())),
                    Presentation.intensity(rest.meanGramsPerKwh()),
                    rest.weightedByGeneration() ? "GENERATION_WEIGHTED" : "TIME_WEIGHTED",
                    location.map(of -> Presentation.kg(of.hourlyKg())).orElse(null),
                    location.map(of -> Presentation.kg(of.averageKg())).orElse(null));
        }

        private static @Nullable BigDecimal mwh(long joules) {
            return Presentation.mwh(Optional.of(Presentation.kwh(joules)));
        }

        private List<@Nullable Object> row() {
            return Table.row(
                    zone,
                    gas,
                    drawnMwh,
                    coveredHourlyMwh,
                    coveredAnnualMwh,
                    hours,
                    hoursAtResidual,
                    hoursAtAnnualResidual,
                    hoursAtGrid,
                    hoursLeftOut,
                    hourlyKg,
                    annualKg,
                    differenceKg,
                    restGramsPerKwh,
                    average,
                    locationBasedHourlyKg,
                    locationBasedAnnualKg);
        }
    }

    static MarketBasedView of(
            Period period, Optional<String> siteId, List<ZoneView> zones, List<Finding> findings) {
        return new MarketBasedView(
                period.toString(),
                siteId.orElse(null),
                List.copyOf(zones),
                List.copyOf(findings),
                Table.of(COLUMNS, zones, ZoneView::row));
    }
}
