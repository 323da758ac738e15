package org.netzero.gateway.routing;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;

/// Names each request, so that its lines in the logs of gateway and services can be found together.
/// A client may bring a name of its own.
@ApplicationScoped
class RequestId {

    static final String HEADER = "X-Request-Id";

    /// Before everything that can refuse a request.
    private static final int ORDER = Integer.MIN_VALUE + 2;

    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(RequestId::assign);
    }

    private static void assign(RoutingContext context) {
        String given = context.request().getHeader(HEADER);
        String id =
                given != null && ACCEPTABLE.matcher(given).matches()
                        ? given
                        : UUID.randomUUID().toString();
        context.request().headers().set(HEADER, id);
        context.response().putHeader(HEADER, id);
        context.next();
    }
}
