package org.netzero.gateway.routing;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The headers that end at the gateway, on the way in and on the way out.
final class HopHeaders {

    /// RFC 9110, section 7.6.1.
    private static final Set<String> OF_ONE_CONNECTION =
            Set.of(
                    "connection",
                    "keep-alive",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");

    /// What opened the gateway's door, and what only a trusted proxy may claim.
    private static final Set<String> OF_THE_CLIENT =
            Set.of(
                    "authorization",
                    "cookie",
                    "expect",
                    "forwarded",
                    "x-api-key",
                    "x-csrf-token",
                    "x-real-ip");

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private HopHeaders() {}

    static void removeFromRequest(MultiMap headers) {
        removeThoseOfConnection(headers);
        OF_THE_CLIENT.forEach(headers::remove);
        headers.names().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("x-forwarded-"))
                .toList()
                .forEach(headers::remove);
    }

    /// Also makes an address inside the service one of the public API.
    static void removeFromResponse(MultiMap headers, URI service) {
        removeThoseOfConnection(headers);
        headers.remove(RequestId.HEADER);
        String location = headers.get(HttpHeaders.LOCATION);
        String inside = service + "/";
        if (location != null && location.startsWith(inside)) {
            headers.set(HttpHeaders.LOCATION, location.substring(inside.length() - 1));
        }
    }

    private static void removeThoseOfConnection(MultiMap headers) {
        List<String> nominations = headers.getAll(HttpHeaders.CONNECTION);
        OF_ONE_CONNECTION.forEach(headers::remove);
        for (String nominated : nominations) {
            COMMA.splitAsStream(nominated.strip()).forEach(headers::remove);
        }
    }
}
