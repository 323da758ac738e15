package org.netzero.gateway.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.GatewayProblem;
import org.netzero.gateway.Refusals;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.problem.CommonProblem;
import org.netzero.platform.problem.Problem;

/// The only way in: an API key, or the cookie of a session together with its CSRF token.
@ApplicationScoped
class DoorKeeper implements HttpAuthenticationMechanism {

    private static final Logger LOG = Logger.getLogger(DoorKeeper.class);

    private static final String REASON = DoorKeeper.class.getName() + ".reason";
    private static final int FIRST = Integer.MIN_VALUE + 2;
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String REMEDY =
            "Send a valid API key in X-API-Key, or open a session at POST /api/session";

    private final KnownHolders holders;
    private final Refusals refusals;
    private final Vertx vertx;

    DoorKeeper(KnownHolders holders, Refusals refusals, Vertx vertx) {
        this.holders = holders;
        this.refusals = refusals;
        this.vertx = vertx;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext request, IdentityProviderManager identityProviders) {
        Optional<Credential> credential = Credential.of(request.request());
        if (credential.isEmpty()) {
            return request.request().headers().contains(HttpHeaders.AUTHORIZATION)
                    ? refused(
                            request,
                            unauthenticated("There is no API key in Authorization. " + REMEDY))
                    : Uni.createFrom().nullItem();
        }
        return lacksCsrfToken(request.request(), credential.get())
                ? refused(request, csrfTokenMissing())
                : identify(request, credential.get());
    }

    private Uni<SecurityIdentity> identify(RoutingContext request, Credential credential) {
        Context own = vertx.getOrCreateContext();
        return holders.find(credential)
                .emitOn(next -> own.runOnContext(ignored -> next.run()))
                .onFailure()
                .transform(failure -> databaseAway(request, failure))
                .flatMap(holder ->
                        holder.map(known -> identity(known, credential))
                                .map(Uni.createFrom()::item)
                                .orElseGet(() -> refused(request, unknown(credential))));
    }

    private static SecurityIdentity identity(KeyHolder holder, Credential credential) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(holder.name()))
                .addRoles(holder.roles())
                .addAttribute(KeyHolder.class.getName(), holder)
                .addAttribute(Caller.DATACENTERS, holder.datacenters())
                .addAttribute(Credential.class.getName(), credential)
                .build();
    }

    private static boolean lacksCsrfToken(HttpServerRequest request, Credential credential) {
        if (credential instanceof Credential.Key || READS.contains(request.method().name())) {
            return false;
        }
        String token = request.getHeader(Credential.CSRF_HEADER);
        return token == null || !credential.secret().isCsrfToken(token);
    }

    private static <T> Uni<T> refused(RoutingContext request, Problem reason) {
        request.put(REASON, reason);
        return Uni.createFrom().failure(new AuthenticationFailedException(reason.detail()));
    }

    private static Throwable databaseAway(RoutingContext request, Throwable failure) {
        LOG.warnf("A credential could not be looked up: %s", failure);
        request.put(
                REASON,
                Problem.of(
                        CommonProblem.UNAVAILABLE,
                        "The database behind the keys is away; nothing was checked or stored"));
        return new AuthenticationFailedException(failure);
    }

    private static Problem unknown(Credential credential) {
        return unauthenticated(
                switch (credential) {
                    case Credential.Key key -> "The API key is unknown or revoked. " + REMEDY;
                    case Credential.Session session -> "The session has ended. " + REMEDY;
                });
    }

    private static Problem unauthenticated(String detail) {
        return Problem.of(CommonProblem.UNAUTHENTICATED, detail);
    }

    private static Problem csrfTokenMissing() {
        return Problem.of(
                GatewayProblem.CSRF_TOKEN_MISSING,
                "Send the csrfToken of GET /api/session in the header " + Credential.CSRF_HEADER);
    }

    /// Answers whose credential was refused, before anything else makes an answer of it.
    void answerRefused(@Observes Router router) {
        router.route()
                .order(FIRST)
                .failureHandler(request -> {
                    @Nullable Problem reason = request.get(REASON);
                    if (reason == null) {
                        request.next();
                    } else {
                        refusals.send(request, reason);
                    }
                });
    }

    /// Answers who came without a credential.
    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        refusals.send(request, unauthenticated(REMEDY));
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom()
                .item(new ChallengeData(CommonProblem.UNAUTHENTICATED.status(), null, null));
    }
}
