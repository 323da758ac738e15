package org.netzero.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// Asks whether a part of the stack can do its work.
final class Health {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /// Whether the path answers 200; without a path, whether the port answers at all.
    boolean of(int port, String path) {
        return path.isEmpty() ? Ports.answers(port) : answersOk(port, path);
    }

    private boolean answersOk(int port, String path) {
        URI uri = URI.create("http://%s:%d%s".formatted(Ports.HOST, port, path));
        try {
            return client.send(
                                    HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
