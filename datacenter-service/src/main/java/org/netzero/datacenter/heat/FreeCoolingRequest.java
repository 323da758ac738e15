package org.netzero.datacenter.heat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// When cooling is free at a facility, as a client writes it: by the temperature outdoors, or by
/// the power of the chillers.
///
/// @param rule OUTDOOR_AT_MOST or CHILLER_AT_MOST
/// @param limit °C, or kW of all chillers together
/// @param temperaturePoint outdoors, for the first rule
/// @param weatherSeries imported, in its place
/// @param chillerPoints for the second rule; the points of role COOLING where left out
record FreeCoolingRequest(
        @Nullable String rule,
        @Nullable String limit,
        @Nullable String temperaturePoint,
        @Nullable String weatherSeries,
        @Nullable List<String> chillerPoints) {}
