package org.netzero.gateway.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// An API key as its administrator sees it: everything but the secret.
record ApiKey(
        UUID id, String name, Set<String> roles, Instant createdAt, Optional<Instant> revokedAt) {

    static ApiKey of(ApiKeyEntity entity) {
        return new ApiKey(
                entity.id,
                entity.name,
                Set.copyOf(entity.roles),
                entity.createdAt,
                Optional.ofNullable(entity.revokedAt));
    }

    KeyHolder holder() {
        return new KeyHolder(id, name, roles);
    }
}
