package org.netzero.gateway.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/// The sessions that browsers swapped their keys for.
@ApplicationScoped
class Sessions {

    static final Duration LIFE = Duration.ofHours(12);

    private final SessionRepository repository;
    private final ApiKeyRepository keys;
    private final KnownHolders knownHolders;
    private final Clock clock;

    Sessions(
            SessionRepository repository,
            ApiKeyRepository keys,
            KnownHolders knownHolders,
            Clock clock) {
        this.repository = repository;
        this.keys = keys;
        this.knownHolders = knownHolders;
        this.clock = clock;
    }

    @Transactional
    Secret open(UUID keyId) {
        Secret secret = Secret.create("");
        SessionEntity entity = new SessionEntity();
        entity.hash = secret.hash();
        entity.key = keys.findById(keyId);
        entity.expiresAt = clock.instant().plus(LIFE);
        repository.persist(entity);
        return secret;
    }

    void close(Secret secret) {
        QuarkusTransaction.requiringNew().run(() -> repository.deleteById(secret.hash()));
        knownHolders.forget();
    }

    @Scheduled(every = "1h", delayed = "1m")
    @Transactional
    void deleteExpired() {
        repository.deleteExpired(clock.instant());
    }
}
