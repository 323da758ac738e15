package org.netzero.datacenter.interval;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.netzero.datacenter.metering.HourFlag;
import org.netzero.datacenter.metering.MeasuringRole;

/// The data of `datacenter.energy-interval`: energy of one role of a data centre within one hour.
///
/// @param energyKwh as far as it is known by now
/// @param completeness share of the hour that was measured
record EnergyInterval(
        String datacenterId,
        String siteId,
        MeasuringRole role,
        Instant start,
        Instant end,
        BigDecimal energyKwh,
        BigDecimal completeness,
        List<HourFlag> flags,
        long version) {

    static final String TOPIC = "datacenter.energy-interval";
    static final String TYPE = "org.netzero.datacenter.energy-interval-measured.v1";

    static EnergyInterval of(RoleHour hour, String siteId) {
        return new EnergyInterval(
                hour.key().datacenterId(),
                siteId,
                hour.key().role(),
                hour.key().start(),
                hour.key().start().plus(Duration.ofHours(1)),
                hour.amount(),
                hour.measured(),
                hour.flags().stream().sorted(Comparator.comparing(Enum::name)).toList(),
                hour.version());
    }

    String key() {
        return datacenterId + "/" + role + "/" + start;
    }
}
