package org.netzero.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.netzero.gateway.GatewayStack.as;
import static org.netzero.gateway.GatewayStack.key;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@Timeout(20)
class StreamTest {

    @TestHTTPResource("/api/stream")
    URI address = URI.create("");

    @Inject ChangeStream changes;

    @Test
    void aListenerHearsWhatChanged() throws Exception {
        try (BufferedReader lines = listen(key("viewer"))) {
            assertThat(next(lines)).isEqualTo(":heartbeat");

            changes.announce(ChangeKind.PROJECTION, Map.of("period", "2030"));

            assertThat(next(lines)).isEqualTo("event:projection");
            assertThat(next(lines)).isEqualTo("data:{\"period\":\"2030\"}");
        }
    }

    @Test
    void whoMayOnlyPushReadingsListensToNothing() {
        as(key("telemetry"))
                .get("/api/stream")
                .then()
                .statusCode(403)
                .body("code", equalTo("FORBIDDEN"));
    }

    private BufferedReader listen(String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address).header("X-API-Key", key).build();
        var answer =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()
                        .send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/event-stream");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    private static String next(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line.isEmpty() || line.startsWith("content-type:")) {
            line = lines.readLine();
        }
        return line.replace(": ", ":");
    }
}
