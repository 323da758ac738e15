package org.netzero.gateway.access;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/// What a request shows at the door.
sealed interface Credential {

    String KEY_HEADER = "X-API-Key";
    String CSRF_HEADER = "X-CSRF-Token";
    String COOKIE = "netzero_session";

    Secret secret();

    /// An API key, in its own header or as InfluxDB's clients send it: `Authorization: Token …`.
    record Key(Secret secret) implements Credential {}

    /// The cookie of a session that a browser swapped its key for.
    record Session(Secret secret) implements Credential {}

    /// The key when there is one, else the cookie.
    static Optional<Credential> of(HttpServerRequest request) {
        String key = request.getHeader(KEY_HEADER);
        if (key != null) {
            return Optional.of(new Key(new Secret(key)));
        }
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.startsWith("Token ")) {
            return Optional.of(new Key(new Secret(authorization.substring("Token ".length()))));
        }
        Cookie cookie = request.getCookie(COOKIE);
        return Optional.ofNullable(cookie)
                .map(session -> new Session(new Secret(session.getValue())));
    }
}
