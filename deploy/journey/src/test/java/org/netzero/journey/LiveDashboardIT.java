package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The dashboard while data comes in and while the gateway goes and comes back, never reloaded.
class LiveDashboardIT {

    private static final String DATACENTER = "tianjin-1";
    private static final int HOURS = 30;

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
}
