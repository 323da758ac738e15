package org.netzero.gateway.roadmap.engine;

import java.util.List;

/// What became of a measured facility.
public sealed interface FacilityStanding {

    String datacenterId();

    double measuredHours();

    double measuredFacilityMwh();

    List<MeasuredMonth> months();

    /// It counts: what it measured replaces what the model expected of it, by its weight.
    ///
    /// @param itCapacityKw as stated, or derived from the measured IT load
    /// @param capacityDerived whether the capacity is the mean measured IT load over the assumed
    ///   load
    /// @param expectedMwh IT capacity × assumed load × hours of the year × modelled PUE
    /// @param annualised whether the measured hours speak for the remaining ones too
    /// @param weight share of the year that goes by the measurement, between 0 and 1: the share of
    ///   its hours measured, and where they are annualised what they say of the remaining ones
    /// @param yearAtMeasuredMeanMwh hours of the year × mean measured energy of an hour
    record Counted(
            String datacenterId,
            double measuredHours,
            double measuredFacilityMwh,
            List<MeasuredMonth> months,
            double itCapacityKw,
            boolean capacityDerived,
            double expectedMwh,
            boolean annualised,
            double weight,
            double yearAtMeasuredMeanMwh)
            implements FacilityStanding {

        /// Energy of the whole year: expected + weight × (year at the measured mean − expected).
        public double rebasedMwh() {
            return expectedMwh + changeMwh(1);
        }

        /// How far the measurement moves the year from `scale` times its expectation.
        double changeMwh(double scale) {
            return weight * (yearAtMeasuredMeanMwh - scale * expectedMwh);
        }
    }

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
