package org.netzero.datacenter.indicator;

import static org.netzero.datacenter.metering.MeasuringRole.FACILITY_INPUT;
import static org.netzero.datacenter.metering.MeasuringRole.IT;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.netzero.datacenter.Contracts;
import org.netzero.datacenter.effectiveness.Effectiveness;
import org.netzero.datacenter.effectiveness.FacilityHour;
import org.netzero.datacenter.effectiveness.IndicatorFlag;
import org.netzero.datacenter.effectiveness.RoleAmount;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.indicator.FacilityIndicators.Measured;
import org.netzero.platform.input.Period;

class IndicatorContractTest {

    private static final Instant START = Instant.parse("2026-10-01T00:00:00Z");

    @Test
    void aMeasuredMonthIsWrittenAsTheContractSays() throws IOException {
        List<FacilityHour> hours = hours(744, "1250000", "820000");
        assertProduces(
                "example-measured-month",
                IndicatorTold.measured(
                                facility("tj-01", Optional.of(new BigDecimal("1800"))),
                                Period.parse("2026-10"),
                                measured(hours, 744, Set.of()),
                                new BigDecimal("1.5"))
                        .withVersion(12));
    }

    @Test
    void aHeldMonthIsWrittenAsTheContractSays() throws IOException {
        List<FacilityHour> hours = hours(12, "9400.5", "9871.25");
        assertProduces(
                "example-held-month",
                IndicatorTold.measured(
                                facility("tj-02", Optional.empty()),
                                Period.parse("2026-11"),
                                measured(hours, 536, Set.of(IndicatorFlag.TIME_ZONE_UNKNOWN)),
                                null)
                        .withVersion(3));
    }

    @Test
    void aStatedYearOfTheFleetIsWrittenAsTheContractSays() throws IOException {
        assertProduces(
                "example-stated-fleet-year",
                IndicatorTold.stated(
                                StatedIndicator.FLEET,
                                null,
                                Period.ofYear(2021),
                                new BigDecimal("1.32"))
                        .withVersion(1));
    }

    private static void assertProduces(String example, IndicatorTold told) throws IOException {
        Contracts.assertProduces(
                "datacenter-indicator", example, IndicatorTold.TYPE, told.key(), told);
    }

    private static Facility facility(String id, Optional<BigDecimal> itCapacityKw) {
        return new Facility(
                id,
                "tianjin",
                Optional.empty(),
                LocalDate.of(2020, 1, 1),
                itCapacityKw,
                OptionalInt.empty());
    }

    private static Measured measured(
            List<FacilityHour> hours, long expected, Set<IndicatorFlag> more) {
        var effectiveness = new Effectiveness(hours, expected);
        Set<IndicatorFlag> flags = EnumSet.noneOf(IndicatorFlag.class);
        flags.addAll(effectiveness.flags(false));
        flags.addAll(more);
        return new Measured(START, START, effectiveness, flags);
    }

    /// Hours of which the first one has all the energy.
    private static List<FacilityHour> hours(int count, String facilityKwh, String itKwh) {
        var hours = new ArrayList<FacilityHour>();
        for (int i = 0; i < count; i++) {
            hours.add(
                    new FacilityHour(
                            START.plusSeconds(3600L * i),
                            Map.of(
                                    FACILITY_INPUT, whole(i == 0 ? facilityKwh : "0"),
                                    IT, whole(i == 0 ? itKwh : "0")),
                            Set.of()));
        }
        return hours;
    }

    private static RoleAmount whole(String kwh) {
        return new RoleAmount(new BigDecimal(kwh), BigDecimal.ONE, BigDecimal.ONE);
    }
}
