package org.netzero.journey;

import java.time.Instant;
import java.util.Locale;

/// A data centre's two meters under a constant load: what enters the facility and what the IT
/// equipment takes, as counters read on the hour.
public final class Telemetry {

    private static final double IT_KW = 6_000;
    private static final double FACILITY_KW = 7_800;

    private final StringBuilder readings = new StringBuilder();
    private int count;

    /// Adds both counters as they stand after some hours.
    public Telemetry hour(String datacenter, Instant time, long hoursSinceStart) {
        add(datacenter + "-facility", time, facilityCounterKwh(hoursSinceStart));
        add(datacenter + "-it", time, itCounterKwh(hoursSinceStart));
        return this;
    }

    /// What the facility's counter shows after some hours.
    public static double facilityCounterKwh(long hoursSinceStart) {
        return counterKwh(FACILITY_KW, hoursSinceStart);
    }

    /// What the counter of the IT equipment shows after some hours.
    public static double itCounterKwh(long hoursSinceStart) {
        return counterKwh(IT_KW, hoursSinceStart);
    }

    private static double counterKwh(double kilowatts, long hours) {
        return kilowatts * hours;
    }

    public int count() {
        return count;
    }

    public String json() {
        return "{\"readings\":[" + readings + "]}";
    }

    public static String facility(String site) {
        return """
        {"siteId":"%s","inOperationSince":"2020-01-01","itCapacityKw":"10000","pueCategory":2}\
        """
                .formatted(site);
    }

    public static String points(String datacenter) {
        return """
        [{"pointId":"%1$s-facility","role":"FACILITY_INPUT","quantity":"ENERGY_COUNTER","unit":"kWh"},
         {"pointId":"%1$s-it","role":"IT","quantity":"ENERGY_COUNTER","unit":"kWh"}]\
        """
                .formatted(datacenter);
    }

    /// Adds one reading.
    public Telemetry add(String point, Instant time, double value) {
        if (count++ > 0) {
            readings.append(',');
        }
        readings.append(
                "{\"point\":\"%s\",\"time\":\"%s\",\"value\":%s}"
                        .formatted(point, time, String.format(Locale.ROOT, "%.3f", value)));
        return this;
    }
}
