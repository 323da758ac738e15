package org.netzero.datacenter.facility;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The sites and their time zones, as far as the energy service has told of them.
@ApplicationScoped
public class Sites {

    private static final int MOST_IN_VAIN = 10_000;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final SiteRepository sites;
    private final Event<SiteZoneChanged> zoneChanged;
    private final Duration patience;
    private final Set<String> inVain = ConcurrentHashMap.newKeySet();

    /// @param patience how long a site that was just registered may take to get here
    Sites(
            SiteRepository sites,
            Event<SiteZoneChanged> zoneChanged,
            @ConfigProperty(name = "netzero.sites.patience") Duration patience) {
        this.sites = sites;
        this.zoneChanged = zoneChanged;
        this.patience = patience;
    }

    /// Those of the ids that are no site's. What was registered a moment ago is on its way here, so
    /// an id that is not known is looked for again for a while, once; call it outside a
    /// transaction.
    public Set<String> unknown(Collection<String> siteIds) {
        long giveUp = System.nanoTime() + patience.toNanos();
        Set<String> unknown = missing(Set.copyOf(siteIds));
        while (!inVain.containsAll(unknown) && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            unknown = missing(unknown);
        }
        if (inVain.size() < MOST_IN_VAIN) {
            inVain.addAll(unknown);
        }
        return unknown;
    }

    private Set<String> missing(Set<String> siteIds) {
        Set<String> known =
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                sites.list("siteId in ?1", siteIds).stream()
                                        .map(site -> site.siteId)
                                        .collect(Collectors.toSet()));
        return siteIds.stream().filter(id -> !known.contains(id)).collect(Collectors.toSet());
    }

    /// Days, months and years of the site's facilities were cut otherwise so far.
    public record SiteZoneChanged(String siteId) {}

    /// The zone in which the site's days, months and years lie; empty until the site is known.
    @Transactional
    public Optional<ZoneId> zoneOf(String siteId) {
        return sites.findByIdOptional(siteId).map(site -> ZoneId.of(site.timeZone));
    }

    /// A site's zone and place.
    ///
    /// @param country empty where nothing was told of it yet
    public record SitePlace(
            ZoneId zone,
            Optional<String> country,
            Optional<String> province,
            Optional<String> gridZone) {}

    /// All sites that are known, by their ids.
    @Transactional
    public Map<String, SitePlace> all() {
        return sites.streamAll()
                .collect(
                        Collectors.toMap(
                                site -> site.siteId,
                                site ->
                                        new SitePlace(
                                                ZoneId.of(site.timeZone),
                                                Optional.ofNullable(site.country),
                                                Optional.ofNullable(site.province),
                                                Optional.ofNullable(site.gridZone))));
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
        entity.country = site.country();
        entity.province = site.province();
        entity.gridZone = site.gridZone();
        entity.version = site.version();
        sites.persist(entity);
        if (moved) {
            zoneChanged.fire(new SiteZoneChanged(site.siteId()));
        }
    }
}
