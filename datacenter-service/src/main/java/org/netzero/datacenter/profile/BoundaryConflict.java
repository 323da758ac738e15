package org.netzero.datacenter.profile;

import org.netzero.datacenter.effectiveness.Boundary;

/// Facilities of one site would count the same plant on both sides of their boundaries.
final class BoundaryConflict extends RuntimeException {

    private static final long serialVersionUID = 1;

    BoundaryConflict(String datacenterId, Boundary boundary, String other) {
        super(
                "'%s' cannot have the boundary %s: '%s' on the same site has the other one, so fuel and what is made of it would both count; give all facilities of the site the same"
                        .formatted(datacenterId, boundary, other));
    }
}
