package org.netzero.datacenter.thermal;

/// What a figure lacks. Nothing of it is taken for zero.
public enum Missing {
    HEAT_HANDED_OVER("no hour in which the heat handed over at the boundary is measured whole"),
    HEAT_PUMP_ELECTRICITY(
            "no hour in which the electricity of the heat pump is measured whole together with the heat, and none stated for the period"),
    DELIVERED_HEAT("no hour in which the delivered heat is measured whole together with the heat"),
    GAPS_IN_HEAT(
            "the electricity of the heat pump is stated for all of the period, but hours of heat handed over or delivered are missing in it"),
    PERIOD_NOT_OVER(
            "the electricity of the heat pump is stated for all of the period, which is not over yet"),
    COMMON_HOURS("each series is measured in some hours, but no hour is whole in all of them"),
    REPLACED_HEAT_FACTOR("the emissions of the replaced heat are not registered"),
    GRID_FACTOR(
            "the emissions of the grid's electricity are not registered, and not one factor of the place of the site is known for all of the time; where the factor changed, ask for shorter periods"),
    HEAT_RECOVERY_SYSTEM("no heat recovery system is registered"),
    FUEL("no hour in which the fuel is measured whole together with the outputs"),
    OUTPUTS("no hour in which all outputs are measured whole"),
    OUTPUTS_CONTRADICT("more of an output left the site than was made; check the meters"),
    ELECTRICAL_REFERENCE("no efficiency of separate production of power is stated"),
    THERMAL_REFERENCE("no efficiency of separate production of heat is stated"),
    COOLING_REFERENCE("no performance of separate production of cooling is stated"),
    FUEL_FACTOR("the emissions of the fuel are not registered");

    private final String reason;

    Missing(String reason) {
        this.reason = reason;
    }

    /// What is not there, in words.
    public String reason() {
        return reason;
    }
}
