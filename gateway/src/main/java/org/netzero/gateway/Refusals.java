package org.netzero.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.netzero.platform.problem.Problem;

/// Answers with a problem where no Jakarta REST resource is reached: before authentication, and on
/// the way to a service.
@Singleton
public final class Refusals {

    public static final int RETRY_AFTER_SECONDS = 2;

    /// A body up to this size is read and thrown away, so that the connection can serve again.
    private static final long DISCARDED_BYTES = 64 * 1024;

    /// A larger one ends the connection, but not before the client had time to read why.
    private static final long LINGER_MILLIS = 1_000;

    private static final int UNAVAILABLE = 503;

    private final ObjectMapper json;

    Refusals(ObjectMapper json) {
        this.json = json;
    }

    public void send(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        discardBody(context);
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (problem.status() == UNAVAILABLE) {
            response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY_AFTER_SECONDS));
        }
        response.end(body(problem));
    }

    /// The problem as it stands on the wire.
    public Buffer body(Problem problem) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A problem is always JSON", impossible);
        }
    }

    /// Lets go of what the client still sends; ends the connection when that is much.
    public static void discardBody(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            return;
        }
        request.handler(ignored -> {}).resume();
        if (isLong(request)) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.vertx().setTimer(LINGER_MILLIS, timer -> request.connection().close());
        }
    }

    private static boolean isLong(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
        }
        return Long.parseLong(length) > DISCARDED_BYTES;
    }
}
