package org.netzero.emissions.consumption;

import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.SiteKind;

/// What this service reads of `energy.site`.
record SiteRegistered(
        String siteId,
        String name,
        SiteKind kind,
        String country,
        @Nullable String province,
        @Nullable String gridZone,
        String timeZone,
        @Nullable String entity,
        long version) {}
