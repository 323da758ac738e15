package org.netzero.emissions.bridge;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.calculation.Scope3Category;

/// A part of the change: results of the same kind, place and activity on both sides.
///
/// @param fromKg kg CO2e before
/// @param toKg kg CO2e after: the sum of `fromKg` and all effects, exactly
record Line(Key key, BigDecimal fromKg, Map<Cause, BigDecimal> effectsKg, BigDecimal toKg) {

    /// @param record named where both sides are versions of one year
    record Key(
            Scope scope,
            @Nullable Scope2Method method,
            @Nullable Scope3Category category,
            @Nullable String siteId,
            String activity,
            @Nullable String record) {}

    Line {
        BigDecimal sum = effectsKg.values().stream().reduce(fromKg, BigDecimal::add);
        if (sum.compareTo(toKg) != 0) {
            throw new IllegalArgumentException(
                    "%s: the effects lead from %s to %s, not to %s"
                            .formatted(key, fromKg, sum, toKg));
        }
        effectsKg = Map.copyOf(effectsKg);
    }

    BigDecimal effectKg(Cause cause) {
        return effectsKg.getOrDefault(cause, BigDecimal.ZERO);
    }
}
