package org.netzero.datacenter.heat;

import org.netzero.datacenter.effectiveness.Boundary;

/// A plant on the other side of the boundary than its facility's indicators have it.
final class PlantBoundaryConflict extends RuntimeException {

    private static final long serialVersionUID = 1;

    PlantBoundaryConflict(String datacenterId, Boundary stated, Boundary ofProfile) {
        super(
                "The plant cannot have the boundary %s: the indicators of '%s' have %s by its reporting profile. Leave the boundary out here, or change it with PUT /api/datacenters/%s/reporting-profile first"
                        .formatted(stated, datacenterId, ofProfile, datacenterId));
    }
}
