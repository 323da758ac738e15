package org.netzero.energy.site;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "site")
class SiteEntity {

    @Id
    @Column(name = "site_id")
    String siteId = "";

    String name = "";

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    SiteKind kind = SiteKind.OTHER;

    String country = "";
    @Nullable String province;

    @Column(name = "grid_zone")
    @Nullable String gridZone;

    @Column(name = "time_zone")
    String timeZone = "";

    @Nullable String entity;

    @Column(name = "floor_area_m2")
    @Nullable BigDecimal floorAreaM2;

    long version;

    void become(Site site) {
        siteId = site.siteId();
        name = site.name();
        kind = site.kind();
        country = site.country();
        province = site.province().orElse(null);
        gridZone = site.gridZone().orElse(null);
        timeZone = site.timeZone().getId();
        entity = site.entity().orElse(null);
        floorAreaM2 = site.floorAreaM2().orElse(null);
        version++;
    }

    Site site() {
        return new Site(
                siteId,
                name,
                kind,
                country,
                Optional.ofNullable(province),
                Optional.ofNullable(gridZone),
                ZoneId.of(timeZone),
                Optional.ofNullable(entity),
                Optional.ofNullable(floorAreaM2));
    }
}
