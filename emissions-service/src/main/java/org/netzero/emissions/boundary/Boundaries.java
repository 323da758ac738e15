package org.netzero.emissions.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.netzero.emissions.calculation.Crossing;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.consumption.Sites;
import org.netzero.emissions.organization.LegalEntities;
import org.netzero.emissions.organization.Organization.ConsolidationApproach;

/// The company's boundary as its entities and sites stand.
@ApplicationScoped
public class Boundaries {

    private final LegalEntities entities;
    private final Sites sites;
    private final Allocations allocations;

    Boundaries(LegalEntities entities, Sites sites, Allocations allocations) {
        this.entities = entities;
        this.sites = sites;
        this.allocations = allocations;
    }

    /// To whom the sites belong.
    public Ownership ownership() {
        return new Ownership(entities.all(), sites.entities(), allocations.all());
    }

    /// @param crossing records, held in sums, within whose periods the boundary changes somewhere
    /// @param places see [Consolidation#of]
    public Consolidated consolidate(
            Inventory inventory,
            ConsolidationApproach approach,
            List<Crossing> crossing,
            Map<String, List<Consolidation.RecordPlace>> places) {
        return Consolidation.of(inventory, approach, ownership(), crossing, places);
    }
}
