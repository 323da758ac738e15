package org.netzero.gateway.access;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/// What a request shows at the door.
sealed interface Credential {

    String KEY_HEADER = "X-API-Key";
    String KEY_PREFIX = "nz_";
    String TELEMETRY = "/api/telemetry/";
    String CSRF_HEADER = "X-CSRF-Token";
    String COOKIE = "netzero_session";

    Secret secret();

    /// An API key, in its own header, or in `Authorization` as clients of telemetry send it:
    /// InfluxDB's as `Token …`, Prometheus as `Bearer …`, and both as the password of `Basic …`.
    record Key(Secret secret) implements Credential {}

    /// The cookie of a session that a browser swapped its key for.
    record Session(Secret secret) implements Credential {}

    /// The key when there is one, else the cookie.
    static Optional<Credential> of(HttpServerRequest request) {
        String key = request.getHeader(KEY_HEADER);
        if (key != null) {
            return Optional.of(new Key(new Secret(key)));
        }
        return authorized(request).or(() -> session(request));
    }

    private static Optional<Credential> authorized(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .flatMap(shown -> keyIn(shown, String.valueOf(request.path())))
                .map(key -> new Key(new Secret(key)));
    }

    /// @param authorization the value of the header
    /// @param path where it was sent to: what a browser sends by itself opens no other door than
    ///   that of telemetry, where no browser has any business
    private static Optional<String> keyIn(String authorization, String path) {
        String[] parts = authorization.split(" ", 2);
        String value = parts.length == 2 ? parts[1].strip() : "";
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "token" -> Optional.of(value);
            // another token that a bearer brings is no key
            case "bearer" -> Optional.of(value).filter(key -> key.startsWith(KEY_PREFIX));
            case "basic" -> path.startsWith(TELEMETRY) ? password(value) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<String> password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<Credential> session(HttpServerRequest request) {
        Cookie cookie = request.getCookie(COOKIE);
        return Optional.ofNullable(cookie)
                .map(session -> new Session(new Secret(session.getValue())));
    }
}
