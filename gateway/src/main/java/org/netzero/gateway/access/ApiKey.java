package org.netzero.gateway.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// An API key as its administrator sees it: everything but the secret.
///
/// @param datacenters the data centres of which alone it pushes readings; empty where it is bound
///   to none
record ApiKey(
        UUID id,
        String name,
        Set<String> roles,
        Set<String> datacenters,
        Instant createdAt,
        Optional<Instant> revokedAt) {

    static ApiKey of(ApiKeyEntity entity) {
        return new ApiKey(
                entity.id,
                entity.name,
                Set.copyOf(entity.roles),
                Set.copyOf(entity.datacenters),
                entity.createdAt,
                Optional.ofNullable(entity.revokedAt));
    }

    KeyHolder holder() {
        return new KeyHolder(id, name, roles, datacenters);
    }
}
