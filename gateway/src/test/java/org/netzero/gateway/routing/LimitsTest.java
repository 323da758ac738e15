package org.netzero.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.gateway.GatewayStack;

@QuarkusTest
class LimitsTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int JSON_LIMIT = 10 * MEGABYTE;
    private static final int TELEMETRY_LIMIT = 32 * MEGABYTE;

    @TestHTTPResource("/")
    URI gateway = URI.create("");

    @ParameterizedTest
    @ValueSource(strings = {"/api/energy/records", "/api/keys"})
    void anAnnouncedJsonBodyBeyondTenMegabytesIsRefused(String path) throws Exception {
        assertTooLarge(post(path, BodyPublishers.ofByteArray(new byte[JSON_LIMIT + 1])));
    }

    @Test
    void aJsonBodyThatGrowsBeyondTenMegabytesIsRefused() throws Exception {
        assertTooLarge(post("/api/energy/records", chunked(JSON_LIMIT + 1)));
    }

    @Test
    void theGatewaysOwnResourcesCountAsWell() throws Exception {
        assertThat(post("/api/keys", chunked(JSON_LIMIT + 1)).statusCode()).isEqualTo(413);
    }

    @Test
    void tenMegabytesPass() throws Exception {
        assertThat(post("/api/energy/records", chunked(JSON_LIMIT)).body())
                .contains("\"bytes\":" + JSON_LIMIT);
    }

    @Test
    void telemetryMayBeLargerAndHasItsOwnLimit() throws Exception {
        assertThat(post("/api/telemetry/readings", chunked(TELEMETRY_LIMIT)).body())
                .contains("\"bytes\":" + TELEMETRY_LIMIT);
        assertTooLarge(post("/api/telemetry/readings", chunked(TELEMETRY_LIMIT + 1)));
    }

    @Test
    void anImportFlowsAsFastAsTheServiceReadsAndNoFaster() throws Exception {
        // Given a service that reads nothing for two seconds, and 200 MB for it
        long size = 200L * MEGABYTE;
        Blanks file = new Blanks(size);

        // When the import is on its way
        CompletableFuture<HttpResponse<String>> answer =
                client().sendAsync(
                                request("/api/imports/energy?pause=2000")
                                        .POST(BodyPublishers.ofInputStream(() -> file))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        TimeUnit.MILLISECONDS.sleep(1_500);

        // Then nobody holds it in memory, and all of it arrives in the end
        assertThat(file.taken()).isBetween(1L, 32L * MEGABYTE);
        assertThat(answer.get(1, TimeUnit.MINUTES).body()).contains("\"bytes\":" + size);
    }

    @Test
    void aClientMayAskBeforeItSends() throws Exception {
        HttpResponse<String> answer =
                client().send(
                                request("/api/imports/energy")
                                        .expectContinue(true)
                                        .POST(BodyPublishers.ofString("siteId\n"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).contains("\"bytes\":7");
    }

    private static void assertTooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"BODY_TOO_LARGE\"");
    }

    private HttpResponse<String> post(String path, BodyPublisher body) throws Exception {
        return client().send(
                        request(path).header("Content-Type", "application/json").POST(body).build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .header("X-API-Key", GatewayStack.adminKey());
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static BodyPublisher chunked(long size) {
        return BodyPublishers.ofInputStream(() -> new Blanks(size));
    }

    /// So many blanks, and how many of them were taken.
    private static final class Blanks extends InputStream {

        private final long size;
        private final AtomicLong taken = new AtomicLong();

        Blanks(long size) {
            this.size = size;
        }

        long taken() {
            return taken.get();
        }

        @Override
        public int read() {
            return taken.getAndIncrement() < size ? ' ' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int count = (int) Math.min(length, size - taken.get());
            Arrays.fill(into, offset, offset + count, (byte) ' ');
            taken.addAndGet(count);
            return count == 0 ? -1 : count;
        }
    }
}
