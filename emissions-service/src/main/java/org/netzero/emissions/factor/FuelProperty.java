package org.netzero.emissions.factor;

import java.math.BigDecimal;

/// A heating value or a density of a fuel, as its source gives it for a year.
///
/// @param fuel as the source writes it
/// @param activity the fuel's key among the activities
/// @param unit as the source writes it, `GJ/t` or `kg/m3`
/// @param region for which the source gives it
public record FuelProperty(
        String id,
        String fuel,
        String activity,
        Kind property,
        BigDecimal value,
        String unit,
        int year,
        String region,
        String publisher,
        String source,
        String licence,
        String confidence) {

    /// What a property is of.
    public enum Kind {
        NET_CALORIFIC_VALUE,
        GROSS_CALORIFIC_VALUE,
        DENSITY
    }
}
