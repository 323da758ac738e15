package org.netzero.datacenter.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netzero.datacenter.facility.Facility;
import org.netzero.datacenter.facility.Sites;

/// The zones in which the facilities' days, months and years lie.
@ApplicationScoped
class FacilityZones {

    static final FacilityZone UNKNOWN = new FacilityZone(ZoneOffset.UTC, false);

    private final Sites sites;

    FacilityZones(Sites sites) {
        this.sites = sites;
    }

    /// @param known whether it is the site's, and not UTC for want of it
    record FacilityZone(ZoneId zone, boolean known) {}

    FacilityZone of(Facility facility) {
        Optional<ZoneId> zone = sites.zoneOf(facility.siteId());
        return zone.map(known -> new FacilityZone(known, true)).orElse(UNKNOWN);
    }

    /// The zones of many, by the ids of the facilities.
    Map<String, FacilityZone> ofAll(List<Facility> facilities) {
        Map<String, Sites.SitePlace> known = sites.all();
        var zones = new HashMap<String, FacilityZone>();
        for (Facility facility : facilities) {
            Optional.ofNullable(known.get(facility.siteId()))
                    .ifPresent(place ->
                            zones.put(
                                    facility.datacenterId(), new FacilityZone(place.zone(), true)));
        }
        return zones;
    }
}
