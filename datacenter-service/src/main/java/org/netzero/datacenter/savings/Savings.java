package org.netzero.datacenter.savings;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.netzero.datacenter.effectiveness.Effectiveness;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.register.FacilityGridFactors;
import org.netzero.datacenter.register.StatedFactor.Factor;
import org.netzero.datacenter.regression.BaselineModel;
import org.netzero.datacenter.regression.BaselineRefused;
import org.netzero.datacenter.regression.Observations;
import org.netzero.datacenter.regression.SavingUncertainty;
import org.netzero.datacenter.series.Stretches;
import org.netzero.platform.input.Interval;
import org.netzero.platform.input.Period;

/// Savings of facilities against their baselines: the energy that the baseline expects under the
/// conditions of the time, less the energy used.
@ApplicationScoped
class Savings {

    /// Where statistics become accounting: a thousandth of a Wh.
    private static final int DECIMALS = 6;

    private final Conditions conditions;
    private final Stretches stretches;
    private final FacilityGridFactors gridFactors;

    Savings(Conditions conditions, Stretches stretches, FacilityGridFactors gridFactors) {
        this.conditions = conditions;
        this.stretches = stretches;
        this.gridFactors = gridFactors;
    }

    /// What to know of a saving.
    enum Flag {
        /// Less than 95 % of the intervals are known.
        INDICATIVE,
        /// Conditions lie outside those of the baseline period in some intervals.
        OUTSIDE_BASELINE_RANGE,
        /// The period and the baseline period share days: the model was fitted to some of them.
        OVERLAPS_BASELINE_PERIOD,
        /// The model does not meet the thresholds of acceptance.
        MODEL_NOT_ACCEPTED,
        /// The saving is less than what it may be off by.
        WITHIN_UNCERTAINTY
    }

    /// A fitted model.
    ///
    /// @param intervals of the baseline period that are known
    /// @param expected intervals of it
    record Fitted(BaselineModel model, int intervals, int expected) {}

    /// A saving of a period.
    ///
    /// @param baselineKwh what the baseline expects
    /// @param intervals that the sums are of
    /// @param halfWidthKwh what the saving may be off by
    record Saved(
            Interval span,
            BigDecimal baselineKwh,
            BigDecimal actualKwh,
            int intervals,
            int expected,
            int outsideRange,
            Optional<SavingUncertainty> uncertainty,
            Optional<BigDecimal> halfWidthKwh,
            Optional<Factor> gridFactor,
            Set<Flag> flags) {

        BigDecimal savedKwh() {
            return baselineKwh.subtract(actualKwh);
        }

        /// Of the baseline; empty where that is 0.
        Optional<BigDecimal> share() {
            return baselineKwh.signum() > 0
                    ? Optional.of(savedKwh().divide(baselineKwh, DECIMALS, RoundingMode.HALF_EVEN))
                    : Optional.empty();
        }

        Optional<BigDecimal> savedKg() {
            return gridFactor.map(factor -> savedKwh().multiply(factor.kgCo2ePerKwh()));
        }
    }

    /// Between which instants a period lies on the clock of the facility.
    Interval span(Facility facility, Period period) {
        return stretches.span(facility, period);
    }

    /// @throws BaselineRefused when the data of the baseline period do not carry the model
    Fitted fit(Facility facility, Baseline.Model model) {
        Conditions.Rows rows =
                conditions.of(facility, model, stretches.span(facility, model.period()));
        var observations =
                new Observations(
                        model.variables().stream().map(Baseline.Variable::name).toList(),
                        rows.known().stream().map(Conditions.Row::wholeKwh).toList(),
                        rows.known().stream().map(Conditions.Row::variables).toList());
        return new Fitted(
                BaselineModel.fit(observations, model.resolution()),
                rows.known().size(),
                rows.expected());
    }

    /// Whether a fitted model meets its thresholds; empty where there are none.
    static Optional<Boolean> isAccepted(Baseline.Model model, Fitted fitted) {
        return model.thresholds()
                .map(limits ->
                        fitted.model().fit().cvRmse() <= limits.cvRmseAtMost().doubleValue()
                                && Math.abs(fitted.model().fit().normalisedMeanBiasError())
                                        <= limits.nmbeAtMost().doubleValue());
    }

    /// A saving against a model; empty where no interval of the period is known.
    Optional<Saved> of(Facility facility, Baseline.Model model, Fitted fitted, Period period) {
        Interval span = stretches.span(facility, period);
        Conditions.Rows rows = conditions.of(facility, model, span);
        if (rows.known().isEmpty()) {
            return Optional.empty();
        }
        double baseline =
                rows.known().stream().mapToDouble(row -> expectedKwh(fitted.model(), row)).sum();
        var uncertainty =
                SavingUncertainty.of(
                        fitted.model().fit(),
                        model.resolution(),
                        model.confidence().doubleValue(),
                        rows.known().size(),
                        Conditions.months(rows.known()));
        int outside =
                (int)
                        rows.known().stream()
                                .filter(row -> !fitted.model().covers(row.variables()))
                                .count();
        var saved =
                new Saved(
                        span,
                        decimal(baseline),
                        rows.known().stream()
                                .map(Conditions.Row::energyKwh)
                                .reduce(BigDecimal.ZERO, BigDecimal::add),
                        rows.known().size(),
                        rows.expected(),
                        outside,
                        Optional.of(uncertainty),
                        Optional.of(decimal(Math.abs(uncertainty.ofBaseline() * baseline))),
                        gridFactors.of(facility, span, model.gridFactor()).of(span),
                        EnumSet.noneOf(Flag.class));
        addFlags(saved, model, fitted, period);
        return Optional.of(saved);
    }

    /// What a model expects in the known hours of an interval.
    static double expectedKwh(BaselineModel model, Conditions.Row row) {
        return row.known() * model.fit().predict(row.variables());
    }

    private static void addFlags(Saved saved, Baseline.Model model, Fitted fitted, Period period) {
        if (!Effectiveness.standsForAll(saved.intervals(), saved.expected())) {
            saved.flags().add(Flag.INDICATIVE);
        }
        if (saved.outsideRange() > 0) {
            saved.flags().add(Flag.OUTSIDE_BASELINE_RANGE);
        }
        if (model.period().overlaps(period)) {
            saved.flags().add(Flag.OVERLAPS_BASELINE_PERIOD);
        }
        if (isAccepted(model, fitted).filter(accepted -> !accepted).isPresent()) {
            saved.flags().add(Flag.MODEL_NOT_ACCEPTED);
        }
        if (saved.halfWidthKwh()
                .filter(half -> saved.savedKwh().abs().compareTo(half) < 0)
                .isPresent()) {
            saved.flags().add(Flag.WITHIN_UNCERTAINTY);
        }
    }

    /// A saving against a building; empty where no hour of the period is known.
    Optional<Saved> of(Facility facility, Baseline.Building building, Period period) {
        Interval span = stretches.span(facility, period);
        NavigableMap<Instant, BigDecimal> energy =
                conditions.energy(facility, building.energyRole(), span);
        NavigableMap<Instant, BigDecimal> it = conditions.energy(facility, MeasuringRole.IT, span);
        if (building.per() == Baseline.Per.IT_KWH) {
            energy.keySet().retainAll(it.keySet());
        }
        if (energy.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal baseline =
                switch (building.per()) {
                    case IT_KWH ->
                            building.specificEnergyKwh()
                                    .multiply(
                                            energy.keySet().stream()
                                                    .map(hour ->
                                                            it.getOrDefault(hour, BigDecimal.ZERO))
                                                    .reduce(BigDecimal.ZERO, BigDecimal::add));
                    case M2_AND_YEAR ->
                            ofYears(
                                    building.specificEnergyKwh()
                                            .multiply(building.floorAreaM2().orElseThrow()),
                                    energy.keySet(),
                                    stretches.zoneOf(facility));
                };
        int expected = Math.toIntExact(conditions.expectedHours(facility, span));
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (!Effectiveness.standsForAll(energy.size(), expected)) {
            flags.add(Flag.INDICATIVE);
        }
        return Optional.of(
                new Saved(
                        span,
                        baseline,
                        energy.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                        energy.size(),
                        expected,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        gridFactors.of(facility, span, building.gridFactor()).of(span),
                        flags));
    }

    /// As large a part of the energy of a year as the hours are of the years in which they lie.
    private static BigDecimal ofYears(BigDecimal yearKwh, Set<Instant> hours, ZoneId zone) {
        Map<Integer, Long> byYear =
                hours.stream()
                        .collect(
                                Collectors.groupingBy(
                                        hour -> hour.atZone(zone).getYear(),
                                        Collectors.counting()));
        return byYear.entrySet().stream()
                .map(entry ->
                        yearKwh.multiply(BigDecimal.valueOf(entry.getValue()))
                                .divide(
                                        BigDecimal.valueOf(24L * Year.of(entry.getKey()).length()),
                                        DECIMALS,
                                        RoundingMode.HALF_EVEN))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }
}
