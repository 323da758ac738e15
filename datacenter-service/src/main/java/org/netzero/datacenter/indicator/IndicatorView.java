package org.netzero.datacenter.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.effectiveness.Effectiveness;
import org.netzero.datacenter.effectiveness.Footprint;
import org.netzero.datacenter.effectiveness.IndicatorFlag;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.indicator.FacilityIndicators.Supplied;
import org.netzero.datacenter.metering.MeasuringRole;
import org.netzero.platform.listing.Table;

/// Indicators of one interval as clients see them: telemetry, so JSON numbers; null where not
/// measured.
///
/// @param pueName how the standard calls what stands in pue: `PUE2`, `iPUE2`, `pPUE2`, without the
///   digit where the category is not stated
/// @param gapShare share of the time behind the energies that was filled by a rule
record IndicatorView(
        Instant start,
        Instant end,
        @Nullable Double pue,
        String pueName,
        @Nullable Double wue,
        CueView cue,
        @Nullable Double ref,
        @Nullable Double erf,
        @Nullable Double ere,
        @Nullable Double facilityKwh,
        @Nullable Double itKwh,
        @Nullable Double load,
        @Nullable Double completeness,
        @Nullable Double gapShare,
        Map<MeasuringRole, Double> energyByRoleKwh,
        List<IndicatorFlag> flags,
        String formulaVersion) {

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
                    "flags",
                    "pueName",
                    "gapShare",
                    "formulaVersion");

    /// kg CO2e per kWh of IT energy, by both scope 2 methods.
    record CueView(@Nullable Double locationBased, @Nullable Double marketBased) {}

    static IndicatorView of(Supplied supplied, Facility facility) {
        Effectiveness effectiveness = supplied.measured().effectiveness();
        Footprint footprint = supplied.footprint();
        var energy = new EnumMap<MeasuringRole, Double>(MeasuringRole.class);
        effectiveness.amountByRole().forEach((role, kwh) -> energy.put(role, kwh.doubleValue()));
        energy.remove(MeasuringRole.WATER);
        Set<IndicatorFlag> flags = supplied.flags();
        return new IndicatorView(
                supplied.measured().start(),
                supplied.measured().end(),
                number(effectiveness.pue()),
                pueName(facility, flags),
                number(effectiveness.wue()),
                new CueView(
                        number(footprint.cueLocationBased()), number(footprint.cueMarketBased())),
                number(footprint.ref()),
                number(effectiveness.erf()),
                number(effectiveness.ere()),
                number(effectiveness.facilityKwh()),
                number(effectiveness.itKwh()),
                number(effectiveness.load(facility.itCapacityKw())),
                number(effectiveness.completeness()),
                number(effectiveness.gapShare()),
                energy,
                List.copyOf(flags),
                Formula.VERSION);
    }

    /// A part is partial whatever the period, and a shorter period is interim.
    static String pueName(Facility facility, Set<IndicatorFlag> flags) {
        String category =
                facility.pueCategory().isPresent()
                        ? String.valueOf(facility.pueCategory().getAsInt())
                        : "";
        if (flags.contains(IndicatorFlag.PARTIAL)) {
            return "pPUE" + category;
        }
        return (flags.contains(IndicatorFlag.INTERIM) ? "iPUE" : "PUE") + category;
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
                cue.locationBased(),
                cue.marketBased(),
                ref,
                erf,
                ere,
                facilityKwh,
                itKwh,
                load,
                completeness,
                String.join(" ", flags.stream().map(Enum::name).toList()),
                pueName,
                gapShare,
                formulaVersion);
    }
}
