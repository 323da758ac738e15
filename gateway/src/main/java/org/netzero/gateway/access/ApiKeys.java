package org.netzero.gateway.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.netzero.platform.identity.Role;

/// All API keys ever issued.
@ApplicationScoped
class ApiKeys {

    /// The name of the key that the installation itself holds.
    static final String FIRST_ADMIN = "admin";

    private final ApiKeyRepository repository;
    private final KnownHolders knownHolders;
    private final Clock clock;

    ApiKeys(ApiKeyRepository repository, KnownHolders knownHolders, Clock clock) {
        this.repository = repository;
        this.knownHolders = knownHolders;
        this.clock = clock;
    }

    @Transactional
    ApiKey issue(KeyRequest.Wanted wanted, Secret secret) {
        ApiKeyEntity entity = entity(wanted, secret);
        try {
            repository.persistAndFlush(entity);
        } catch (ConstraintViolationException taken) {
            throw new KeyNameTaken(wanted.name(), taken);
        }
        return ApiKey.of(entity);
    }

    /// Makes this secret the installation's own key, whatever it was before: somebody who can write
    /// its file can always get in.
    @Transactional
    void ensureFirstAdmin(Secret secret) {
        Set<String> roles = Set.of(Role.ADMIN);
        repository
                .findByName(FIRST_ADMIN)
                .ifPresentOrElse(
                        admin -> {
                            admin.hash = secret.hash();
                            admin.roles = List.copyOf(roles);
                            admin.datacenters = List.of();
                            admin.revokedAt = null;
                        },
                        () ->
                                repository.persist(
                                        entity(
                                                new KeyRequest.Wanted(FIRST_ADMIN, roles, Set.of()),
                                                secret)));
    }

    /// In the order of their names.
    List<ApiKey> after(String name, int limit) {
        return repository.after(name, limit).stream().map(ApiKey::of).toList();
    }

    /// Ends the key and all its sessions; ending it again changes nothing.
    void revoke(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> markRevoked(id));
        knownHolders.forget();
    }

    private void markRevoked(UUID id) {
        ApiKeyEntity entity = repository.findByIdOptional(id).orElseThrow(() -> new UnknownKey(id));
        if (entity.revokedAt == null) {
            entity.revokedAt = clock.instant();
        }
    }

    private ApiKeyEntity entity(KeyRequest.Wanted wanted, Secret secret) {
        ApiKeyEntity entity = new ApiKeyEntity();
        entity.id = UUID.randomUUID();
        entity.name = wanted.name();
        entity.hash = secret.hash();
        entity.roles = wanted.roles().stream().sorted().toList();
        entity.datacenters = wanted.datacenters().stream().sorted().toList();
        entity.createdAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return entity;
    }
}
