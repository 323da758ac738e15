package org.netzero.emissions.driver;

import java.math.BigDecimal;
import java.util.Optional;
import org.netzero.platform.input.Period;

/// A driver's value over a period.
///
/// @param unit a unit of the suite, or money such as `million CNY`
public record DriverValue(
        Driver driver, Period period, BigDecimal value, String unit, Optional<String> evidence) {}
