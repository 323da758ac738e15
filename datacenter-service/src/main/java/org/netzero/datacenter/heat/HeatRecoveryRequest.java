package org.netzero.datacenter.heat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.register.StatedFactor;
import org.netzero.platform.input.Fields;
import org.netzero.platform.input.Period;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// A heat recovery system as a client writes it.
///
/// @param heatFlow how the heat is measured; the points of role HEAT_EXPORT where it is left out
/// @param deliveredHeatPoints heat meters behind the heat pump
/// @param heatPump how its electricity is known
/// @param replacedCarrier what would heat otherwise
/// @param replacedFactor emissions of a kWh of that heat
/// @param gridFactor emissions of a kWh of the heat pump's electricity
/// @param effect INSIDE_INVENTORY or EXPORTED_AVOIDED
record HeatRecoveryRequest(
        @Nullable HeatFlowRequest heatFlow,
        @Nullable List<String> deliveredHeatPoints,
        @Nullable HeatPumpRequest heatPump,
        @Nullable String replacedCarrier,
        @Nullable StatedFactor replacedFactor,
        @Nullable StatedFactor gridFactor,
        @Nullable String effect) {

    /// A flow between two temperatures.
    ///
    /// @param meterPosition SUPPLY or RETURN, where the flow is measured
    /// @param densityKgPerM3 of another fluid than water
    /// @param heatCapacityKjPerKgK of another fluid than water
    /// @param fluidSource where these two come from
    record HeatFlowRequest(
            @Nullable String flowPoint,
            @Nullable String supplyTemperaturePoint,
            @Nullable String returnTemperaturePoint,
            @Nullable String meterPosition,
            @Nullable String densityKgPerM3,
            @Nullable String heatCapacityKjPerKgK,
            @Nullable String fluidSource) {}

    /// How the electricity of the heat pump is known.
    ///
    /// @param none true where there is no heat pump
    /// @param electricityPoints meters of it, outside the boundary of the data centre
    /// @param statedElectricity what is known of it otherwise
    record HeatPumpRequest(
            @Nullable Boolean none,
            @Nullable List<String> electricityPoints,
            @Nullable List<StatedElectricity> statedElectricity) {}

    /// Electricity of a period.
    record StatedElectricity(
            @Nullable String period, @Nullable String kwh, @Nullable String source) {}

    /// The statements of a body that was found right, or of one being checked.
    ///
    /// @throws InvalidInput naming what is wrong with a statement
    List<HeatRecoverySystem.Stated> stated() {
        List<StatedElectricity> written =
                Optional.ofNullable(heatPump)
                        .map(HeatPumpRequest::statedElectricity)
                        .orElse(List.of());
        var stated = new ArrayList<HeatRecoverySystem.Stated>();
        var violations = new ArrayList<Violation>();
        for (int i = 0; i < written.size(); i++) {
            try {
                stated.add(read(Fields.of(written.get(i))));
            } catch (InvalidInput invalid) {
                String place = "heatPump.statedElectricity[%d]".formatted(i);
                invalid.violations().stream().map(v -> v.within(place)).forEach(violations::add);
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
        return stated;
    }

    private static HeatRecoverySystem.Stated read(Fields fields) {
        Optional<Period> period = fields.period("period");
        Optional<BigDecimal> kwh = fields.decimal("kwh");
        Optional<String> source = fields.text("source");
        kwh.filter(value -> value.signum() < 0)
                .ifPresent(value ->
                        fields.refuse("kwh", "NEGATIVE", "'%s' is below 0".formatted(value)));
        fields.refuseIfInvalid();
        return new HeatRecoverySystem.Stated(
                period.orElseThrow(), kwh.orElseThrow(), source.orElseThrow());
    }
}
