package org.netzero.emissions.consumption;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.netzero.emissions.calculation.Place;
import org.netzero.emissions.calculation.SiteKind;

/// The sites as the energy service last told of them.
@ApplicationScoped
public class Sites {

    private final SiteRepository repository;

    Sites(SiteRepository repository) {
        this.repository = repository;
    }

    /// Where each site lies.
    public Map<String, Place> places() {
        return repository
                .streamAll()
                .collect(Collectors.toUnmodifiableMap(site -> site.siteId, SiteEntity::place));
    }

    /// Where the company as a whole stands: the place of its group site.
    public Optional<Place> groupPlace() {
        return repository
                .find("kind = ?1 order by siteId", SiteKind.GROUP)
                .firstResultOptional()
                .map(SiteEntity::place);
    }
}
