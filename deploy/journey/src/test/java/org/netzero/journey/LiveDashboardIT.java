package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The dashboard while data comes in and while the gateway goes and comes back, never reloaded.
class LiveDashboardIT {

    private static final String DATACENTER = "tianjin-1";
    private static final int HOURS = 30;

    /// As many as a browser keeps to one place.
    private static final int CONNECTIONS = 6;

    /// What had to wait for a connection for longer than any answer takes.
    private static final String WAITED =
            """
            return ['navigation', 'resource'].flatMap(type => performance.getEntriesByType(type))
                .filter(asked => asked.requestStart - asked.fetchStart > 10_000).map(asked => asked.name).join()
            """;

    private static final String SEEN =
            """
            const seen = arguments[0] === 'seen';
            Object.defineProperty(document, 'hidden', { value: !seen, configurable: true });
            document.dispatchEvent(new Event('visibilitychange'));
            """;

    @RegisterExtension static final Dashboard DASHBOARD = Dashboard.of(LiveDashboardIT::start);

    private static Suite start() {
        PublishedSuite.end();
        return Suite.start("live");
    }

    @AfterAll
    static void stop() {
        DASHBOARD.suite().close();
    }

    @Test
    void aPushedReadingIsSeenWithoutReloading() {
        // Given
        Browser browser = DASHBOARD.browser();
        Api api = DASHBOARD.api();
        api.put("/api/datacenters/" + DATACENTER, Telemetry.facility("tianjin-binhai"));
        api.put("/api/datacenters/" + DATACENTER + "/points", Telemetry.points(DATACENTER));
        DASHBOARD.signIn();
        DASHBOARD.go("datacenters");
        browser.rowsOnce("#fleet", row -> row.startsWith(DATACENTER));
        browser.textOnce("#stream", "Live"::equals);
        browser.run("window.loadedOnce = 'yes'");

        // When
        Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
        var readings = new Telemetry();
        for (int hour = 0; hour <= HOURS; hour++) {
            readings.hour(DATACENTER, end.minus(HOURS - hour, ChronoUnit.HOURS), hour);
        }
        Api.Answer pushed = api.post("/api/telemetry/readings", readings.json());

        // Then
        assertThat(pushed.body().at("/accepted").asInt()).isEqualTo(readings.count());
        browser.rowsOnce("#fleet", row -> row.startsWith(DATACENTER + " | 1.30 | 7,800 |"));
        assertThat(browser.run("return window.loadedOnce")).isEqualTo("yes");
    }

    @Test
    void aGatewayThatComesBackIsFoundAgain() {
        // Given
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("energy?period=2020");
        browser.textOnce("#stream", "Live"::equals);
        browser.run("window.loadedOnce = 'yes'");

        // When
        DASHBOARD.suite().kill("gateway");

        // Then
        browser.textOnce("#stream", said -> said.startsWith("Not live"));
        browser.textOnce("#stream", "Live"::equals);
        browser.rowsOnce("#balance", row -> row.startsWith("Electricity | 3,128,144 MWh"));
        assertThat(browser.run("return window.loadedOnce")).isEqualTo("yes");
        browser.onlyUnanswered();

        // When
        DASHBOARD
                .api()
                .importing(
                        "energy",
                        """
                        recordId,siteId,carrier,source,quantity,unit,start,end,provenance,evidence
                        2020-diesel,group,DIESEL,COMBUSTION_STATIONARY,100000,L,2020,,STATED,tank book
                        """);

        // Then
        browser.rowsOnce("#balance", row -> row.startsWith("Diesel | 100,000 L | 995.2"));
    }

    @Test
    void pagesThatWereLeftKeepNoOtherWaiting() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();

        for (int left = 0; left <= CONNECTIONS; left++) {
            browser.textOnce("#stream", "Live"::equals);
            browser.open(URI.create("about:blank"));
            DASHBOARD.go("overview?period=2021");

            assertThat(browser.run(WAITED)).isEmpty();
        }
    }

    @Test
    void whatHappensWhileAPageIsNotSeenIsShownOnceItIs() {
        // Given
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("energy?period=2019");
        browser.textOnce("#stream", "Live"::equals);
        browser.run("window.loadedOnce = 'yes'");

        // When
        browser.run(SEEN, "hidden");
        DASHBOARD
                .api()
                .importing(
                        "energy",
                        """
                        recordId,siteId,carrier,source,quantity,unit,start,end,provenance,evidence
                        2019-diesel,group,DIESEL,COMBUSTION_STATIONARY,100000,L,2019,,STATED,tank book
                        """);
        browser.run(SEEN, "seen");

        // Then
        browser.rowsOnce("#balance", row -> row.startsWith("Diesel | 100,000 L | 995.2"));
        assertThat(browser.run("return window.loadedOnce")).isEqualTo("yes");
    }

    @Test
    void aYearThatIsNotOverIsNotComparedInPercent() {
        Browser browser = DASHBOARD.browser();
        int year = Year.now(ZoneId.of("Asia/Shanghai")).getValue();
        DASHBOARD
                .api()
                .importing(
                        "energy",
                        """
                        recordId,siteId,carrier,source,quantity,unit,start,end,provenance,evidence
                        begun-%1$d,group,ELECTRICITY,PURCHASED,1000,MWh,%1$d-01,,STATED,first bill
                        """
                                .formatted(year));
        DASHBOARD.signIn();

        DASHBOARD.go("overview?period=" + year);

        browser.textOnce("#tile-emissions", said -> said.contains("so far"));
        browser.rowsOnce(
                "#by-scope",
                row ->
                        row.startsWith("Scope 2, location-based")
                                && row.contains("not comparable: %d is not over".formatted(year)));
    }

    @Test
    void findingsOfFacilitiesAreCountedAsTheyCountThem() {
        // Given
        Browser browser = DASHBOARD.browser();
        Api api = DASHBOARD.api();
        String datacenter = "tianjin-2";
        api.put("/api/datacenters/" + datacenter, Telemetry.facility("tianjin-binhai"));
        api.put("/api/datacenters/" + datacenter + "/points", Telemetry.points(datacenter));
        Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
        var readings = new Telemetry();
        double[] fallen = {70_000, 77_800, 40_000, 47_800};
        for (int i = 0; i < fallen.length; i++) {
            readings.add(
                    datacenter + "-facility",
                    end.minus(fallen.length - i, ChronoUnit.HOURS),
                    fallen[i]);
        }
        api.post("/api/telemetry/readings", readings.json());
        Api.eventually(
                "an open finding",
                () -> api.get("/api/datacenters/operations").body().toString(),
                said -> said.contains("COUNTER_FELL"));
        DASHBOARD.signIn();

        // When
        DASHBOARD.go("overview");

        // Then
        browser.textOnce(
                "#tile-findings",
                said ->
                        said.contains(
                                "%d data centres"
                                        .formatted(
                                                openFindings(
                                                        api.get("/api/datacenters/operations")
                                                                .body()))));
        browser.textOnce("#findings-and-gaps", said -> said.contains("Counter fell"));
    }

    private static int openFindings(JsonNode operations) {
        int open = 0;
        for (JsonNode facility : operations.path("items")) {
            for (JsonNode count : facility.path("openFindings")) {
                open += count.asInt();
            }
            open -= facility.path("openNotes").asInt();
        }
        return open;
    }
}
