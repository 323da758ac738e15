package org.netzero.datacenter.facility;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.problem.InvalidInput;

/// All data centres.
@ApplicationScoped
public class Facilities {

    private final FacilityRepository facilities;
    private final Sites sites;
    private final Event<FacilityChanged> changed;

    Facilities(FacilityRepository facilities, Sites sites, Event<FacilityChanged> changed) {
        this.facilities = facilities;
        this.sites = sites;
        this.changed = changed;
    }

    /// What is known of a facility is no longer what it was.
    ///
    /// @param formerSiteId the site it was on; empty of a new one
    public record FacilityChanged(
            String datacenterId, String siteId, Optional<String> formerSiteId) {}

    /// Stores a facility, in place of what was known of it.
    ///
    /// @throws InvalidInput when its site is not known
    void put(Facility facility) {
        if (!sites.unknown(List.of(facility.siteId())).isEmpty()) {
            throw new InvalidInput("siteId", "UNKNOWN_SITE", unknownSite(facility));
        }
        QuarkusTransaction.requiringNew().run(() -> store(facility));
    }

    private static String unknownSite(Facility facility) {
        return "there is no site '%s'; register it with PUT /api/sites/%s or import sites first"
                .formatted(facility.siteId(), facility.siteId());
    }

    private void store(Facility facility) {
        facilities
                .findByIdOptional(facility.datacenterId())
                .ifPresentOrElse(
                        known -> {
                            Facility before = known.toFacility();
                            if (!before.equals(facility)) {
                                known.update(facility);
                                changed.fire(
                                        new FacilityChanged(
                                                facility.datacenterId(),
                                                facility.siteId(),
                                                Optional.of(before.siteId())));
                            }
                        },
                        () -> persist(facility));
    }

    private void persist(Facility facility) {
        facilities.persist(FacilityEntity.of(facility));
        changed.fire(
                new FacilityChanged(facility.datacenterId(), facility.siteId(), Optional.empty()));
    }

    /// Stores facilities that are new; one that is known otherwise, or whose site is not known, is
    /// refused.
    List<RowOutcome> addAll(List<Facility> batch) {
        Set<String> unknown = sites.unknown(batch.stream().map(Facility::siteId).toList());
        return QuarkusTransaction.requiringNew()
                .call(() -> batch.stream().map(facility -> add(facility, unknown)).toList());
    }

    private RowOutcome add(Facility facility, Set<String> unknownSites) {
        if (unknownSites.contains(facility.siteId())) {
            return new RowOutcome.Rejected("siteId", "UNKNOWN_SITE", unknownSite(facility));
        }
        Optional<Facility> known = find(facility.datacenterId());
        if (known.isEmpty()) {
            persist(facility);
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
