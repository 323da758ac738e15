package org.netzero.datacenter.facility;

import org.jspecify.annotations.Nullable;

/// What this service uses of `energy.site`.
///
/// @param siteId the site
/// @param timeZone its IANA zone
/// @param country ISO 3166-1 alpha-2
/// @param province ISO 3166-2
/// @param gridZone the part of the grid it draws from
/// @param version grows with every change
record SiteRegistered(
        String siteId,
        String timeZone,
        @Nullable String country,
        @Nullable String province,
        @Nullable String gridZone,
        long version) {}
