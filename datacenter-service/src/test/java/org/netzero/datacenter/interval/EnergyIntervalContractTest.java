package org.netzero.datacenter.interval;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.netzero.datacenter.Contracts;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.MeasuringRole;

class EnergyIntervalContractTest {

    @Test
    void aMeasuredHourIsWrittenAsTheContractSays() throws IOException {
        assertProduces(
                "example-measured-hour",
                new RoleHour(
                        new RoleHour.Key(
                                "tj-01", MeasuringRole.IT, Instant.parse("2026-11-23T08:00:00Z")),
                        new BigDecimal("12450.750000"),
                        new BigDecimal("1.000000"),
                        new BigDecimal("1.000000"),
                        Set.of(),
                        1));
    }

    @Test
    void anHourWithAGapIsWrittenAsTheContractSays() throws IOException {
        assertProduces(
                "example-hour-with-gap",
                new RoleHour(
                        new RoleHour.Key(
                                "tj-01",
                                MeasuringRole.FACILITY_INPUT,
                                Instant.parse("2026-11-23T09:00:00Z")),
                        new BigDecimal("16310.482118"),
                        new BigDecimal("0.500000"),
                        new BigDecimal("1.000000"),
                        Set.of(HourFlag.ESTIMATED, HourFlag.COUNTER_RESET),
                        4));
    }

    private static void assertProduces(String example, RoleHour hour) throws IOException {
        EnergyInterval interval = EnergyInterval.of(hour, "tianjin");
        Contracts.assertProduces(
                "datacenter-energy-interval",
                example,
                EnergyInterval.TYPE,
                interval.key(),
                interval);
    }
}
