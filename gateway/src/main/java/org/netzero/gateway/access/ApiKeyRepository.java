package org.netzero.gateway.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKeyEntity, UUID> {

    Optional<ApiKeyEntity> findByName(String name) {
        return find("name", name).firstResultOptional();
    }

    Optional<ApiKeyEntity> findValid(String hash) {
        return find("hash = ?1 and revokedAt is null", hash).firstResultOptional();
    }

    List<ApiKeyEntity> after(String name, int limit) {
        return find("name > ?1", Sort.by("name"), name).range(0, limit - 1).list();
    }
}
