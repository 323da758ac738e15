package org.netzero.gateway.roadmap.engine;

import java.util.List;

/// How measured data centres moved the model.
///
/// @param year the measured year; `ratio` holds in it and in every later year
/// @param modelledDataCenterMwh what the model gives for all data centres of that year, levers
///   included
/// @param rebasedDataCenterMwh the same with what facilities measured in place of what was expected
///   of them
/// @param fleetShareMeasured expected energy of the counted facilities over the modelled energy, at
///   most 1
/// @param rule the rule in words
public record Rebasing(
        int year,
        double modelledDataCenterMwh,
        double rebasedDataCenterMwh,
        double ratio,
        double fleetShareMeasured,
        List<FacilityStanding> facilities,
        String rule) {}
