package org.netzero.gateway.roadmap.basis;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the roadmap reads of `datacenter.indicator`: PUE and energy of a data centre, or of the
/// fleet, over a month or a year.
///
/// @param subject a datacenterId, or `fleet`
/// @param period `2026` or `2026-11`
/// @param itKwh IT energy over `pairedHours`
/// @param inputKwh energy that entered the facility over `inputHours`; absent for stated figures
record IndicatorCalculated(
        String subject,
        String period,
        String granularity,
        String provenance,
        @Nullable BigDecimal pue,
        @Nullable BigDecimal itKwh,
        @Nullable BigDecimal pairedHours,
        @Nullable BigDecimal inputKwh,
        @Nullable BigDecimal inputHours,
        @Nullable BigDecimal itCapacityKw,
        List<String> flags,
        long version) {

    /// More IT energy than facility energy, or sub-meters above the main meters: the producer does
    /// not stand by the figure.
    private static final List<String> HELD = List.of("PUE_BELOW_ONE", "HELD_BALANCE");

    private static final int YEAR_DIGITS = 4;

    IndicatorEntity entity() {
        IndicatorEntity entity = new IndicatorEntity();
        entity.subject = subject;
        entity.period = period;
        entity.year = Integer.parseInt(period.substring(0, YEAR_DIGITS));
        entity.granularity = granularity;
        entity.provenance = provenance;
        entity.pue = pue;
        entity.itKwh = itKwh;
        entity.pairedHours = pairedHours;
        entity.inputKwh = inputKwh;
        entity.inputHours = inputHours;
        entity.itCapacityKw = itCapacityKw;
        entity.held = HELD.stream().anyMatch(flags::contains);
        entity.version = version;
        return entity;
    }
}
