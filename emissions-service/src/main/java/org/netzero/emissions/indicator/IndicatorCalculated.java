package org.netzero.emissions.indicator;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What this service reads of `datacenter.indicator`.
record IndicatorCalculated(
        String subject, String period, String provenance, @Nullable BigDecimal pue, long version) {}
