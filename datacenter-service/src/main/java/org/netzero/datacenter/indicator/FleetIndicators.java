package org.netzero.datacenter.indicator;

import static org.netzero.datacenter.metering.MeasuringRole.HEAT_EXPORT;
import static org.netzero.datacenter.metering.MeasuringRole.IT;
import static org.netzero.datacenter.metering.MeasuringRole.WATER;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.netzero.datacenter.effectiveness.Effectiveness;
import org.netzero.datacenter.effectiveness.Fleet;
import org.netzero.datacenter.effectiveness.Footprint;
import org.netzero.datacenter.effectiveness.IndicatorFlag;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.indicator.FacilityIndicators.Supplied;
import org.netzero.platform.input.Period;

/// All facilities together. What a facility did not measure itself over the year is taken from what
/// it stated, and where it stated nothing, from the part of the year that it measured.
@ApplicationScoped
class FleetIndicators {

    private final Facilities facilities;
    private final FacilityIndicators measured;
    private final StatedIndicators stated;

    FleetIndicators(Facilities facilities, FacilityIndicators measured, StatedIndicators stated) {
        this.facilities = facilities;
        this.measured = measured;
        this.stated = stated;
    }

    /// A facility's year, as it counts in the fleet and as it is.
    record Year(Facility facility, Supplied own, Fleet.Member member) {}

    List<Year> of(int year) {
        Period period = Period.ofYear(year);
        List<Facility> all = facilities.all();
        List<Supplied> years = measured.ofYear(all, period);
        Map<String, BigDecimal> pues = stated.all(StatedIndicator.Name.PUE, period);
        Map<String, BigDecimal> loads = stated.all(StatedIndicator.Name.LOAD, period);
        var members = new ArrayList<Year>();
        for (int i = 0; i < all.size(); i++) {
            Facility facility = all.get(i);
            Optional<BigDecimal> pue = Optional.ofNullable(pues.get(facility.datacenterId()));
            Optional<BigDecimal> load = Optional.ofNullable(loads.get(facility.datacenterId()));
            members.add(
                    new Year(
                            facility,
                            years.get(i),
                            member(facility, period, years.get(i), pue, load)));
        }
        return members;
    }

    /// What reports state of the fleet, by indicator.
    Map<StatedIndicator.Name, BigDecimal> statedOfFleet(int year) {
        return stated.of(StatedIndicator.FLEET, Period.ofYear(year));
    }

    private static Fleet.Member member(
            Facility facility,
            Period year,
            Supplied supplied,
            Optional<BigDecimal> statedPue,
            Optional<BigDecimal> statedLoad) {
        Effectiveness own = supplied.measured().effectiveness();
        Set<IndicatorFlag> flags = supplied.measured().flags();
        boolean interim = flags.contains(IndicatorFlag.INTERIM);
        Optional<Fleet.Reason> against = against(own, flags);
        boolean byMeasurement =
                own.pue().isPresent()
                        && !((interim || against.isPresent()) && statedPue.isPresent());
        return new Fleet.Member(
                facility.datacenterId(),
                facility.inOperationSince().plusMonths(12).isBefore(year.end()),
                byMeasurement ? own.pue() : statedPue,
                own.load(facility.itCapacityKw()).or(() -> statedLoad),
                byMeasurement ? own.facilityKwh() : Optional.empty(),
                byMeasurement ? own.itKwh() : Optional.empty(),
                byMeasurement && interim,
                against,
                ratios(own, supplied.footprint()));
    }

    private static Optional<Fleet.Reason> against(Effectiveness own, Set<IndicatorFlag> flags) {
        if (flags.contains(IndicatorFlag.BOUNDARY_CONFLICT)) {
            return Optional.of(Fleet.Reason.BOUNDARY_CONFLICT);
        }
        if (own.isHeld()) {
            return Optional.of(Fleet.Reason.PUE_BELOW_ONE);
        }
        if (flags.contains(IndicatorFlag.HELD_BALANCE)) {
            return Optional.of(Fleet.Reason.HELD_BALANCE);
        }
        if (flags.contains(IndicatorFlag.PARTIAL)) {
            return Optional.of(Fleet.Reason.PARTIAL);
        }
        return flags.contains(IndicatorFlag.ESTIMATED_ABOVE_5_PERCENT)
                ? Optional.of(Fleet.Reason.ESTIMATED_ABOVE_5_PERCENT)
                : Optional.empty();
    }

    private static Map<Fleet.Indicator, Fleet.Ratio> ratios(
            Effectiveness own, Footprint footprint) {
        var ratios = new EnumMap<Fleet.Indicator, Fleet.Ratio>(Fleet.Indicator.class);
        put(
                ratios,
                Fleet.Indicator.WUE,
                own.amount(WATER, Set.of(IT)),
                own.amount(IT, Set.of(WATER)));
        put(
                ratios,
                Fleet.Indicator.ERF,
                own.amount(HEAT_EXPORT, own.boundary().facilityRoles()),
                own.facilityKwh(Set.of(HEAT_EXPORT)));
        if (footprint.hours() > 0) {
            Optional<BigDecimal> it = Optional.of(footprint.itKwh());
            put(ratios, Fleet.Indicator.CUE_LOCATION_BASED, footprint.kgLocation(), it);
            put(ratios, Fleet.Indicator.CUE_MARKET_BASED, footprint.kgMarket(), it);
            put(
                    ratios,
                    Fleet.Indicator.REF,
                    footprint.ref().map(known -> footprint.renewableKwh()),
                    Optional.of(footprint.facilityKwh()));
        }
        return ratios;
    }

    private static void put(
            Map<Fleet.Indicator, Fleet.Ratio> ratios,
            Fleet.Indicator indicator,
            Optional<BigDecimal> numerator,
            Optional<BigDecimal> denominator) {
        if (numerator.isPresent() && denominator.isPresent()) {
            ratios.put(indicator, new Fleet.Ratio(numerator.get(), denominator.get()));
        }
    }
}
