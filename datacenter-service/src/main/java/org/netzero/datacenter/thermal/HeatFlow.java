package org.netzero.datacenter.thermal;

import java.util.Optional;
import java.util.OptionalDouble;

/// Heat that a flow hands over between two temperatures: Q = V · ρ · c · (supply − return).
///
/// The means of an hour stand for the hour. Where flow and difference move against each other
/// within it, that is off by their covariance; a heat counter multiplies before it sums up.
///
/// @param meterPosition where the flow is measured, whose temperature gives the density
/// @param fluid what flows, where it is not water
public record HeatFlow(Position meterPosition, Optional<Fluid> fluid) {

    /// Where a flow meter sits.
    public enum Position {
        SUPPLY,
        RETURN
    }

    /// Another fluid than water, with what is stated of it.
    ///
    /// @param densityKgPerM3 at the flow meter
    /// @param heatCapacityKjPerKgK at the mean of supply and return
    public record Fluid(double densityKgPerM3, double heatCapacityKjPerKgK) {

        public Fluid {
            if (!(densityKgPerM3 > 0) || !(heatCapacityKjPerKgK > 0)) {
                throw new IllegalArgumentException(
                        "Density and heat capacity are above 0: %s, %s"
                                .formatted(densityKgPerM3, heatCapacityKjPerKgK));
            }
        }
    }

    private static final double KJ_PER_KWH = 3_600;

    /// Heat in kWh; below 0 where it flows back. Empty where water would not be liquid: then a
    /// sensor is wrong.
    ///
    /// @param volumeM3 what flowed
    /// @param supplyCelsius on its way from the data centre
    /// @param returnCelsius on its way back
    public OptionalDouble kwh(double volumeM3, double supplyCelsius, double returnCelsius) {
        double difference = supplyCelsius - returnCelsius;
        if (fluid.isPresent()) {
            Fluid stated = fluid.get();
            return OptionalDouble.of(
                    volumeM3
                            * stated.densityKgPerM3()
                            * stated.heatCapacityKjPerKgK()
                            * difference
                            / KJ_PER_KWH);
        }
        if (!Water.isKnownAt(supplyCelsius) || !Water.isKnownAt(returnCelsius)) {
            return OptionalDouble.empty();
        }
        double atMeter =
                switch (meterPosition) {
                    case SUPPLY -> supplyCelsius;
                    case RETURN -> returnCelsius;
                };
        double mean = (supplyCelsius + returnCelsius) / 2;
        return OptionalDouble.of(
                volumeM3 * Water.kwhPerCubicMetreAndKelvin(atMeter, mean) * difference);
    }
}
