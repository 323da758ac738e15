package org.netzero.gateway.roadmap.engine;

import java.util.List;

/// What became of a measured facility.
public sealed interface FacilityStanding {

    String datacenterId();

    double measuredHours();

    double measuredFacilityMwh();

    List<MeasuredMonth> months();

    /// It counts: its annualised energy replaced what the model expected of it.
    ///
    /// @param itCapacityKw as stated, or derived from the measured IT load
    /// @param capacityDerived whether the capacity is the mean measured IT load over the assumed
    ///   load
    /// @param annualisedMwh measured energy × hours of the year / measured hours
    /// @param expectedMwh IT capacity × assumed load × hours of the year × modelled PUE
    record Counted(
            String datacenterId,
            double measuredHours,
            double measuredFacilityMwh,
            List<MeasuredMonth> months,
            double itCapacityKw,
            boolean capacityDerived,
            double annualisedMwh,
            double expectedMwh)
            implements FacilityStanding {}

    /// It stands beside the projection and does not move it.
    ///
    /// @param reason why, and what would change it
    record Beside(
            String datacenterId,
            double measuredHours,
            double measuredFacilityMwh,
            List<MeasuredMonth> months,
            String reason)
            implements FacilityStanding {}
}
