package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The first page, with the published figures of 2021 as a person reads them.
class OverviewPageIT {

    private static final String COMMITTED = "/api/roadmap/scenarios/committed";

    @RegisterExtension static final Dashboard DASHBOARD = Dashboard.published();

    @Test
    void allScopesAreShownWithBothFiguresOfScope2() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("overview?period=2021");

        browser.textOnce(
                "#tile-emissions",
                said -> said.contains("5,281,232 t CO₂e") && said.contains("5,157,511 t CO₂e"));
        assertThat(browser.rows("#by-scope"))
                .anyMatch(row -> row.startsWith("Scope 1 | 15,283 | 0.3%"))
                .anyMatch(row -> row.startsWith("Scope 2, market-based | 2,522,949 | 47.8%"))
                .anyMatch(row -> row.startsWith("Scope 2, location-based | 2,399,229 | 46.5%"))
                .anyMatch(row -> row.startsWith("Scope 3 | 2,743,000 | 51.9%"))
                .anyMatch(row -> row.startsWith("Total, market-based | 5,281,232"));
        browser.areaOnce("#by-scope", "scope-2");
        browser.areaOnce("#by-scope", "scope-3");
    }

    @Test
    void energyRenewablesAndPueAreShown() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("overview?period=2021");

        assertThat(browser.rows("#energy-mix"))
                .contains("Electricity | 4,308,960 | 98.5%", "Natural gas | 33,650 | 0.8%");
        assertThat(browser.text("#tile-renewable")).contains("1.5%");
        assertThat(browser.text("#tile-pue")).contains("1.32", "as stated");
        assertThat(browser.text("#tile-findings")).containsPattern("\\d+\\s+\\d+ inventory");
        browser.areaOnce("#towards-target", "target");
        browser.areaOnce("#renewable-path", "renewable");
    }

    @Test
    void aKeyFigureLeadsToItsPage() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("overview?period=2021");

        browser.click("#tile-emissions a");

        browser.textOnce(".pages [aria-current]", "Inventory"::equals);
        browser.rowsOnce("#emissions", row -> row.contains("5,281,232"));
    }

    @Test
    void aYearWithoutFiguresShowsReasonsAndNoZeros() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("overview?period=2015");

        assertThat(browser.text("#tile-emissions")).contains("–").doesNotContain("0 t CO₂e");
        assertThat(browser.text("#tile-renewable"))
                .contains("no electricity of 2015 is on file")
                .doesNotContain("0%");
        assertThat(browser.text("#tile-pue")).contains("no PUE is stated or measured");
    }

    @Test
    void aYearWithLessOnFileIsNotComparedInPercent() {
        // Given
        Browser browser = DASHBOARD.browser();
        DASHBOARD
                .api()
                .importing(
                        "energy",
                        """
                        recordId,siteId,carrier,source,quantity,unit,start,end,provenance,evidence
                        2020-diesel,group,DIESEL,COMBUSTION_STATIONARY,100000,L,2020,,STATED,tank book
                        """);
        DASHBOARD.signIn();

        // When
        DASHBOARD.go("overview?period=2021");

        // Then
        String lacking = "not comparable: 2020 lacks Natural gas, Gasoline";
        assertThat(browser.rowsOnce("#by-scope", row -> row.contains(lacking)))
                .anyMatch(row -> row.startsWith("Scope 1 | 15,283 | 0.3%") && row.endsWith(lacking))
                .anyMatch(row ->
                        row.startsWith("Total, market-based") && row.contains("not comparable"));
        assertThat(browser.text("#tile-emissions")).contains("not comparable to 2020");
    }

    @Test
    void yearsWithTheSameOnFileAreComparedInPercent() {
        // Given
        Browser browser = DASHBOARD.browser();
        DASHBOARD
                .api()
                .importing(
                        "energy",
                        """
                        recordId,siteId,carrier,source,quantity,unit,start,end,provenance,evidence
                        2012-diesel,group,DIESEL,COMBUSTION_STATIONARY,100000,L,2012,,STATED,tank book
                        2013-diesel,group,DIESEL,COMBUSTION_STATIONARY,150000,L,2013,,STATED,tank book
                        """);
        DASHBOARD.signIn();

        // When
        DASHBOARD.go("overview?period=2013");

        // Then
        browser.rowsOnce(
                "#by-scope",
                row ->
                        row.startsWith("Scope 1")
                                && row.contains("| +50.00% |")
                                && row.endsWith(
                                        "not comparable: 2013 lacks Natural gas, Gasoline"));
    }

    @Test
    void aClaimSaysHowLikelyItComesToIt() {
        // Given
        Browser browser = DASHBOARD.browser();
        JsonNode runs = DASHBOARD.api().get(COMMITTED + "/uncertainty").body();
        JsonNode targets = DASHBOARD.api().get(COMMITTED + "/projection").body().path("targets");
        double chance = probability(runs, netTarget(targets));
        DASHBOARD.signIn();

        // When
        DASHBOARD.go("overview?period=2021");

        // Then
        String said =
                browser.textOnce("#claim-chance", text -> text.contains("runs with drawn growth"));
        assertThat(said).contains(String.format(Locale.ROOT, "%.1f%% of 10,000", 100 * chance));
        assertThat(chance).isLessThan(0.5);
        assertThat(browser.run("return document.querySelector('#claim').className"))
                .doesNotContain("allowed");
        assertThat(browser.run("return document.querySelector('#tile-target').dataset.state"))
                .isNotEqualTo("good");

        // When
        DASHBOARD.go("roadmap");

        // Then
        assertThat(browser.textOnce("#claim-chance", text -> !text.isEmpty())).isEqualTo(said);
    }

    private static String netTarget(JsonNode targets) {
        for (JsonNode target : targets) {
            if (target.path("metric").asText().equals("NET_EMISSIONS")) {
                return target.path("targetId").asText();
            }
        }
        throw new AssertionError("No net target in " + targets);
    }

    private static double probability(JsonNode runs, String target) {
        for (JsonNode chance : runs.path("targets")) {
            if (chance.path("targetId").asText().equals(target)) {
                return chance.path("probability").asDouble();
            }
        }
        throw new AssertionError("No chance of %s in %s".formatted(target, runs));
    }

    @Test
    void aTooltipStaysWhileTheSameFiguresComeAgain() {
        // Given
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("overview?period=2021");
        browser.areaOnce("#towards-target", "target");
        Api.eventually(
                "a tooltip",
                () ->
                        browser.run(
                                HOVER
                                        + "return place.querySelector('.tooltip strong')?.innerText ?? ''"),
                year -> year.startsWith("20"));

        // When
        browser.run(
                """
                const page = document.querySelector('nz-overview');
                page.requestUpdate();
                return page.updateComplete.then(() => new Promise(requestAnimationFrame));
                """);

        // Then
        assertThat(browser.shown("#towards-target .tooltip strong")).isTrue();

        // When
        String before = browser.painted("#towards-target");
        browser.choose("#theme", "dark");

        // Then
        Api.eventually(
                "the chart in other colours",
                () -> browser.painted("#towards-target"),
                painted -> !painted.equals(before));
    }

    private static final String HOVER =
            """
            const place = document.querySelector('#towards-target nz-chart');
            const canvas = place.querySelector('canvas');
            const { left, top, width, height } = canvas.getBoundingClientRect();
            canvas.dispatchEvent(new MouseEvent('mousemove', { clientX: left + width / 2, clientY: top + height / 2, bubbles: true }));
            """;

    @Test
    void timesNameTheirClock() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("overview?period=2021");

        String zone = browser.run("return Intl.DateTimeFormat().resolvedOptions().timeZone");
        assertThat(browser.text("#dashboard footer"))
                .contains("Times are those of this device (%s)".formatted(zone));
        browser.textOnce(
                "#changes time", said -> said.matches("\\d+ \\w+ \\d{4}, \\d\\d:\\d\\d \\S+"));
    }
}
