package org.netzero.gateway.roadmap.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Puts measured facilities in the place of what the model expects of them.
///
/// A facility counts from 30 days (720 measured hours) on. Its energy is annualised by hours of the
/// year / measured hours. The model expects of it `IT capacity · assumed load · hours of the year ·
/// modelled PUE of the year`. With M the modelled energy of all data centres, E the sum of the
/// expectations and A the sum of the annualised energies of the facilities that count, the re-based
/// energy is `max(0, M − E) + A`, and its ratio to M holds for the measured year and every later
/// one. Above 720 hours the result is continuous in every measured number, so a single further
/// reading moves every later year, in its proportion.
final class Rebaser {

    static final String RULE =
            "A data centre counts from 720 measured hours on: its energy, annualised by hours of the year / measured hours,"
                    + " replaces the model's expectation (IT capacity x assumed load x hours x modelled PUE) in the modelled energy"
                    + " of all data centres, and the ratio of re-based to modelled energy carries through all later years. With"
                    + " fewer hours its months stand beside the projection.";

    private Rebaser() {}

    /// Empty where the measured year is not a projected year after the base year.
    static Optional<Rebasing> rebase(
            Scenario scenario, EmissionsModel model, Measurements measurements) {
        int year = measurements.year();
        if (year <= scenario.baseYear() || year > scenario.targetYear()) {
            return Optional.empty();
        }
        double modelledPue = model.withAllLevers(year).pue();
        double itLoad = scenario.electricity().itLoad().value();
        List<FacilityStanding> standings =
                measurements.facilities().stream()
                        .sorted(Comparator.comparing(MeasuredFacility::datacenterId))
                        .map(facility ->
                                standing(facility, measurements.hours(), itLoad, modelledPue))
                        .toList();
        double expectedMwh = 0;
        double annualisedMwh = 0;
        for (FacilityStanding standing : standings) {
            if (standing instanceof FacilityStanding.Counted counted) {
                expectedMwh += counted.expectedMwh();
                annualisedMwh += counted.annualisedMwh();
            }
        }
        double modelledMwh = model.dataCenterMwh(year);
        boolean scalable = modelledMwh > 0;
        double rebasedMwh =
                scalable ? Math.max(0, modelledMwh - expectedMwh) + annualisedMwh : modelledMwh;
        return Optional.of(
                new Rebasing(
                        year,
                        modelledMwh,
                        rebasedMwh,
                        scalable ? rebasedMwh / modelledMwh : 1,
                        scalable ? Math.min(1, expectedMwh / modelledMwh) : 0,
                        standings,
                        RULE));
    }

    private static FacilityStanding standing(
            MeasuredFacility facility, double yearHours, double itLoad, double modelledPue) {
        if (facility.measuredHours() < MeasuredFacility.HOURS_TO_COUNT) {
            return beside(
                    facility,
                    "%.0f of %.0f hours are measured that a data centre needs to count."
                            .formatted(
                                    Math.floor(facility.measuredHours()),
                                    MeasuredFacility.HOURS_TO_COUNT));
        }
        OptionalDouble capacityKw = capacityKw(facility, itLoad);
        if (capacityKw.isEmpty()) {
            return beside(
                    facility,
                    "Neither its IT capacity nor its IT energy is known: state itCapacityKw or measure IT.");
        }
        return new FacilityStanding.Counted(
                facility.datacenterId(),
                facility.measuredHours(),
                facility.measuredFacilityMwh(),
                facility.months(),
                capacityKw.getAsDouble(),
                facility.itCapacityKw().isEmpty(),
                facility.measuredFacilityMwh() * yearHours / facility.measuredHours(),
                capacityKw.getAsDouble() / 1_000 * itLoad * yearHours * modelledPue);
    }

    private static FacilityStanding beside(MeasuredFacility facility, String reason) {
        return new FacilityStanding.Beside(
                facility.datacenterId(),
                facility.measuredHours(),
                facility.measuredFacilityMwh(),
                facility.months(),
                reason);
    }

    /// As stated, else the mean measured IT load over the assumed load; empty where no IT energy is
    /// measured either.
    private static OptionalDouble capacityKw(MeasuredFacility facility, double itLoad) {
        if (facility.itCapacityKw().isPresent()) {
            return facility.itCapacityKw();
        }
        double itMwh = facility.measuredItMwh().orElse(0);
        return itMwh > 0
                ? OptionalDouble.of(itMwh * 1_000 / facility.measuredHours() / itLoad)
                : OptionalDouble.empty();
    }
}
