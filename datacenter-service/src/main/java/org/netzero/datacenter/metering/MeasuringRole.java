package org.netzero.datacenter.metering;

/// What a measuring point's energy or water served.
public enum MeasuringRole {
    /// Everything that enters the facility: the numerator of PUE.
    FACILITY_INPUT,
    /// Computing equipment: the denominator of PUE.
    IT,
    COOLING,
    UPS_LOSS,
    LIGHTING,
    ON_SITE_GENERATION,
    /// Heat handed over for reuse at the boundary of the facility.
    HEAT_EXPORT,
    WATER,
    FUEL,
    /// The air outside: its temperature, of which no energy is the sum.
    WEATHER,
    OTHER
}
