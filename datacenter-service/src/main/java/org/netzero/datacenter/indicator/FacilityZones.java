package org.netzero.datacenter.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.facility.Sites;

/// The zones in which the facilities' days, months and years lie.
@ApplicationScoped
class FacilityZones {

    private final Sites sites;

    FacilityZones(Sites sites) {
        this.sites = sites;
    }

    /// @param known whether it is the site's, and not UTC for want of it
    record FacilityZone(ZoneId zone, boolean known) {}

    FacilityZone of(Facility facility) {
        Optional<ZoneId> zone = sites.zoneOf(facility.siteId());
        return new FacilityZone(zone.orElse(ZoneOffset.UTC), zone.isPresent());
    }
}
