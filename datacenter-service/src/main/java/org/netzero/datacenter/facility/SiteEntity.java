package org.netzero.datacenter.facility;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "site")
@NullUnmarked
class SiteEntity {

    @Id
    @Column(name = "site_id")
    String siteId;

    @Column(name = "time_zone")
    String timeZone;

    @Nullable String country;

    @Nullable String province;

    @Column(name = "grid_zone")
    @Nullable String gridZone;

    long version;
}
