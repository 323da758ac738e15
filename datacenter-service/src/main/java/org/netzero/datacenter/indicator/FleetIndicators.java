package org.netzero.datacenter.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import org.netzero.datacenter.effectiveness.Effectiveness;
import org.netzero.datacenter.effectiveness.Fleet;
import org.netzero.datacenter.effectiveness.IndicatorFlag;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.datacenter.facility.Facility;
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

    Fleet of(int year) {
        Period period = Period.ofYear(year);
        return new Fleet(
                facilities.all().stream().map(facility -> member(facility, period)).toList());
    }

    Optional<BigDecimal> statedPue(int year) {
        return stated.find(StatedIndicator.FLEET, StatedIndicator.Name.PUE, Period.ofYear(year));
    }

    private Fleet.Member member(Facility facility, Period year) {
        FacilityIndicators.Measured measuredYear = measured.of(facility, year);
        Effectiveness own = measuredYear.effectiveness();
        boolean interim = measuredYear.flags().contains(IndicatorFlag.INTERIM);
        Optional<BigDecimal> statedPue = stated(facility, StatedIndicator.Name.PUE, year);
        boolean byMeasurement = own.pue().isPresent() && !(interim && statedPue.isPresent());
        return new Fleet.Member(
                facility.datacenterId(),
                facility.inOperationSince().plusMonths(12).isBefore(year.end()),
                byMeasurement ? own.pue() : statedPue,
                own.load(facility.itCapacityKw())
                        .or(() -> stated(facility, StatedIndicator.Name.LOAD, year)),
                byMeasurement ? own.facilityKwh() : Optional.empty(),
                byMeasurement ? own.itKwh() : Optional.empty(),
                own.isHeld() && statedPue.isEmpty(),
                byMeasurement && interim);
    }

    private Optional<BigDecimal> stated(
            Facility facility, StatedIndicator.Name indicator, Period year) {
        return stated.find(facility.datacenterId(), indicator, year);
    }
}
