package org.netzero.emissions.consumption;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.calculation.Place;
import org.netzero.emissions.calculation.SiteKind;

@Entity
@Table(name = "site")
class SiteEntity {

    @Id
    @Column(name = "site_id")
    String siteId;

    String name;

    @Enumerated(EnumType.STRING)
    SiteKind kind;

    String country;
    @Nullable String province;

    @Column(name = "grid_zone")
    @Nullable String gridZone;

    @Column(name = "time_zone")
    String timeZone;

    @Nullable String entity;

    long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    SiteEntity() {}

    void become(SiteRegistered fact) {
        siteId = fact.siteId();
        name = fact.name();
        kind = fact.kind();
        country = fact.country();
        province = fact.province();
        gridZone = fact.gridZone();
        timeZone = fact.timeZone();
        entity = fact.entity();
        version = fact.version();
    }

    /// Only of a site that names one.
    String entity() {
        return Optional.ofNullable(entity).orElseThrow();
    }

    Place place() {
        return new Place(country, Optional.ofNullable(province), Optional.ofNullable(gridZone));
    }
}
