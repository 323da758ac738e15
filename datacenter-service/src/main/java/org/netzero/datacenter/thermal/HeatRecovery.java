package org.netzero.datacenter.thermal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Waste heat that replaces other heat, over one stretch of time. The reuse lies outside the data
/// centre: the electricity of its heat pump is no facility energy, and what is avoided is told
/// apart from the inventory and never netted into it.
///
/// - Delivered heat Q as metered behind the heat pump; else heat handed over + W, which is all that
///   can come out, as if nothing were lost on the way.
/// - COP = Q / W.
/// - avoided = Q × factor of the replaced heat − W × factor of the grid.
///
/// Every sum is over the same hours: those that are whole in each series it needs.
///
/// @param handedOver heat handed over at the boundary
/// @param delivered heat behind the heat pump, where it is metered
/// @param pump how the electricity of the heat pump is known
/// @param replacedKgPerKwh kg CO2e per kWh of the heat that is replaced
/// @param gridKgPerKwh kg CO2e per kWh of electricity
/// @param expectedHours hours of the stretch that are over
public record HeatRecovery(
        HourlyEnergy handedOver,
        Optional<HourlyEnergy> delivered,
        Pump pump,
        Optional<BigDecimal> replacedKgPerKwh,
        Optional<BigDecimal> gridKgPerKwh,
        long expectedHours) {

    /// How the electricity of the heat pump is known.
    public sealed interface Pump {
        /// There is none: the heat is warm enough as it is.
        record None() implements Pump {}

        /// Metered by the hour.
        record Metered(HourlyEnergy electricity) implements Pump {}

        /// Stated for all of the stretch.
        ///
        /// @param over whether the stretch is, so that heat of all of it can be known
        record Stated(BigDecimal kwh, boolean over) implements Pump {}

        /// Neither metered nor stated.
        record Unknown() implements Pump {}
    }

    /// Where the delivered heat comes from.
    public enum DeliveredFrom {
        METER,
        /// Heat handed over + electricity of the heat pump, without losses: at most this.
        BALANCE,
        /// No heat pump: what is handed over is delivered.
        DIRECT
    }

    /// The sums of a stretch.
    ///
    /// @param hours whose energies are summed
    public record Sums(
            Collection<Instant> hours,
            BigDecimal handedOverKwh,
            Optional<BigDecimal> deliveredKwh,
            Optional<BigDecimal> electricityKwh) {}

    private List<HourlyEnergy> series() {
        List<HourlyEnergy> series = new ArrayList<>(List.of(handedOver));
        delivered.ifPresent(series::add);
        if (pump instanceof Pump.Metered(HourlyEnergy electricity)) {
            series.add(electricity);
        }
        return series;
    }

    /// Energies over the hours that all metered series share; empty where they share none.
    public Optional<Sums> sums() {
        Collection<Instant> hours = HourlyEnergy.common(series());
        if (hours.isEmpty() || !isStatedOf(hours.size())) {
            return Optional.empty();
        }
        BigDecimal heat = handedOver.over(hours);
        Optional<BigDecimal> electricity =
                switch (pump) {
                    case Pump.None() -> Optional.of(BigDecimal.ZERO);
                    case Pump.Metered(HourlyEnergy metered) -> Optional.of(metered.over(hours));
                    case Pump.Stated(BigDecimal kwh, boolean over) -> Optional.of(kwh);
                    case Pump.Unknown() -> Optional.empty();
                };
        Optional<BigDecimal> out =
                delivered.map(metered -> metered.over(hours)).or(() -> electricity.map(heat::add));
        return Optional.of(new Sums(hours, heat, out, electricity));
    }

    /// Whether electricity that is stated, if it is, is of these hours.
    private boolean isStatedOf(long hours) {
        return !(pump instanceof Pump.Stated(BigDecimal kwh, boolean over))
                || (over && hours >= expectedHours);
    }

    /// Heat handed over, whatever else is known, kWh; empty where no hour of it is whole.
    public Optional<BigDecimal> handedOverKwh() {
        return handedOver.kwh().isEmpty()
                ? Optional.empty()
                : Optional.of(handedOver.over(handedOver.kwh().keySet()));
    }

    /// Whether heat flowed back in some hour.
    public boolean flowsBack() {
        return handedOver.kwh().values().stream().anyMatch(kwh -> kwh.signum() < 0);
    }

    public DeliveredFrom deliveredFrom() {
        if (delivered.isPresent()) {
            return DeliveredFrom.METER;
        }
        return pump instanceof Pump.None ? DeliveredFrom.DIRECT : DeliveredFrom.BALANCE;
    }

    /// Coefficient of performance Q / W of the reuse; empty without a heat pump, or where W is 0.
    public Optional<BigDecimal> cop() {
        return sums().flatMap(sums ->
                sums.deliveredKwh()
                        .flatMap(heat ->
                                sums.electricityKwh().flatMap(power -> Share.of(heat, power))));
    }

    /// Emissions of the heat that is replaced, kg CO2e.
    public Optional<BigDecimal> replacedKg() {
        return sums().flatMap(Sums::deliveredKwh)
                .flatMap(heat -> replacedKgPerKwh.map(heat::multiply));
    }

    /// Emissions of the heat pump's electricity, kg CO2e; 0 without a heat pump.
    public Optional<BigDecimal> pumpKg() {
        return pump instanceof Pump.None
                ? sums().map(any -> BigDecimal.ZERO)
                : sums().flatMap(Sums::electricityKwh)
                        .flatMap(power -> gridKgPerKwh.map(power::multiply));
    }

    /// Avoided emissions, kg CO2e; below 0 where the heat pump causes more than it replaces.
    public Optional<BigDecimal> avoidedKg() {
        return replacedKg().flatMap(replaced -> pumpKg().map(replaced::subtract));
    }

    /// Hours of the sums / hours that are over.
    public Optional<BigDecimal> completeness() {
        long hours = sums().map(sums -> (long) sums.hours().size()).orElse(0L);
        return Share.of(BigDecimal.valueOf(hours), BigDecimal.valueOf(expectedHours))
                .map(share -> share.min(BigDecimal.ONE));
    }

    /// Why some figure is not there.
    public Set<Missing> missing() {
        Set<Missing> missing = EnumSet.noneOf(Missing.class);
        if (handedOver.kwh().isEmpty()) {
            missing.add(Missing.HEAT_HANDED_OVER);
        } else {
            addMissingSeries(missing);
        }
        if (replacedKgPerKwh.isEmpty()) {
            missing.add(Missing.REPLACED_HEAT_FACTOR);
        }
        if (gridKgPerKwh.isEmpty() && !(pump instanceof Pump.None)) {
            missing.add(Missing.GRID_FACTOR);
        }
        return missing;
    }

    private void addMissingSeries(Set<Missing> missing) {
        if (pump instanceof Pump.Unknown
                || (pump instanceof Pump.Metered(HourlyEnergy electricity)
                        && HourlyEnergy.common(List.of(handedOver, electricity)).isEmpty())) {
            missing.add(Missing.HEAT_PUMP_ELECTRICITY);
        }
        if (delivered.isPresent()
                && HourlyEnergy.common(List.of(handedOver, delivered.get())).isEmpty()) {
            missing.add(Missing.DELIVERED_HEAT);
        }
        if (pump instanceof Pump.Stated(BigDecimal kwh, boolean over) && !over) {
            missing.add(Missing.PERIOD_NOT_OVER);
        } else if (!isStatedOf(HourlyEnergy.common(series()).size())) {
            missing.add(Missing.GAPS_IN_HEAT);
        }
        if (missing.isEmpty() && HourlyEnergy.common(series()).isEmpty()) {
            missing.add(Missing.COMMON_HOURS);
        }
    }
}
