package org.netzero.gateway.routing;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.GatewayProblem;
import org.netzero.gateway.Refusals;
import org.netzero.platform.problem.CommonProblem;
import org.netzero.platform.problem.Problem;

/// One request on its way to a service and the answer on its way back, both streamed.
final class Forwarding implements OriginRequestProvider, ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Forwarding.class);

    private static final long NO_TIMER = -1;

    private final RoutingContext incoming;
    private final Errand errand;
    private final Refusals refusals;
    private final CountedBody body;
    private @Nullable HttpClientRequest outgoing;
    private long timer = NO_TIMER;
    private boolean answered;
    private boolean late;

    Forwarding(RoutingContext incoming, Errand errand, Refusals refusals) {
        this.incoming = incoming;
        this.errand = errand;
        this.refusals = refusals;
        this.body =
                new CountedBody(
                        incoming.request(),
                        new BodyTooLarge(errand.traffic(), errand.limit().body().asLongValue()),
                        this::awaitAnswer);
    }

    @Override
    public Future<HttpClientRequest> create(ProxyContext context) {
        URI address = errand.address();
        RequestOptions options =
                new RequestOptions().setHost(address.getHost()).setPort(address.getPort());
        return context.client().request(options).onSuccess(request -> outgoing = request);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        MultiMap headers = request.headers();
        boolean awaitsGoAhead = headers.contains(HttpHeaders.EXPECT);
        HopHeaders.removeFromRequest(headers);
        headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + errand.token());
        request.setURI(normalisedUri());
        request.setBody(Body.body(body, request.getBody().length()));
        if (awaitsGoAhead) {
            incoming.response().writeContinue();
        }
        return context.sendRequest()
                .onComplete(outcome -> stopWaiting())
                .recover(failure -> Future.succeededFuture(refused(request, failure)));
    }

    /// The path the address book was asked about, so that no service sees another one.
    private String normalisedUri() {
        String query = incoming.request().query();
        return query == null ? incoming.normalizedPath() : incoming.normalizedPath() + "?" + query;
    }

    /// A service may well answer before it has the whole body.
    private void awaitAnswer() {
        if (!answered) {
            long millis = errand.limit().answer().toMillis();
            timer = incoming.vertx().setTimer(millis, expired -> giveUp());
        }
    }

    private void stopWaiting() {
        answered = true;
        incoming.vertx().cancelTimer(timer);
    }

    private void giveUp() {
        late = true;
        if (outgoing != null) {
            outgoing.reset();
        }
    }

    private ProxyResponse refused(ProxyRequest request, Throwable failure) {
        Problem problem = problem(failure);
        Refusals.discardBody(incoming);
        Buffer text = refusals.body(problem);
        ProxyResponse response =
                request.release()
                        .response()
                        .setStatusCode(problem.status())
                        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                        .setBody(Body.body(text));
        if (problem.status() == GatewayProblem.SERVICE_AWAY.status()
                || problem.status() == GatewayProblem.SERVICE_TOO_SLOW.status()) {
            response.putHeader(
                    HttpHeaders.RETRY_AFTER, String.valueOf(Refusals.RETRY_AFTER_SECONDS));
        }
        return response;
    }

    private Problem problem(Throwable failure) {
        if (body.excess().isPresent()) {
            return body.excess().get().problem();
        }
        String service = errand.service().label();
        if (late) {
            return Problem.of(
                    GatewayProblem.SERVICE_TOO_SLOW,
                    "The %s service did not answer within %d s; ask for less, or later"
                            .formatted(service, errand.limit().answer().toSeconds()));
        }
        if (body.brokeOff() || incoming.response().closed() || isOfTheCaller(failure)) {
            LOG.infof("A request to the %s service broke off: %s", service, failure.getMessage());
            return Problem.of(
                    CommonProblem.MALFORMED_BODY, "The request broke off before its answer");
        }
        LOG.warnf("%s service: %s", service, failure);
        return Problem.of(GatewayProblem.SERVICE_AWAY, "The %s service is away".formatted(service));
    }

    /// The proxy gives a reason to a reset where the connection to the caller failed, and there
    /// alone; its end may be known only afterwards.
    private static boolean isOfTheCaller(Throwable failure) {
        return failure instanceof StreamResetException && failure.getCause() != null;
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        MultiMap headers = context.response().headers();
        HopHeaders.removeFromResponse(headers, errand.address());
        if (!headers.contains(HttpHeaders.CONTENT_ENCODING)) {
            // this server packs whatever does not say how it is packed
            headers.set(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY);
        }
        return context.sendResponse();
    }
}
