package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/// The dashboard of the published 2021 data in a real browser. Its figures are those that the API
/// gives in [PublishedFiguresIT], as a person reads them.
class PublishedDashboardIT {

    private static Browser browser;
    private static Suite suite;

    @BeforeAll
    static void start() {
        browser = Browser.start();
        suite = PublishedSuite.running();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        browser.openNew(suite.address());
    }

    @AfterEach
    void nothingWentWrongOnTheConsole(TestInfo test) {
        browser.screenshot(test.getTestMethod().orElseThrow().getName());
        assertThat(browser.problems()).isEmpty();
    }

    @Test
    void aWrongKeyIsRefusedInWords() {
        browser.signIn("nz_0123456789012345678901234567890");

        Api.eventually(
                "a refusal",
                () -> browser.text("#sign-in-problem"),
                said -> said.contains("This key is not valid: it is unknown or was revoked."));
        assertThat(browser.shown("#dashboard")).isFalse();
    }

    @Test
    void anEmptyKeyIsAskedFor() {
        browser.signIn("");

        Api.eventually(
                "a refusal",
                () -> browser.text("#sign-in-problem"),
                said -> said.equals("Enter an API key."));
        assertThat(browser.shown("#dashboard")).isFalse();
    }

    @Test
    void allScopesAreShownWithBothFiguresOfScope2() {
        signIn();

        assertThat(browser.rowsOnce("#emissions", row -> row.startsWith("Total, market-based")))
                .contains(
                        "Scope 1 direct | 15,283 | 0.3%",
                        "Scope 2, market-based by contract | 2,522,949 | 47.8%",
                        "Scope 2, location-based by grid, not added | 2,399,229 | 46.5%",
                        "Scope 3 value chain | 2,743,000 | 51.9%",
                        "Total, market-based | 5,281,232 | 100.0%",
                        "Total, location-based | 5,157,511 | 100.0%");
        assertThat(browser.text("#tile-emissions"))
                .contains("5,281,232 t CO₂e", "location-based 5,157,511 t CO₂e");
        browser.areaOnce("#emissions", "scope-2");
        browser.areaOnce("#emissions", "scope-3");
    }

    @Test
    void theEnergyMixIsShownWithItsUnits() {
        signIn();

        assertThat(browser.rowsOnce("#energy", row -> row.startsWith("Electricity")))
                .contains(
                        "Electricity | 4,308,960 MWh | 4,308,960 | 98.5% | Stated",
                        "Natural gas | 3,111,654 m³ | 33,650 | 0.8% | Stated");
        assertThat(browser.text("#tile-energy")).contains("4,375,367 MWh");
        assertThat(browser.text("#tile-renewable")).contains("1.52%", "65,334 of 4,311,294 MWh");
        browser.areaOnce("#energy", "carrier-1");
        browser.areaOnce("#energy", "renewable");
    }

    @Test
    void thePueIsShownAsStated() {
        signIn();

        assertThat(browser.rowsOnce("#fleet", row -> row.startsWith("2021")))
                .first()
                .asString()
                .startsWith("2021 | 1.32 | ");
        assertThat(browser.text("#tile-pue")).contains("1.32", "as stated");
    }

    @Test
    void theRoadmapIsDrawnAndWrittenYearByYear() {
        signIn();

        List<String> rows = browser.rowsOnce("#roadmap .content", row -> row.startsWith("2030"));
        assertThat(rows.stream().map(row -> row.substring(0, 4)))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(2021, 2030).mapToObj(String::valueOf).toList());
        assertThat(rows.getFirst())
                .startsWith("2021 | Inventory | 5,281,232 | 15,283 | 2,522,949 | 2,399,229");
        assertThat(rows.getLast()).startsWith("2030 | Modelled").contains("100.0%");
        assertThat(browser.text("#roadmap-title")).isEqualTo("Roadmap 2021 to 2030");
        browser.areaOnce("#roadmap", "scope-2");
        browser.areaOnce("#roadmap", "target");
    }

    @Test
    void projectionsAreShownWithTheirErrorsOnPublishedSeries() {
        signIn();

        List<String> rows = browser.rowsOnce("#backtest", row -> row.startsWith("1 |"));
        assertThat(rows)
                .allSatisfy(row -> assertThat(row).matches("\\d \\| \\d+( \\| [\\d.]+%){5}"));
        assertThat(browser.text("#backtest"))
                .contains("This roadmap", "Last value", "Damped trend", "Between P10 and P90 lay");
    }

    @Test
    void theChartIsPaintedAnewInTheDark() {
        signIn();
        browser.rowsOnce("#roadmap .content", row -> row.startsWith("2030"));
        browser.areaOnce("#roadmap", "scope-2");
        String byDay = browser.painted("#roadmap");

        browser.colours("dark");

        Api.eventually(
                "other colours in the chart",
                () -> browser.painted("#roadmap"),
                painted -> !painted.equals(byDay));
        browser.areaOnce("#roadmap", "scope-2");
    }

    @Test
    void aPhoneNeedsNoScrollingSideways() {
        browser.size(390, 844);
        signIn();
        browser.rowsOnce("#roadmap .content", row -> row.startsWith("2030"));
        browser.rowsOnce("#reconciliation", row -> row.startsWith("Total energy"));

        assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo("390");
    }

    @Test
    void aYearWithoutFiguresShowsReasonsAndNoZeros() {
        browser.open(suite.address().resolve("/?period=2024"));
        signIn();

        assertThat(browser.rowsOnce("#emissions", row -> row.startsWith("Total, market-based")))
                .contains("Scope 1 direct | – no records | –");
        assertThat(browser.text("#tile-emissions")).contains("– Nothing of 2024 is calculated");
        Api.eventually(
                "a word about missing energy",
                () -> browser.text("#energy"),
                said -> said.contains("– No energy of 2024 is on file."));
        assertThat(browser.shown("#energy .chart")).isFalse();
    }

    /// The year before the base year, so that the figures of 2021 and the roadmap stay as they are.
    @Test
    void aRecordStoredElsewhereAppearsWithoutReloading() {
        browser.open(suite.address().resolve("/?period=2020"));
        signIn();
        browser.rowsOnce("#energy", row -> row.startsWith("Electricity | 3,128,144 MWh"));
        browser.rowsOnce("#emissions", row -> row.equals("Scope 1 direct | – no records | –"));
        Api.eventually("the live connection", () -> browser.text("#stream"), "Live"::equals);
        browser.run("window.loadedOnce = 'yes'");

        Api.Answer outcome =
                new Api(suite.address(), suite.adminKey())
                        .importing(
                                "energy",
                                """
                                recordId,siteId,carrier,source,quantity,unit,start,end,provenance,evidence
                                2020-diesel,group,DIESEL,COMBUSTION_STATIONARY,100000,L,2020,,STATED,tank book
                                """);

        assertThat(outcome.body().at("/accepted").asInt()).isEqualTo(1);
        browser.rowsOnce("#energy", row -> row.startsWith("Diesel | 100,000 L | 995.2"));
        browser.rowsOnce(
                "#emissions", row -> row.matches("Scope 1 direct \\| 2[0-9]{2}\\.[0-9] .*"));
        assertThat(browser.run("return window.loadedOnce")).isEqualTo("yes");
    }

    private static void signIn() {
        browser.signIn(suite.adminKey());
        Api.eventually("the dashboard", () -> browser.shown("#dashboard"), shown -> shown);
    }
}
