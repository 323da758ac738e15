package org.netzero.gateway.roadmap.engine;

import java.util.List;
import java.util.OptionalDouble;

/// What one data centre measured in a year so far.
///
/// @param itCapacityKw rated IT capacity in kW, greater than 0; where it is empty, the measured IT
///   load stands in for it
/// @param measuredFacilityMwh energy of the whole facility over the measured hours
/// @param meanItKw mean power of the IT equipment where that is measured
/// @param measuredHours hours over which the energy of the facility is known
/// @param months the same energy by month, shown beside the projection
public record MeasuredFacility(
        String datacenterId,
        OptionalDouble itCapacityKw,
        double measuredFacilityMwh,
        OptionalDouble meanItKw,
        double measuredHours,
        List<MeasuredMonth> months) {

    /// 30 days: fewer measured hours say nothing of the remaining ones.
    public static final double HOURS_TO_ANNUALISE = 720;

    public MeasuredFacility {
        Require.text("datacenterId", datacenterId, 200);
        if (itCapacityKw.isPresent() && !(itCapacityKw.getAsDouble() > 0)) {
            throw new ValueOutOfRange(
                    "itCapacityKw of " + datacenterId,
                    itCapacityKw.getAsDouble(),
                    "greater than 0",
                    "leave it empty where it is unknown");
        }
        itCapacityKw.ifPresent(
                capacity -> Require.amount("itCapacityKw of " + datacenterId, capacity));
        Require.amount("measuredFacilityMwh of " + datacenterId, measuredFacilityMwh);
        meanItKw.ifPresent(power -> Require.amount("meanItKw of " + datacenterId, power));
        Require.amount("measuredHours of " + datacenterId, measuredHours);
        Require.atMost("months of " + datacenterId, months.size(), 12);
        months = List.copyOf(months);
    }
}
