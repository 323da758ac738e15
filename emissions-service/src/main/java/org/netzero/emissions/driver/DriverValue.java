package org.netzero.emissions.driver;

import java.math.BigDecimal;
import java.util.Optional;
import org.netzero.platform.input.Period;

/// A driver's value over a period.
///
/// @param unit a unit of the suite, or money such as `million CNY`
/// @param supersedes its own id, where it corrects what was stated before
public record DriverValue(
        Driver driver,
        Period period,
        BigDecimal value,
        String unit,
        Optional<String> evidence,
        Optional<String> supersedes) {

    /// `REVENUE/2021`
    String id() {
        return id(driver, period);
    }

    static String id(Driver driver, Period period) {
        return driver + "/" + period;
    }
}
