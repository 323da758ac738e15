package org.netzero.energy.plant;

import java.math.BigDecimal;
import java.util.List;

/// What a plant is expected to generate in a year.
///
/// @param perYearKwh the sum of the months where these are stated
/// @param byMonthKwh from January to December; empty where only the year is stated
/// @param source who expects it: a simulation, a contract, the maker
public record ExpectedYield(BigDecimal perYearKwh, List<BigDecimal> byMonthKwh, String source) {

    static final int MONTHS = 12;

    public ExpectedYield {
        byMonthKwh = List.copyOf(byMonthKwh);
        if (!byMonthKwh.isEmpty() && byMonthKwh.size() != MONTHS) {
            throw new IllegalArgumentException(
                    "A year has 12 months, not " + byMonthKwh.size() + ": " + byMonthKwh);
        }
    }
}
