package org.netzero.gateway.routing;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.HttpProxy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.netzero.gateway.Refusals;
import org.netzero.gateway.access.ServiceTokens;
import org.netzero.platform.identity.Caller;
import org.netzero.platform.problem.CommonProblem;
import org.netzero.platform.problem.Problem;

/// Takes every request to the public API once its caller is known, and before its body is read:
/// sends it to its service, leaves it to the gateway's own resources, or refuses it.
@ApplicationScoped
class FrontDoor {

    /// After authentication and before every resource.
    private static final int ORDER = -1;

    private final Backends backends;
    private final Limits limits;
    private final ServiceTokens tokens;
    private final Refusals refusals;

    FrontDoor(Backends backends, Limits limits, ServiceTokens tokens, Refusals refusals) {
        this.backends = backends;
        this.limits = limits;
        this.tokens = tokens;
        this.refusals = refusals;
    }

    void open(@Observes Router router) {
        router.route("/api/*").order(ORDER).handler(this::receive);
    }

    private void receive(RoutingContext request) {
        switch (AddressBook.of(request.normalizedPath())) {
            case Destination.Behind(Service service) -> forward(request, service);
            case Destination.Here() -> serveHere(request);
            case Destination.UnknownImport(String kind) ->
                    refusals.send(
                            request,
                            Problem.of(
                                    CommonProblem.UNKNOWN_IMPORT_KIND,
                                    "'%s' is none of %s"
                                            .formatted(kind, AddressBook.importKinds())));
            case Destination.Nowhere() ->
                    refusals.send(
                            request,
                            Problem.of(
                                    CommonProblem.NOT_FOUND,
                                    "Nothing at %s; GET /api/openapi lists what there is"
                                            .formatted(request.normalizedPath())));
        }
    }

    private void serveHere(RoutingContext request) {
        Traffic traffic = traffic(request);
        if (isWithinLimit(request, traffic)) {
            request.put(
                    VertxHttpRecorder.MAX_REQUEST_SIZE_KEY,
                    limits.of(traffic).body().asLongValue());
            request.next();
        }
    }

    private void forward(RoutingContext request, Service service) {
        QuarkusHttpUser.getSecurityIdentity(request, null)
                .subscribe()
                .with(caller -> forward(request, service, caller), request::fail);
    }

    private void forward(RoutingContext request, Service service, SecurityIdentity caller) {
        Traffic traffic = traffic(request);
        if (!traffic.isFor(caller.getRoles())) {
            refusals.send(
                    request,
                    Problem.of(
                            CommonProblem.FORBIDDEN,
                            "None of the key's roles %s may do this; ask an administrator"
                                    .formatted(caller.getRoles())));
        } else if (isWithinLimit(request, traffic)) {
            Errand errand =
                    new Errand(
                            service,
                            backends.address(service),
                            traffic,
                            limits.of(traffic),
                            tokens.of(Caller.of(caller)));
            Forwarding forwarding = new Forwarding(request, errand, refusals);
            HttpProxy.reverseProxy(backends.client())
                    .origin(forwarding)
                    .addInterceptor(forwarding)
                    .handle(request.request());
        }
    }

    private boolean isWithinLimit(RoutingContext request, Traffic traffic) {
        long limitBytes = limits.of(traffic).body().asLongValue();
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= limitBytes) {
            return true;
        }
        refusals.send(request, new BodyTooLarge(traffic, limitBytes).problem());
        return false;
    }

    private static Traffic traffic(RoutingContext request) {
        return Traffic.of(request.request().method().name(), request.normalizedPath());
    }
}
