package org.netzero.datacenter.facility;

import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.netzero.platform.imports.RowOutcome;

/// All data centres.
@ApplicationScoped
public class Facilities {

    private final FacilityRepository facilities;
    private final Event<FacilityChanged> changed;

    Facilities(FacilityRepository facilities, Event<FacilityChanged> changed) {
        this.facilities = facilities;
        this.changed = changed;
    }

    /// What is known of a facility is no longer what it was.
    public record FacilityChanged(String datacenterId) {}

    /// Stores a facility, in place of what was known of it.
    @Transactional
    void put(Facility facility) {
        facilities
                .findByIdOptional(facility.datacenterId())
                .ifPresentOrElse(
                        known -> {
                            if (!known.toFacility().equals(facility)) {
                                known.update(facility);
                                changed.fire(new FacilityChanged(facility.datacenterId()));
                            }
                        },
                        () -> facilities.persist(FacilityEntity.of(facility)));
    }

    /// Stores facilities that are new; one that is known otherwise is refused.
    @Transactional
    List<RowOutcome> addAll(List<Facility> batch) {
        return batch.stream().map(this::add).toList();
    }

    private RowOutcome add(Facility facility) {
        Optional<Facility> known = find(facility.datacenterId());
        if (known.isEmpty()) {
            facilities.persist(FacilityEntity.of(facility));
            return new RowOutcome.Accepted();
        }
        return known.get().equals(facility)
                ? new RowOutcome.Duplicate()
                : new RowOutcome.Rejected(
                        "datacenterId",
                        "ID_CONFLICT",
                        "'%s' is known with other content; change it with PUT /api/datacenters/%s"
                                .formatted(facility.datacenterId(), facility.datacenterId()));
    }

    @Transactional
    public Optional<Facility> find(String datacenterId) {
        return facilities.findByIdOptional(datacenterId).map(FacilityEntity::toFacility);
    }

    /// @throws UnknownDatacenter when there is none
    public Facility get(String datacenterId) {
        return find(datacenterId).orElseThrow(() -> new UnknownDatacenter(datacenterId));
    }

    /// Facilities in the order of their ids, from the first one after the cursor.
    @Transactional
    public List<Facility> after(String cursor, int limit) {
        return facilities
                .find("datacenterId > ?1", Sort.by("datacenterId"), cursor)
                .page(Page.ofSize(limit))
                .stream()
                .map(FacilityEntity::toFacility)
                .toList();
    }

    @Transactional
    public List<Facility> all() {
        return facilities
                .streamAll(Sort.by("datacenterId"))
                .map(FacilityEntity::toFacility)
                .toList();
    }

    @Transactional
    public List<Facility> onSite(String siteId) {
        return facilities.stream("siteId", siteId).map(FacilityEntity::toFacility).toList();
    }
}
