package org.netzero.local.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/// The gateway's public API, used with the first administrator's key like any other client uses it.
final class GatewayClient {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI gateway;
    private final String key;

    GatewayClient(URI gateway, String key) {
        this.gateway = gateway;
        this.key = key;
    }

    /// @throws DataSetRefused when the answer is not 2xx
    JsonNode get(String path) throws IOException, InterruptedException {
        return send(path, request(path).GET());
    }

    /// @throws DataSetRefused when the answer is not 2xx
    JsonNode put(String path, Path file) throws IOException, InterruptedException {
        return send(
                path,
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofFile(file)));
    }

    /// @throws DataSetRefused when the file as a whole is refused
    JsonNode importing(String kind, Path file) throws IOException, InterruptedException {
        String path = "/api/imports/" + kind;
        return send(
                path,
                request(path)
                        .header("Content-Type", "text/csv; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofFile(file)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .header("X-API-Key", key)
                .header("Accept", "application/json");
    }

    private JsonNode send(String path, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        JsonNode body = json.readTree(answer.body());
        if (answer.statusCode() / 100 != 2) {
            throw new DataSetRefused(path, answer.statusCode(), body.path("detail").asText());
        }
        return body;
    }
}
