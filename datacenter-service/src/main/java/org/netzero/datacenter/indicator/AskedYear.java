package org.netzero.datacenter.indicator;

import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Period;
import org.netzero.platform.problem.InvalidInput;

/// The year that somebody asks about.
final class AskedYear {

    private AskedYear() {}

    /// @throws InvalidInput when it is absent or no year
    static int parse(@Nullable String year) {
        if (year == null) {
            throw new InvalidInput("year", "REQUIRED", "name a year such as 2021");
        }
        try {
            Period period = Period.parse(year);
            if (period.isYear()) {
                return period.start().getYear();
            }
        } catch (IllegalArgumentException refused) {
            throw new InvalidInput("year", "NOT_A_YEAR", String.valueOf(refused.getMessage()));
        }
        throw new InvalidInput(
                "year", "NOT_A_YEAR", "'%s' is no year such as 2021".formatted(year));
    }
}
