package org.netzero.datacenter.heat;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.datacenter.register.FacilityGridFactors;
import org.netzero.datacenter.register.StatedFactor.Factor;
import org.netzero.datacenter.series.Stretches;
import org.netzero.datacenter.thermal.HeatRecovery;
import org.netzero.datacenter.thermal.HeatRecovery.Pump;
import org.netzero.datacenter.thermal.HourlyEnergy;
import org.netzero.platform.input.Interval;
import org.netzero.platform.input.Period;

/// What came of the waste heat of facilities.
@ApplicationScoped
class HeatRecoveries {

    private static final BigDecimal M3_PER_L = new BigDecimal("0.001");

    private final PointEnergies energies;
    private final Stretches stretches;
    private final FacilityGridFactors gridFactors;

    HeatRecoveries(PointEnergies energies, Stretches stretches, FacilityGridFactors gridFactors) {
        this.energies = energies;
        this.stretches = stretches;
        this.gridFactors = gridFactors;
    }

    /// The recovery of a stretch of time.
    record Recovered(Interval stretch, HeatRecovery recovery, Optional<Factor> gridFactor) {}

    /// The whole period first, then its parts.
    List<Recovered> of(
            Facility facility,
            Optional<HeatRecoverySystem> system,
            Period period,
            Optional<ChronoUnit> step) {
        Interval span = stretches.span(facility, period);
        HourlyEnergy heat = heat(facility, system, span);
        Optional<HourlyEnergy> delivered =
                system.flatMap(known -> energies.ofPoints(known.deliveredHeatPoints(), span));
        Optional<HourlyEnergy> electricity =
                system.flatMap(known -> energies.ofPoints(known.electricityPoints(), span));
        var known =
                new Known(
                        heat,
                        delivered,
                        electricity,
                        gridFactors.of(
                                facility, span, system.flatMap(HeatRecoverySystem::gridFactor)),
                        stretches.expected(facility));
        return Stream.concat(
                        Stream.of(span),
                        step.stream().flatMap(by -> stretches.parts(facility, span, by).stream()))
                .map(stretch -> recovered(facility, system, known, stretch))
                .toList();
    }

    private record Known(
            HourlyEnergy heat,
            Optional<HourlyEnergy> delivered,
            Optional<HourlyEnergy> electricity,
            FacilityGridFactors.OfSpan gridFactors,
            Stretches.Expected expected) {}

    private Recovered recovered(
            Facility facility, Optional<HeatRecoverySystem> system, Known known, Interval stretch) {
        Optional<Factor> grid = known.gridFactors().of(stretch);
        return new Recovered(
                stretch,
                new HeatRecovery(
                        cut(known.heat(), stretch),
                        known.delivered().map(all -> cut(all, stretch)),
                        pump(facility, system, known, stretch),
                        system.flatMap(HeatRecoverySystem::replacedFactor)
                                .map(Factor::kgCo2ePerKwh),
                        grid.map(Factor::kgCo2ePerKwh),
                        known.expected().hours(stretch)),
                grid);
    }

    private static HourlyEnergy cut(HourlyEnergy all, Interval stretch) {
        return all.between(stretch.start(), stretch.end());
    }

    private Pump pump(
            Facility facility, Optional<HeatRecoverySystem> system, Known known, Interval stretch) {
        if (system.filter(HeatRecoverySystem::withoutHeatPump).isPresent()) {
            return new Pump.None();
        }
        if (known.electricity().isPresent()) {
            return new Pump.Metered(cut(known.electricity().get(), stretch));
        }
        ZoneId zone = stretches.zoneOf(facility);
        return system.flatMap(registered ->
                        registered.statedBetween(
                                stretch.start().atZone(zone).toLocalDate(),
                                stretch.end().atZone(zone).toLocalDate()))
                .<Pump>map(kwh -> new Pump.Stated(kwh, stretches.isOver(stretch)))
                .orElseGet(Pump.Unknown::new);
    }

    private HourlyEnergy heat(
            Facility facility, Optional<HeatRecoverySystem> system, Interval span) {
        return system.flatMap(HeatRecoverySystem::flow)
                .map(flow -> ofFlow(flow, span))
                .orElseGet(() ->
                        energies.ofRole(facility.datacenterId(), MeasuringRole.HEAT_EXPORT, span));
    }

    /// Where telemetry becomes accounting: the heat of an hour from its means.
    private HourlyEnergy ofFlow(HeatRecoverySystem.Flow flow, Interval span) {
        NavigableMap<Instant, BigDecimal> litres = energies.meansOf(flow.flowPoint(), span);
        NavigableMap<Instant, BigDecimal> supply = energies.meansOf(flow.supplyPoint(), span);
        NavigableMap<Instant, BigDecimal> back = energies.meansOf(flow.returnPoint(), span);
        Map<Instant, Double> heat = new HashMap<>();
        litres.forEach((hour, volume) -> {
            BigDecimal warm = supply.get(hour);
            BigDecimal cold = back.get(hour);
            if (warm != null && cold != null) {
                flow.heat()
                        .kwh(
                                volume.multiply(M3_PER_L).doubleValue(),
                                warm.doubleValue(),
                                cold.doubleValue())
                        .ifPresent(kwh -> heat.put(hour, kwh));
            }
        });
        return HourlyEnergy.ofDoubles(heat);
    }
}
