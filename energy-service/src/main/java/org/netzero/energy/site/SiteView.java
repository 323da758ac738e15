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
                            "siteId: The id by which all other files name the site; letters, digits and . _ : @ + -",
                            "name: What people call it",
                            "kind: What it is; GROUP is the company as a whole, whose records state totals of all sites",
                            "country: ISO 3166-1 code of two letters, such as CN",
                            "province?: ISO 3166-2 code, such as CN-GD; decides which grid factor counts",
                            "gridZone?: The part of the grid it is connected to, where that is not its province or country",
                            "timeZone: The clock of the site, such as Asia/Shanghai; its days and months are on it",
                            "entity?: The legal entity it belongs to",
                            "floorAreaM2?: Floor area in m2, above 0; empty where it is not known")
                    .withValues("kind", SiteKind.values());

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
