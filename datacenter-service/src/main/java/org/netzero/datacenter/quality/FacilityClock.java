package org.netzero.datacenter.quality;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.datacenter.facility.Sites;

/// The zones in which days and years of facilities lie; UTC until a site is known.
@ApplicationScoped
class FacilityClock {

    private final Facilities facilities;
    private final Sites sites;

    FacilityClock(Facilities facilities, Sites sites) {
        this.facilities = facilities;
        this.sites = sites;
    }

    /// @throws org.netzero.datacenter.facility.UnknownDatacenter when there is none
    ZoneId zoneOf(String datacenterId) {
        return sites.zoneOf(facilities.get(datacenterId).siteId()).orElse(ZoneOffset.UTC);
    }
}
