package org.netzero.gateway.roadmap.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Puts what facilities measured in the place of what the model expects of them.
///
/// Of one facility, with H the hours of the year, h those measured and m the energy measured in
/// them, the model expects `X = IT capacity · assumed load · H · modelled PUE of the year`. Its
/// re-based energy of the year is
///
/// ```
/// R = m + (H − h) · [c · m/h + (1 − c) · X/H],   c = max(0, 1 − 720/h)
///   = X + Z · (m · H/h − X),                     Z = h/H + (1 − h/H) · c
/// ```
///
/// The measured hours replace their own expectation. The remaining ones stay as the model expects
/// them until 30 days (720 hours) are measured; from then on they lean on the mean of the measured
/// hours with the credibility c, which grows from 0 with the hours beyond those 30 days. R is
/// continuous in h and m, grows with m, equals X where the measured mean is the expected one, and m
/// where the whole year is measured. Z grows with every hour, so a further hour moves R under a
/// constant load as well, unless that load is exactly the expected one.
///
/// Of the fleet, M is the modelled energy of all data centres and E the sum of the expectations.
/// Where E exceeds M, capacities say more than the model knows and every X is taken times `s = M /
/// E`. The re-based energy of the fleet is `M + Σ Z · (m · H/h − s · X)`; its ratio to M holds for
/// the measured year and every later one.
final class Rebaser {

    static final String RULE =
            "A data centre's measured hours replace what the model expects of them (IT capacity x assumed load x hours x modelled"
                    + " PUE). From 720 measured hours (30 days) on they are annualised too: the remaining hours of the year lean"
                    + " on the mean of the measured ones with the weight 1 - 720 / measured hours, else on the model. The ratio"
                    + " of the re-based to the modelled energy of all data centres carries through all later years.";

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
        double modelledMwh = model.dataCenterMwh(year);
        double rebasedMwh = rebasedMwh(modelledMwh, expectedMwh(standings), standings);
        boolean scalable = modelledMwh > 0;
        return Optional.of(
                new Rebasing(
                        year,
                        modelledMwh,
                        rebasedMwh,
                        scalable ? rebasedMwh / modelledMwh : 1,
                        scalable ? Math.min(1, expectedMwh(standings) / modelledMwh) : 0,
                        standings,
                        RULE));
    }

    private static double expectedMwh(List<FacilityStanding> standings) {
        double expectedMwh = 0;
        for (FacilityStanding standing : standings) {
            if (standing instanceof FacilityStanding.Counted counted) {
                expectedMwh += counted.expectedMwh();
            }
        }
        return expectedMwh;
    }

    private static double rebasedMwh(
            double modelledMwh, double expectedMwh, List<FacilityStanding> standings) {
        if (modelledMwh <= 0) {
            return modelledMwh;
        }
        double scale = expectedMwh > modelledMwh ? modelledMwh / expectedMwh : 1;
        double rebasedMwh = modelledMwh;
        for (FacilityStanding standing : standings) {
            if (standing instanceof FacilityStanding.Counted counted) {
                rebasedMwh += counted.changeMwh(scale);
            }
        }
        return Math.max(0, rebasedMwh);
    }

    private static FacilityStanding standing(
            MeasuredFacility facility, double yearHours, double itLoad, double modelledPue) {
        double hours = facility.measuredHours();
        if (hours == 0) {
            return beside(facility, "No hour of it is measured.");
        }
        OptionalDouble capacityKw = capacityKw(facility, itLoad);
        if (capacityKw.isEmpty()) {
            return beside(
                    facility,
                    "Neither its IT capacity nor its IT energy is known: state itCapacityKw or measure IT.");
        }
        double measuredShare = hours / yearHours;
        double credibility = Math.max(0, 1 - MeasuredFacility.HOURS_TO_ANNUALISE / hours);
        return new FacilityStanding.Counted(
                facility.datacenterId(),
                hours,
                facility.measuredFacilityMwh(),
                facility.months(),
                capacityKw.getAsDouble(),
                facility.itCapacityKw().isEmpty(),
                capacityKw.getAsDouble() / 1_000 * itLoad * yearHours * modelledPue,
                hours >= MeasuredFacility.HOURS_TO_ANNUALISE,
                measuredShare + (1 - measuredShare) * credibility,
                facility.measuredFacilityMwh() / hours * yearHours);
    }

    private static FacilityStanding beside(MeasuredFacility facility, String reason) {
        return new FacilityStanding.Beside(
                facility.datacenterId(),
                facility.measuredHours(),
                facility.measuredFacilityMwh(),
                facility.months(),
                reason);
    }

    /// As stated, else the mean measured IT load over the assumed load; empty where no IT load is
    /// measured either.
    private static OptionalDouble capacityKw(MeasuredFacility facility, double itLoad) {
        if (facility.itCapacityKw().isPresent()) {
            return facility.itCapacityKw();
        }
        double meanItKw = facility.meanItKw().orElse(0);
        return meanItKw > 0 ? OptionalDouble.of(meanItKw / itLoad) : OptionalDouble.empty();
    }
}
