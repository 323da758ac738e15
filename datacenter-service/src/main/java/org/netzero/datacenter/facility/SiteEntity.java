package org.netzero.datacenter.facility;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "site")
@NullUnmarked
class SiteEntity {

    @Id
    @Column(name = "site_id")
    String siteId;

    @Column(name = "time_zone")
    String timeZone;

    long version;
}
