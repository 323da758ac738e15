package org.netzero.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netzero.journey.Api;

/// How long somebody who is signed in waits for a page of the dashboard, with nothing in the
/// browser's cache: from going to its address until its first figures are painted.
// scripts of many lines read better beside the class than in a call
@SuppressWarnings("InlineFormatString")
final class DashboardPages implements Benchmark {

    private static final double LIMIT_SECONDS = 1.5;
    private static final double MILLIS_PER_SECOND = 1e3;
    private static final double BYTES_PER_KILOBYTE = 1e3;
    private static final int OVERVIEWS = 10;
    private static final int OTHERS = 4;

    /// A page, by what stands in its address, and what has to be there for it to count as shown.
    private record Page(String name, int loads, String shown) {}

    private static final String FIRST =
            "document.querySelector('main .figure, main tbody td') !== null";

    private static final List<Page> PAGES =
            List.of(
                    new Page(
                            "overview",
                            OVERVIEWS,
                            "document.querySelector('.tile .figure') !== null"),
                    new Page("inventory", OTHERS, FIRST),
                    new Page("energy", OTHERS, FIRST),
                    new Page("datacenters", OTHERS, FIRST),
                    new Page("roadmap", OTHERS, FIRST),
                    new Page("data", OTHERS, FIRST));

    /// All key figures of the overview; in the published data each of them has a value.
    private static final String ALL_TILES =
            "document.querySelectorAll('.tile').length > 0 && document.querySelectorAll('.tile').length === document.querySelectorAll('.tile .value .figure').length";

    /// Notes when something is there and the frame with it is painted.
    private static final String WATCH =
            """
            (() => {
                const conditions = { first: () => %s, all: () => %s };
                window.paintedMillis = {};
                const look = () => {
                    for (const [name, holds] of Object.entries(conditions)) {
                        if (holds()) {
                            delete conditions[name];
                            requestAnimationFrame(() => setTimeout(() => (window.paintedMillis[name] = performance.now())));
                        }
                    }
                };
                new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
            })();
            """;

    /// What a load came to, as soon as the page is shown.
    private static final String OUTCOME =
            """
            (() => {
                const { first, all } = window.paintedMillis ?? {};
                const painted = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
                if (first === undefined || painted === undefined || (%s && all === undefined)) {
                    return null;
                }
                const before = performance.getEntriesByType('resource').filter(each => each.responseEnd > 0 && each.responseEnd <= first);
                const bytes = before.reduce((sum, each) => sum + each.transferSize, 0);
                return { painted, first, all: all ?? null, requests: before.length + 1, bytes };
            })()
            """;

    @Override
    public String name() {
        return "dashboard";
    }

    @Override
    public List<Row> run(Ground ground) throws IOException, InterruptedException {
        Optional<Chromium> started = Chromium.start();
        if (started.isEmpty()) {
            return List.of(
                    Row.alone(
                            "dashboard",
                            "not measured: no Chromium on the PATH (Debian: apt-get install chromium)"));
        }
        try (Chromium browser = started.get()) {
            URI address = ground.suite().address();
            browser.tell("Page.enable", Map.of());
            signIn(browser, address, ground.suite().adminKey());
            var rows = new ArrayList<Row>();
            for (Page page : PAGES) {
                rows.addAll(measured(browser, address, page));
            }
            return rows;
        }
    }

    /// Swaps the key for a session's cookie, as the sign-in page does.
    private static void signIn(Chromium browser, URI address, String key)
            throws IOException, InterruptedException {
        HttpResponse<String> session =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(address.resolve("/api/session"))
                                        .header("X-API-Key", key)
                                        .POST(HttpRequest.BodyPublishers.noBody())
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        String cookies =
                session.headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow(() -> new AssertionError("No session: " + session.body()));
        HttpCookie cookie = HttpCookie.parse(cookies).getFirst();
        browser.tell(
                "Network.setCookie",
                Map.of(
                        "name",
                        cookie.getName(),
                        "value",
                        cookie.getValue(),
                        "url",
                        address.toString()));
    }

    private static List<Row> measured(Chromium browser, URI address, Page page) {
        boolean tiles = page.name().equals("overview");
        String watch =
                browser.tell(
                                "Page.addScriptToEvaluateOnNewDocument",
                                Map.of("source", WATCH.formatted(page.shown(), ALL_TILES)))
                        .path("identifier")
                        .asText();
        load(browser, address, page, tiles);
        var loads = new ArrayList<JsonNode>();
        for (int i = 0; i < page.loads(); i++) {
            loads.add(load(browser, address, page, tiles));
        }
        browser.tell("Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", watch));
        var rows = new ArrayList<Row>();
        rows.add(row(page.name() + ", first contentful paint", loads, "painted"));
        rows.add(row(page.name() + ", first figure painted", loads, "first"));
        if (tiles) {
            rows.add(row(page.name() + ", all key figures painted", loads, "all"));
        }
        JsonNode last = loads.getLast();
        rows.add(
                Row.alone(
                        page.name() + ", asked for until the first figure",
                        "%d requests, %s kB"
                                .formatted(
                                        last.path("requests").asInt(),
                                        Row.number(
                                                last.path("bytes").asLong()
                                                        / BYTES_PER_KILOBYTE))));
        return rows;
    }

    /// Goes to a page as somebody does whose browser has never been there but is signed in.
    private static JsonNode load(Chromium browser, URI address, Page page, boolean tiles) {
        browser.tell("Page.navigate", Map.of("url", "about:blank"));
        browser.tell("Network.clearBrowserCache", Map.of());
        browser.tell(
                "Storage.clearDataForOrigin",
                Map.of(
                        "origin",
                        address.toString(),
                        "storageTypes",
                        "local_storage,indexeddb,cache_storage,service_workers,shader_cache"));
        browser.tell(
                "Page.navigate", Map.of("url", address.resolve("/#/" + page.name()).toString()));
        return Api.eventually(
                "the page " + page.name(),
                () -> browser.value(OUTCOME.formatted(tiles)),
                outcome -> outcome.isObject());
    }

    private static Row row(String what, List<JsonNode> loads, String moment) {
        var samples =
                new Samples(
                        loads.stream()
                                .map(load -> load.path(moment).asDouble() / MILLIS_PER_SECOND)
                                .toList());
        return new Row(
                what,
                "min %s, median %s, max %s s of %d"
                        .formatted(
                                Row.number(samples.min()),
                                Row.number(samples.median()),
                                Row.number(samples.max()),
                                loads.size()),
                "limit median %s s".formatted(Row.number(LIMIT_SECONDS)),
                Row.number(samples.median() / LIMIT_SECONDS));
    }
}
