package org.netzero.emissions.consumption;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.netzero.emissions.calculation.Place;
import org.netzero.emissions.calculation.SiteKind;

/// The sites as the energy service last told of them.
@ApplicationScoped
public class Sites {

    private static final int MOST_IN_VAIN = 10_000;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final SiteRepository repository;
    private final Duration patience;
    private final Set<String> inVain = ConcurrentHashMap.newKeySet();

    /// @param patience how long a site that was just registered may take to get here
    Sites(
            SiteRepository repository,
            @ConfigProperty(name = "netzero.sites.patience") Duration patience) {
        this.repository = repository;
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
        if (siteIds.isEmpty()) {
            return Set.of();
        }
        Set<String> known =
                QuarkusTransaction.requiringNew()
                        .call(() ->
                                repository.list("siteId in ?1", siteIds).stream()
                                        .map(site -> site.siteId)
                                        .collect(Collectors.toSet()));
        return siteIds.stream().filter(id -> !known.contains(id)).collect(Collectors.toSet());
    }

    /// Where each site lies.
    public Map<String, Place> places() {
        return repository
                .streamAll()
                .collect(Collectors.toUnmodifiableMap(site -> site.siteId, SiteEntity::place));
    }

    /// The entity each site names, by its id or its name; sites that name none are absent.
    public Map<String, String> entities() {
        return repository.stream("entity is not null")
                .collect(Collectors.toUnmodifiableMap(site -> site.siteId, site -> site.entity()));
    }

    /// Where the company as a whole stands: the place of its group site.
    public Optional<Place> groupPlace() {
        return repository
                .find("kind = ?1 order by siteId", SiteKind.GROUP)
                .firstResultOptional()
                .map(SiteEntity::place);
    }
}
