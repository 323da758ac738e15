package org.netzero.gateway.routing;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.netzero.gateway.GatewayProblem;
import org.netzero.gateway.Refusals;
import org.netzero.platform.problem.CommonProblem;
import org.netzero.platform.problem.Problem;

/// Refuses, whoever asks, addresses that two readers could read in two ways, so that the one who
/// decides and the one who answers never differ; and those by which Quarkus is managed, which are
/// nobody's business outside. What is no address at all, such as `%zz` or a bare backslash, Quarkus
/// refuses before.
@ApplicationScoped
class Threshold {

    /// After the request has its name, before anything looks at its address.
    private static final int ORDER = Integer.MIN_VALUE + 3;

    /// Parameters within a path, and slashes, backslashes and controls in disguise.
    private static final Pattern AMBIGUOUS =
            Pattern.compile(";|%(?:3b|2f|5c|[01][0-9a-f]|7f)", Pattern.CASE_INSENSITIVE);

    private static final String MANAGEMENT = "/q";

    private final Refusals refusals;

    Threshold(Refusals refusals) {
        this.refusals = refusals;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).handler(this::check);
    }

    private void check(RoutingContext request) {
        refusal(request).ifPresentOrElse(problem -> refusals.send(request, problem), request::next);
    }

    private static Optional<Problem> refusal(RoutingContext request) {
        Matcher ambiguous = AMBIGUOUS.matcher(request.request().path());
        if (ambiguous.find()) {
            return Optional.of(
                    Problem.of(
                            GatewayProblem.AMBIGUOUS_ADDRESS,
                            "'%s' at position %d of the path stands in no address here; leave it out"
                                    .formatted(ambiguous.group(), ambiguous.start())));
        }
        String path = request.normalizedPath();
        return path.equals(MANAGEMENT) || path.startsWith(MANAGEMENT + "/")
                ? Optional.of(
                        Problem.of(
                                CommonProblem.NOT_FOUND,
                                "Nothing at %s; GET /api/health says how the suite is"
                                        .formatted(path)))
                : Optional.empty();
    }
}
