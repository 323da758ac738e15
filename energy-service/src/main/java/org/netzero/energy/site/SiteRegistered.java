package org.netzero.energy.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The fact `energy.site` tells, as its schema describes it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record SiteRegistered(
        String siteId,
        String name,
        SiteKind kind,
        String country,
        @Nullable String province,
        @Nullable String gridZone,
        String timeZone,
        @Nullable String entity,
        @Nullable BigDecimal floorAreaM2,
        long version) {

    static final String TOPIC = "energy.site";
    static final String TYPE = "org.netzero.energy.site-registered.v1";

    static SiteRegistered of(Site site, long version) {
        return new SiteRegistered(
                site.siteId(),
                site.name(),
                site.kind(),
                site.country(),
                site.province().orElse(null),
                site.gridZone().orElse(null),
                site.timeZone().getId(),
                site.entity().orElse(null),
                site.floorAreaM2().orElse(null),
                version);
    }
}
