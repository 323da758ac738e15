package org.netzero.datacenter.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.effectiveness.Effectiveness;
import org.netzero.datacenter.effectiveness.IndicatorFlag;
import org.netzero.datacenter.indicator.FacilityIndicators.Measured;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.platform.listing.Table;

/// Indicators of one interval as clients see them: telemetry, so JSON numbers; null where not
/// measured.
record IndicatorView(
        Instant start,
        Instant end,
        @Nullable Double pue,
        @Nullable Double wue,
        @Nullable CueView cue,
        @Nullable Double ref,
        @Nullable Double erf,
        @Nullable Double ere,
        @Nullable Double facilityKwh,
        @Nullable Double itKwh,
        @Nullable Double load,
        @Nullable Double completeness,
        Map<MeasuringRole, Double> energyByRoleKwh,
        List<IndicatorFlag> flags) {

    static final List<String> COLUMNS =
            List.of(
                    "start",
                    "end",
                    "pue",
                    "wue",
                    "cueLocationBased",
                    "cueMarketBased",
                    "ref",
                    "erf",
                    "ere",
                    "facilityKwh",
                    "itKwh",
                    "load",
                    "completeness",
                    "flags");

    /// kg CO2e per kWh of IT energy, by both scope 2 methods.
    record CueView(@Nullable Double locationBased, @Nullable Double marketBased) {}

    static IndicatorView of(Measured measured, Optional<BigDecimal> itCapacityKw) {
        Effectiveness effectiveness = measured.effectiveness();
        var energy = new EnumMap<MeasuringRole, Double>(MeasuringRole.class);
        effectiveness.amountByRole().forEach((role, kwh) -> energy.put(role, kwh.doubleValue()));
        energy.remove(MeasuringRole.WATER);
        return new IndicatorView(
                measured.start(),
                measured.end(),
                number(effectiveness.pue()),
                number(effectiveness.wue()),
                null,
                null,
                number(effectiveness.erf()),
                number(effectiveness.ere()),
                number(effectiveness.facilityKwh()),
                number(effectiveness.itKwh()),
                number(effectiveness.load(itCapacityKw)),
                number(effectiveness.completeness()),
                energy,
                List.copyOf(measured.flags()));
    }

    static @Nullable Double number(Optional<BigDecimal> value) {
        return value.map(BigDecimal::doubleValue).orElse(null);
    }

    List<@Nullable Object> row() {
        return Table.row(
                start,
                end,
                pue,
                wue,
                cue == null ? null : cue.locationBased(),
                cue == null ? null : cue.marketBased(),
                ref,
                erf,
                ere,
                facilityKwh,
                itKwh,
                load,
                completeness,
                String.join(" ", flags.stream().map(Enum::name).toList()));
    }
}
