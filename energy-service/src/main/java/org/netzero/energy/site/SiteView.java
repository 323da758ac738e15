package org.netzero.energy.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.listing.Table;

/// A site as its readers see it; its CSV is what the import takes.
@JsonInclude(JsonInclude.Include.NON_NULL)
record SiteView(
        String siteId,
        String name,
        SiteKind kind,
        String country,
        @Nullable String province,
        @Nullable String gridZone,
        String timeZone,
        @Nullable String entity,
        @Nullable BigDecimal floorAreaM2) {

    static final Columns COLUMNS =
            Columns.of(
                    "siteId",
                    "name",
                    "kind",
                    "country",
                    "province?",
                    "gridZone?",
                    "timeZone",
                    "entity?",
                    "floorAreaM2?");

    static SiteView of(Site site) {
        return new SiteView(
                site.siteId(),
                site.name(),
                site.kind(),
                site.country(),
                site.province().orElse(null),
                site.gridZone().orElse(null),
                site.timeZone().getId(),
                site.entity().orElse(null),
                site.floorAreaM2().orElse(null));
    }

    List<@Nullable Object> row() {
        return Table.row(
                siteId, name, kind, country, province, gridZone, timeZone, entity, floorAreaM2);
    }
}
