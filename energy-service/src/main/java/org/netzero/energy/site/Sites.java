package org.netzero.energy.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.messaging.Outbox;

/// The sites on file. Registering one, or giving it other content, is told to the other services.
@ApplicationScoped
public class Sites {

    /// What registering a site did.
    enum Registration {
        NEW,
        CHANGED,
        UNCHANGED
    }

    private final SiteRepository sites;
    private final Outbox outbox;
    private final Event<SiteChanged> changes;

    Sites(SiteRepository sites, Outbox outbox, Event<SiteChanged> changes) {
        this.sites = sites;
        this.outbox = outbox;
        this.changes = changes;
    }

    /// @throws UnknownSite when there is none
    public Site get(String siteId) {
        return sites.findByIdOptional(siteId)
                .map(SiteEntity::site)
                .orElseThrow(() -> new UnknownSite(siteId));
    }

    public Map<String, Site> named(Collection<String> siteIds) {
        return sites.named(Set.copyOf(siteIds)).stream()
                .map(SiteEntity::site)
                .collect(Collectors.toMap(Site::siteId, Function.identity()));
    }

    /// Holds a site until the transaction ends, so that what is stated of it is stated by one at a
    /// time.
    @Transactional(Transactional.TxType.MANDATORY)
    public void hold(String siteId) {
        sites.held(siteId);
    }

    List<Site> after(String cursor, int count) {
        return sites.after(cursor, count).stream().map(SiteEntity::site).toList();
    }

    /// Stores a site, in place of what was known of it.
    @Transactional
    Registration put(Site site) {
        Optional<SiteEntity> known = sites.held(site.siteId());
        if (known.isPresent() && known.get().site().equals(site)) {
            return Registration.UNCHANGED;
        }
        SiteEntity entity = known.orElseGet(SiteEntity::new);
        entity.become(site);
        if (known.isEmpty()) {
            sites.persist(entity);
        }
        sites.flush();
        outbox.add(
                SiteRegistered.TOPIC,
                SiteRegistered.TYPE,
                site.siteId(),
                SiteRegistered.of(site, entity.version));
        changes.fire(new SiteChanged(site));
        return known.isPresent() ? Registration.CHANGED : Registration.NEW;
    }

    /// Stores the new ones. A file never replaces a site: that takes a PUT, one by one.
    @Transactional
    List<RowOutcome> add(List<Site> batch) {
        List<RowOutcome> outcomes = batch.stream().map(this::add).toList();
        sites.getEntityManager().clear();
        return outcomes;
    }

    private RowOutcome add(Site site) {
        Optional<Site> known = sites.findByIdOptional(site.siteId()).map(SiteEntity::site);
        if (known.isEmpty()) {
            put(site);
            return new RowOutcome.Accepted();
        }
        return known.get().equals(site)
                ? new RowOutcome.Duplicate()
                : new RowOutcome.Rejected(
                        "siteId",
                        "ID_CONFLICT",
                        "'%s' is registered with other content; PUT /api/sites/%s replaces it"
                                .formatted(site.siteId(), site.siteId()));
    }
}
