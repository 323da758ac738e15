package org.netzero.gateway.roadmap.basis;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.engine.MeasuredFacility;
import org.netzero.gateway.roadmap.engine.MeasuredMonth;
import org.netzero.gateway.roadmap.engine.Measurements;

/// What the data centres measured in the year that says most: the latest in which one of them has
/// hours enough to be annualised, else the latest with any. So a new year takes over only once it
/// says more than its own hours.
///
/// @param remarks which facilities were left out, and why
record MeasuredFleet(Optional<Measurements> measurements, List<String> remarks) {

    static final String FLEET = "fleet";

    private static final BigDecimal HOURS_TO_ANNUALISE =
            BigDecimal.valueOf(MeasuredFacility.HOURS_TO_ANNUALISE);

    /// @param years measured figures of whole years by facility
    /// @param months the same by month
    static MeasuredFleet of(List<IndicatorEntity> years, List<IndicatorEntity> months) {
        Optional<Integer> year = yearThatSaysMost(years);
        if (year.isEmpty()) {
            return new MeasuredFleet(Optional.empty(), List.of());
        }
        List<String> remarks = new ArrayList<>();
        List<MeasuredFacility> facilities = new ArrayList<>();
        years.stream()
                .filter(facility -> facility.year == year.get())
                .sorted(Comparator.comparing(facility -> facility.subject))
                .forEach(facility -> {
                    if (facility.held || !isPositive(facility.inputKwh)) {
                        remarks.add(leftOut(facility));
                    } else {
                        facilities.add(measured(facility, months));
                    }
                });
        return new MeasuredFleet(
                Optional.of(new Measurements(year.get(), facilities)), List.copyOf(remarks));
    }

    private static Optional<Integer> yearThatSaysMost(List<IndicatorEntity> years) {
        Comparator<IndicatorEntity> byWeight =
                Comparator.<IndicatorEntity, Boolean>comparing(MeasuredFleet::isAnnualised)
                        .thenComparingInt(facility -> facility.year);
        return years.stream().max(byWeight).map(facility -> facility.year);
    }

    private static boolean isAnnualised(IndicatorEntity facility) {
        return !facility.held && hours(facility).compareTo(HOURS_TO_ANNUALISE) >= 0;
    }

    private static String leftOut(IndicatorEntity facility) {
        return facility.held
                ? "%s is left out of %d: its measured IT energy is more than the energy of the whole facility; check its measuring points."
                        .formatted(facility.subject, facility.year)
                : "%s is left out of %d: no energy of the whole facility is measured."
                        .formatted(facility.subject, facility.year);
    }

    private static MeasuredFacility measured(
            IndicatorEntity facility, List<IndicatorEntity> months) {
        return new MeasuredFacility(
                facility.subject,
                isPositive(facility.itCapacityKw)
                        ? OptionalDouble.of(facility.itCapacityKw.doubleValue())
                        : OptionalDouble.empty(),
                ElectricityOfYear.mwh(facility.inputKwh),
                meanItKw(facility),
                hours(facility).doubleValue(),
                months.stream()
                        .filter(month ->
                                month.subject.equals(facility.subject)
                                        && month.year == facility.year
                                        && isPositive(month.inputKwh))
                        .sorted(Comparator.comparing(month -> month.period))
                        .map(month ->
                                new MeasuredMonth(
                                        YearMonth.parse(month.period),
                                        ElectricityOfYear.mwh(month.inputKwh)))
                        .toList());
    }

    private static OptionalDouble meanItKw(IndicatorEntity facility) {
        return isPositive(facility.itKwh) && isPositive(facility.pairedHours)
                ? OptionalDouble.of(
                        facility.itKwh.doubleValue() / facility.pairedHours.doubleValue())
                : OptionalDouble.empty();
    }

    private static BigDecimal hours(IndicatorEntity facility) {
        return facility.inputHours == null ? BigDecimal.ZERO : facility.inputHours;
    }

    private static boolean isPositive(@Nullable BigDecimal amount) {
        return amount != null && amount.signum() > 0;
    }
}
