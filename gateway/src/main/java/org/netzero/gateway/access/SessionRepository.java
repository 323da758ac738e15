package org.netzero.gateway.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<SessionEntity, String> {

    Optional<SessionEntity> findValid(String hash, Instant now) {
        return find(
                        "from SessionEntity s join fetch s.key k"
                                + " where s.hash = ?1 and s.expiresAt > ?2 and k.revokedAt is null",
                        hash,
                        now)
                .firstResultOptional();
    }

    void deleteExpired(Instant now) {
        delete("expiresAt <= ?1", now);
    }
}
