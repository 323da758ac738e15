package org.netzero.energy.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.netzero.energy.balance.Finding;
import org.netzero.energy.balance.FindingCode;
import org.netzero.energy.carrier.Flow;
import org.netzero.energy.grid.AnnualFactor;
import org.netzero.energy.grid.AnnualFactors;
import org.netzero.energy.grid.AnnualIntensities;
import org.netzero.energy.grid.GridHours;
import org.netzero.energy.grid.GridIntensity;
import org.netzero.energy.grid.GridPurpose;
import org.netzero.energy.grid.LoadEmissions;
import org.netzero.energy.interval.MeasuredElectricity;
import org.netzero.energy.meter.HourlySeries;
import org.netzero.energy.meter.MeterHours;
import org.netzero.energy.site.Sites;
import org.netzero.platform.input.Period;

/// Electricity drawn from the grid, hour by hour, beside what the grid emitted in that hour.
@ApplicationScoped
class HourlyEmissions {

    private final MeasuredElectricity electricity;
    private final GridHours grid;
    private final AnnualIntensities annual;
    private final Sites sites;

    HourlyEmissions(
            MeasuredElectricity electricity,
            GridHours grid,
            AnnualIntensities annual,
            Sites sites) {
        this.electricity = electricity;
        this.grid = grid;
        this.annual = annual;
        this.sites = sites;
    }

    /// @throws HourlySeriesMissing when no meter tells what was drawn, or no zone its intensity
    LocationBasedView of(Period period, Optional<String> siteId) {
        siteId.ifPresent(sites::get);
        MeasuredElectricity.Measured measured = electricity.of(period, siteId);
        HourlySeries.Hours hours = measured.hours();
        Map<String, List<MeterHours>> drawing = new TreeMap<>();
        for (MeterHours meter : hours.meters()) {
            if (meter.meter().source().flow() == Flow.PURCHASE) {
                drawing.computeIfAbsent(
                                HourlyMatchings.zoneOf(meter, hours.places()),
                                zone -> new ArrayList<>())
                        .add(meter);
            }
        }
        var zones = new ArrayList<LocationBasedView.ZoneView>();
        var findings = new ArrayList<Finding>();
        HourlyMatchings.noteTelemetry(measured.fromTelemetry(), findings);
        drawing.forEach((zone, meters) ->
                new Zone(zone, meters, hours).view(findings).ifPresent(zones::add));
        if (drawing.isEmpty()) {
            throw new HourlySeriesMissing(period.toString());
        }
        return LocationBasedView.of(period, siteId, List.copyOf(zones), List.copyOf(findings));
    }

    private final class Zone {

        private final String zone;
        private final List<MeterHours> meters;
        private final HourlySeries.Hours hours;

        Zone(String zone, List<MeterHours> meters, HourlySeries.Hours hours) {
            this.zone = zone;
            this.meters = meters;
            this.hours = hours;
        }

        Optional<LocationBasedView.ZoneView> view(List<Finding> findings) {
            Map<Instant, GridIntensity> intensities =
                    grid.of(
                            zone,
                            GridPurpose.LOCATION_BASED,
                            hours.start(),
                            hours.startOf(hours.count()));
            if (intensities.isEmpty()) {
                intensities = ofTheYear(findings);
            }
            var counted = new ArrayList<LoadEmissions.Hour>();
            int withoutIntensity = 0;
            int notMeasured = 0;
            for (int hour = 0; hour < hours.count(); hour++) {
                int at = hour;
                List<MeterHours> expected =
                        meters.stream().filter(meter -> meter.isExpected(at)).toList();
                if (expected.isEmpty()) {
                    continue;
                }
                GridIntensity intensity = intensities.get(hours.startOf(hour));
                if (!expected.stream().allMatch(meter -> meter.isWhole(at))) {
                    notMeasured++;
                } else if (intensity == null) {
                    withoutIntensity++;
                } else {
                    long joules = expected.stream().mapToLong(meter -> meter.joules()[at]).sum();
                    counted.add(new LoadEmissions.Hour(joules, intensity));
                }
            }
            note(
                    findings,
                    FindingCode.NO_GRID_INTENSITY,
                    withoutIntensity,
                    "no intensity of the zone is on file; import grid-hours");
            note(
                    findings,
                    FindingCode.HOURS_NOT_MEASURED,
                    notMeasured,
                    "not all meters measured the whole hour");
            int leftOut = withoutIntensity + notMeasured;
            return LoadEmissions.of(counted, intensities.values())
                    .map(emissions -> LocationBasedView.ZoneView.of(zone, leftOut, emissions));
        }

        /// The average of the year in every hour, for want of any hour on file.
        private Map<Instant, GridIntensity> ofTheYear(List<Finding> findings) {
            AnnualFactors factors = HourlyMatchings.annualFactors(annual, meters, hours);
            Map<Instant, GridIntensity> intensities = new TreeMap<>();
            Set<String> names = new TreeSet<>();
            for (int hour = 0; hour < hours.count(); hour++) {
                Instant start = hours.startOf(hour);
                Optional<AnnualFactor> factor = factors.at(GridPurpose.LOCATION_BASED, start);
                factor.ifPresent(known -> intensities.put(start, known.intensity()));
                factor.ifPresent(known -> names.add(known.name()));
            }
            if (!names.isEmpty()) {
                findings.add(
                        new Finding(
                                FindingCode.ANNUAL_GRID_AVERAGE,
                                zone,
                                "no hour of the zone is on file; every hour is at the average of its year, by factor %s"
                                        .formatted(String.join(", ", names))));
            }
            return intensities;
        }

        private void note(List<Finding> findings, FindingCode code, int count, String why) {
            if (count > 0) {
                findings.add(
                        new Finding(
                                code, zone, "%,d hours are left out: %s".formatted(count, why)));
            }
        }
    }
}
