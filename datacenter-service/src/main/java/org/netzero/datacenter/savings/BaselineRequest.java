package org.netzero.datacenter.savings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.register.StatedFactor;

/// What a facility's energy is compared with, as a client writes it: a model that is fitted to a
/// baseline period, or a building of stated specific energy.
///
/// @param energyRole whose energy is compared; FACILITY_INPUT where left out
/// @param model how energy follows from conditions
/// @param building a baseline building in its place
/// @param gridFactor to tell the saving in CO2e
record BaselineRequest(
        @Nullable String energyRole,
        @Nullable ModelRequest model,
        @Nullable BuildingRequest building,
        @Nullable StatedFactor gridFactor) {

    /// A regression.
    ///
    /// @param from first local day of the baseline period
    /// @param to the day after its last
    /// @param granularity hour, day or month: how long its intervals are
    /// @param confidence of the uncertainty of a saving; 0.9 where left out
    record ModelRequest(
            @Nullable String from,
            @Nullable String to,
            @Nullable String granularity,
            @Nullable List<VariableRequest> variables,
            @Nullable AcceptanceRequest acceptance,
            @Nullable String confidence) {}

    /// An independent variable.
    ///
    /// @param kind TEMPERATURE, COOLING_DEGREE_HOURS, HEATING_DEGREE_HOURS or IT_ENERGY
    /// @param temperaturePoint of the first three
    /// @param weatherSeries in its place
    /// @param balanceTemperatureC of degree hours
    record VariableRequest(
            @Nullable String kind,
            @Nullable String temperaturePoint,
            @Nullable String weatherSeries,
            @Nullable String balanceTemperatureC) {}

    /// By what a model is accepted, in place of the thresholds that come with the product.
    record AcceptanceRequest(
            @Nullable String cvRmseAtMost, @Nullable String nmbeAtMost, @Nullable String source) {}

    /// A building whose energy follows from one figure.
    ///
    /// @param per IT_KWH or M2_AND_YEAR
    /// @param source where the figure comes from
    record BuildingRequest(
            @Nullable String specificEnergyKwh,
            @Nullable String per,
            @Nullable String floorAreaM2,
            @Nullable String source) {}
}
