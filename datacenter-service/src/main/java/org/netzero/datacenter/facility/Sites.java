package org.netzero.datacenter.facility;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.Optional;

/// The time zones of the sites, as far as the energy service has told of them.
@ApplicationScoped
public class Sites {

    private final SiteRepository sites;
    private final Event<SiteZoneChanged> zoneChanged;

    Sites(SiteRepository sites, Event<SiteZoneChanged> zoneChanged) {
        this.sites = sites;
        this.zoneChanged = zoneChanged;
    }

    /// Days, months and years of the site's facilities were cut otherwise so far.
    public record SiteZoneChanged(String siteId) {}

    /// The zone in which the site's days, months and years lie; empty until the site is known.
    @Transactional
    public Optional<ZoneId> zoneOf(String siteId) {
        return sites.findByIdOptional(siteId).map(site -> ZoneId.of(site.timeZone));
    }

    /// Notes what the energy service says of a site, unless something newer is known.
    @Transactional
    void note(SiteRegistered site) {
        ZoneId zone = ZoneId.of(site.timeZone());
        SiteEntity known = sites.findById(site.siteId());
        if (known != null && known.version >= site.version()) {
            return;
        }
        SiteEntity entity = known == null ? new SiteEntity() : known;
        boolean moved = known == null || !zone.getId().equals(known.timeZone);
        entity.siteId = site.siteId();
        entity.timeZone = zone.getId();
        entity.version = site.version();
        sites.persist(entity);
        if (moved) {
            zoneChanged.fire(new SiteZoneChanged(site.siteId()));
        }
    }
}
