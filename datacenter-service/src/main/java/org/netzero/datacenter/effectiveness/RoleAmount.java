package org.netzero.datacenter.effectiveness;

import java.math.BigDecimal;

/// What one role measured within one hour.
///
/// @param amount kWh; L for water
/// @param measured share of the hour that was measured, 0 to 1
/// @param covered the same with gaps that were bridged, 0 to 1
public record RoleAmount(BigDecimal amount, BigDecimal measured, BigDecimal covered) {

    public RoleAmount {
        if (measured.compareTo(covered) > 0 || covered.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "Shares rise to 1 at most: measured %s, covered %s"
                            .formatted(measured, covered));
        }
    }

    /// Whether the amount is that of the whole hour, be it in part by a stated rule.
    boolean isWhole() {
        return covered.compareTo(BigDecimal.ONE) == 0;
    }

    /// Whether all of the hour was measured.
    boolean isMeasured() {
        return measured.compareTo(BigDecimal.ONE) == 0;
    }
}
