package org.netzero.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.auth.principal.DefaultJWTParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.util.KeyUtils;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// A service as the gateway meets it: an HTTP server of its own that lets nobody in without a token
/// of the gateway, and tells what reached it.
///
/// `…/slow` answers after three seconds, `…/refusal` with a problem of the service, `…/created`
/// with a location; `?pause=` waits so many milliseconds before it reads the body.
final class Peer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> WRITERS = Set.of("admin", "steward");
    private static final String PROBLEM = "application/problem+json";

    private final HttpServer server;
    private final DefaultJWTParser tokens;
    private final String openApi;

    Peer(String publicKeyPem, String openApi) throws IOException, GeneralSecurityException {
        this.openApi = openApi;
        this.tokens =
                new DefaultJWTParser(
                        new JWTAuthContextInfo(
                                KeyUtils.decodePublicKey(publicKeyPem), "netzero-gateway"));
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/q/health/ready" -> send(exchange, 200, "application/json", "{}");
            case "/q/openapi" -> send(exchange, 200, "application/json", openApi);
            default -> answerCaller(exchange, path);
        }
    }

    private void answerCaller(HttpExchange exchange, String path) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        try {
            JsonWebToken token = tokens.parse(String.valueOf(authorization).replace("Bearer ", ""));
            if (path.endsWith("/records")
                    && token.getGroups().stream().noneMatch(WRITERS::contains)) {
                send(
                        exchange,
                        403,
                        PROBLEM,
                        "{\"code\":\"FORBIDDEN\",\"detail\":\"by the service\"}");
            } else {
                answerKnown(exchange, path, token);
            }
        } catch (ParseException refused) {
            send(exchange, 401, PROBLEM, "{\"code\":\"UNAUTHENTICATED\"}");
        }
    }

    private void answerKnown(HttpExchange exchange, String path, JsonWebToken token)
            throws IOException {
        if (path.endsWith("/slow")) {
            pause(3_000);
        }
        if (path.endsWith("/refusal")) {
            send(exchange, 422, PROBLEM, "{\"code\":\"SITE_UNKNOWN\",\"extra\":1}");
            return;
        }
        if (path.endsWith("/mirror")) {
            mirror(exchange);
            return;
        }
        if (path.endsWith("/created")) {
            exchange.getResponseHeaders().add("Location", address() + "/api/energy/things/1");
        }
        send(exchange, 200, "application/json", JSON.writeValueAsString(echo(exchange, token)));
    }

    private static void mirror(HttpExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, 0);
        try (InputStream in = exchange.getRequestBody();
                OutputStream out = exchange.getResponseBody()) {
            in.transferTo(out);
        }
    }

    private static Map<String, Object> echo(HttpExchange exchange, JsonWebToken token)
            throws IOException {
        Map<String, Object> echo = new LinkedHashMap<>();
        echo.put("method", exchange.getRequestMethod());
        echo.put("uri", exchange.getRequestURI().toString());
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        echo.put("headers", headers);
        echo.put("subject", token.getSubject());
        echo.put("groups", token.getGroups());
        echo.put("datacenters", texts(token.getClaim("datacenters")));
        echo.put("lifeSeconds", token.getExpirationTime() - token.getIssuedAtTime());
        echo.put("bytes", bytesOf(exchange));
        return echo;
    }

    private static List<String> texts(Collection<JsonValue> claim) {
        return claim.stream().map(text -> ((JsonString) text).getString()).sorted().toList();
    }

    private static long bytesOf(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        if (query != null && query.startsWith("pause=")) {
            pause(Long.parseLong(query.substring("pause=".length())));
        }
        try (InputStream body = exchange.getRequestBody()) {
            return body.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }
}
