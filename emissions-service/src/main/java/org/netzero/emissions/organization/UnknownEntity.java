package org.netzero.emissions.organization;

/// An id names no entity.
final class UnknownEntity extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownEntity(String entityId) {
        super(
                "There is no entity '%s'; PUT /api/organization/entities/%s sets it up"
                        .formatted(entityId, entityId));
    }
}
