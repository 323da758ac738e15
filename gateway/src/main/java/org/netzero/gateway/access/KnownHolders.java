package org.netzero.gateway.access;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Who stands behind a credential, remembered for a moment, so that the database is asked once in
/// that time and not for every request. Unknown credentials are remembered as well.
@ApplicationScoped
class KnownHolders {

    /// How long another instance of the gateway may go on serving a key revoked here.
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private static final int MOST_REMEMBERED = 10_000;

    private final AsyncCache<Credential, Optional<KeyHolder>> remembered =
            Caffeine.newBuilder()
                    .expireAfterWrite(REMEMBERED)
                    .maximumSize(MOST_REMEMBERED)
                    .buildAsync();

    private final ApiKeyRepository keys;
    private final SessionRepository sessions;
    private final BlockingSecurityExecutor blocking;
    private final Clock clock;

    KnownHolders(
            ApiKeyRepository keys,
            SessionRepository sessions,
            BlockingSecurityExecutor blocking,
            Clock clock) {
        this.keys = keys;
        this.sessions = sessions;
        this.blocking = blocking;
        this.clock = clock;
    }

    Uni<Optional<KeyHolder>> find(Credential credential) {
        return Uni.createFrom()
                .completionStage(
                        () -> remembered.get(credential, (asked, executor) -> lookUp(asked)));
    }

    /// Makes every revocation and logout so far count from now on, also against a lookup that is
    /// under way.
    void forget() {
        remembered.asMap().clear();
    }

    private CompletableFuture<Optional<KeyHolder>> lookUp(Credential credential) {
        return blocking.executeBlocking(() ->
                        QuarkusTransaction.requiringNew().call(() -> holderInDatabase(credential)))
                .subscribeAsCompletionStage();
    }

    private Optional<KeyHolder> holderInDatabase(Credential credential) {
        String hash = credential.secret().hash();
        return switch (credential) {
            case Credential.Key key -> keys.findValid(hash).map(KnownHolders::holder);
            case Credential.Session session ->
                    sessions.findValid(hash, clock.instant()).map(found -> holder(found.key));
        };
    }

    private static KeyHolder holder(ApiKeyEntity key) {
        return ApiKey.of(key).holder();
    }
}
