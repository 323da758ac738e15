package org.netzero.emissions.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.consumption.Sites;
import org.netzero.emissions.organization.LegalEntities;
import org.netzero.emissions.organization.Organization.ConsolidationApproach;

/// The company's boundary as its entities and sites stand.
@ApplicationScoped
public class Boundaries {

    private final LegalEntities entities;
    private final Sites sites;

    Boundaries(LegalEntities entities, Sites sites) {
        this.entities = entities;
        this.sites = sites;
    }

    public Consolidated consolidate(Inventory inventory, ConsolidationApproach approach) {
        return Consolidation.of(
                inventory, approach, new Ownership(entities.all(), sites.entities(), List.of()));
    }
}
