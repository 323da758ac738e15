package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How the dashboard comes to the browser.
class DashboardDeliveryIT {

    /// What all scripts together may weigh, packed.
    private static final int MOST_BYTES = 450_000;

    private static final Pattern SCRIPT =
            Pattern.compile("[\"'](\\.{1,2}/[\\w.-]+\\.js|/[\\w/.-]+\\.js)[\"']");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static URI address;

    @BeforeAll
    static void start() {
        address = PublishedSuite.running().address();
    }

    @Test
    void thePageMayRunAndLoadNothingButItsOwn() throws Exception {
        HttpResponse<String> page = get(address.resolve("/"));

        String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .contains("frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe-inline", "unsafe-eval", "http:", "https:", "*");
        assertThat(page.body()).doesNotContain("style=", "<style", "onclick");
        assertThat(page.body()).doesNotContainPattern("<script(?![^>]*\\bsrc=)");
    }

    @Test
    void allScriptsTogetherAreLight() throws Exception {
        Map<URI, Integer> scripts = scripts();

        assertThat(scripts).hasSizeGreaterThan(2);
        assertThat(scripts.values().stream().mapToInt(Integer::intValue).sum())
                .as("bytes of %s", scripts)
                .isLessThan(MOST_BYTES);
    }

    @Test
    void aScriptIsSentPacked() throws Exception {
        HttpResponse<byte[]> script =
                HTTP.send(
                        HttpRequest.newBuilder(scripts().keySet().iterator().next())
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());

        assertThat(script.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    /// All scripts that the page loads now or later, with their bytes packed.
    private static Map<URI, Integer> scripts() throws Exception {
        Map<URI, Integer> found = new HashMap<>();
        Deque<URI> ahead = new ArrayDeque<>(named(address, get(address.resolve("/")).body()));
        while (!ahead.isEmpty()) {
            URI script = ahead.pop();
            if (!found.containsKey(script)) {
                HttpResponse<String> answer = get(script);
                assertThat(answer.statusCode()).as("%s", script).isEqualTo(200);
                found.put(script, packed(answer.body()));
                ahead.addAll(named(script, answer.body()));
            }
        }
        return found;
    }

    private static List<URI> named(URI base, String text) {
        Matcher names = SCRIPT.matcher(text);
        return names.results().map(name -> base.resolve(name.group(1))).toList();
    }

    private static int packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    private static HttpResponse<String> get(URI file) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(file).build(), HttpResponse.BodyHandlers.ofString());
    }
}
