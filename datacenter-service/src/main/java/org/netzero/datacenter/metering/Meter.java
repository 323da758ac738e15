package org.netzero.datacenter.metering;

import java.util.OptionalDouble;

/// What has to be known of a measuring point to turn its readings into amounts.
///
/// @param kind whether its values add up or are of the moment
/// @param baseUnits how many base units one unit of its values is; the base unit of amounts is kWh
///   for energy, kW for power, L for water
/// @param maximum the value at which a counter starts again from 0, in its own unit
/// @param ratedPowerKw the largest power that can physically be; a step above 1.2 times of it is
///   not believed
/// @param bidirectional whether a counter may fall, or a power be negative
/// @param revisions which value counts where another one arrives for the same time
public record Meter(
        Kind kind,
        double baseUnits,
        OptionalDouble maximum,
        OptionalDouble ratedPowerKw,
        boolean bidirectional,
        RevisionPolicy revisions) {

    /// How values turn into amounts.
    public enum Kind {
        /// The value is a total since some beginning: amounts are differences.
        COUNTER,
        /// The value is a power: amounts are integrals over time.
        GAUGE
    }

    public Meter {
        if (!(baseUnits > 0) || Double.isInfinite(baseUnits)) {
            throw new IllegalArgumentException(
                    "A unit is a positive number of base units: " + baseUnits);
        }
        requirePositive("maximum", maximum);
        requirePositive("ratedPowerKw", ratedPowerKw);
    }

    /// A meter of which the value counts that arrived first.
    public Meter(
            Kind kind,
            double baseUnits,
            OptionalDouble maximum,
            OptionalDouble ratedPowerKw,
            boolean bidirectional) {
        this(kind, baseUnits, maximum, ratedPowerKw, bidirectional, RevisionPolicy.FIRST_KEPT);
    }

    private static void requirePositive(String name, OptionalDouble value) {
        if (value.isPresent() && !(value.getAsDouble() > 0)) {
            throw new IllegalArgumentException(name + " is positive: " + value.getAsDouble());
        }
    }
}
