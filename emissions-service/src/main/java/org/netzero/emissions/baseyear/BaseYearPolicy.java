package org.netzero.emissions.baseyear;

import java.math.BigDecimal;

/// When the base year is recalculated.
///
/// @param thresholdPercent of the base year's emissions, above which a change counts; above 0
/// @param cumulative whether changes below it are summed, and the sum counts too
record BaseYearPolicy(int baseYear, BigDecimal thresholdPercent, boolean cumulative) {

    BaseYearPolicy {
        if (thresholdPercent.signum() <= 0) {
            throw new IllegalArgumentException(
                    "A threshold lies above 0: %s".formatted(thresholdPercent));
        }
    }
}
