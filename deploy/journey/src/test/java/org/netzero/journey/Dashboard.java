package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The dashboard of a suite in a real browser, before each test as somebody finds it who has never
/// been there. After each test nothing has gone wrong on the console, and nothing was asked of
/// another place than the suite.
final class Dashboard
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    /// The pages, as they stand in the address.
    static final List<String> PAGES =
            List.of("overview", "inventory", "energy", "datacenters", "roadmap", "data");

    /// All that the pages show of 2021 without anything being opened, as it stands in the address.
    static final List<String> VIEWS =
            Stream.of(
                            "overview?",
                            "inventory?view=figures",
                            "inventory?view=published",
                            "inventory?view=change&from=2020",
                            "inventory?view=certainty",
                            "inventory?view=status",
                            "inventory?scope=SCOPE_1&site=group",
                            "energy?view=use",
                            "energy?view=green",
                            "energy?view=onsite",
                            "energy?view=hours",
                            "datacenters?",
                            "roadmap?view=projection",
                            "roadmap?view=levers",
                            "roadmap?view=costs",
                            "roadmap?view=uncertainty",
                            "roadmap?view=checks",
                            "roadmap?view=comparison",
                            "roadmap?view=history",
                            "roadmap?view=backtest",
                            "data?tab=imports",
                            "data?tab=factors",
                            "data?tab=sites",
                            "data?tab=keys")
                    .map(view -> view + "&period=2021")
                    .map(view -> view.replace("?&", "?"))
                    .toList();

    private final Supplier<Suite> suites;
    private @Nullable Browser browser;
    private @Nullable Suite suite;

    private Dashboard(Supplier<Suite> suites) {
        this.suites = suites;
    }

    /// Of the suite with the published data.
    static Dashboard published() {
        return new Dashboard(PublishedSuite::running);
    }

    /// Of a suite of one's own.
    static Dashboard of(Supplier<Suite> suite) {
        return new Dashboard(suite);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        browser = Browser.start();
        suite = suites.get();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        browser().openNew(suite().address());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        browser()
                .screenshot(
                        context.getRequiredTestClass().getSimpleName()
                                + "-"
                                + context.getRequiredTestMethod().getName());
        if (context.getExecutionException().isEmpty()) {
            assertThat(browser().problems()).isEmpty();
            assertThat(elsewhere()).isEmpty();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (browser != null) {
            browser.close();
        }
    }

    Browser browser() {
        return required(browser);
    }

    Suite suite() {
        return required(suite);
    }

    /// The API as whoever has this suite's first key sees it.
    Api api() {
        return new Api(suite().address(), suite().adminKey());
    }

    /// A key as it is issued.
    record Issued(String id, String key) {}

    /// Issues a key with one role.
    Issued issue(String role) {
        JsonNode issued =
                api().post(
                                "/api/keys",
                                """
                                {"name": "%1$s of dashboard %2$d", "roles": ["%1$s"]}
                                """
                                        .formatted(role, System.nanoTime()))
                        .body();
        return new Issued(issued.at("/id").asText(), issued.at("/key").asText());
    }

    void signIn() {
        signIn(suite().adminKey());
    }

    void signIn(String key) {
        browser().signIn(key);
        settled();
    }

    /// Goes to a page, such as `data?tab=keys`, and waits until it shows all that it loads.
    void go(String page) {
        browser().open(suite().address().resolve("/#/" + page));
        settled();
    }

    /// Waits until nothing on the page says that it is loading.
    void settled() {
        browser().shownOnce("#dashboard");
        Api.eventually(
                "a page that has loaded",
                () -> browser().run(UNSETTLED),
                left -> left.equals("nothing"));
    }

    private static final String UNSETTLED =
            """
            const page = document.querySelector('main > .page');
            if (page === null || page.childElementCount === 0) {
                return 'no page';
            }
            const busy = Array.from(document.querySelectorAll('[aria-busy=true], .loading'), each => each.id || each.className);
            return busy.length === 0 ? 'nothing' : busy.join();
            """;

    /// Whatever was asked of another origin.
    private Set<URI> elsewhere() {
        URI here = suite().address();
        return browser().asked().stream()
                .filter(asked -> !Set.of("data", "blob", "about").contains(asked.getScheme()))
                .filter(asked -> !here.getAuthority().equals(asked.getAuthority()))
                .collect(Collectors.toSet());
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("The dashboard is not open yet");
        }
        return value;
    }
}
