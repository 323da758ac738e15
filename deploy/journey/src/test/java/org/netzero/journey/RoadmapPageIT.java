package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The page of the roadmap. What is changed is a copy, so that the shipped scenarios stay.
class RoadmapPageIT {

    @RegisterExtension static final Dashboard DASHBOARD = Dashboard.published();

    private static String copy = "page-test";

    /// A fresh one each time, so that no test finds what another changed; an id is not given again.
    @BeforeEach
    void copy() {
        DASHBOARD.api().delete("/api/roadmap/scenarios/" + copy);
        copy = "page-test-" + System.nanoTime();
        DASHBOARD
                .api()
                .post(
                        "/api/roadmap/scenarios/committed/copies",
                        """
                        {"id": "%s", "name": "A copy to be changed"}
                        """
                                .formatted(copy));
    }

    @Test
    void theRoadmapIsDrawnAndWrittenYearByYear() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("roadmap?scenario=committed");

        browser.rowsOnce("#wedges", row -> row.startsWith("2030"));
        assertThat(browser.rows("#wedges"))
                .anyMatch(row -> row.startsWith("2021") && row.contains("5,281,232"));
        assertThat(browser.painted("#wedges")).startsWith("data:image/png");
        browser.rowsOnce(
                "#renewable-path", row -> row.startsWith("2030") && row.contains("100.00%"));
    }

    @Test
    void aLeverIsChangedInPlaceAndProjectedAtOnce() {
        // Given
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("roadmap?view=levers&scenario=" + copy);
        String field = "#lever-supply-chain-effect-depth";
        browser.shownOnce(field);
        String before = browser.text("#tile-gross .value");

        // When
        browser.overwrite(field, "25");

        // Then
        browser.textOnce("#tile-gross .value", now -> !now.equals(before));
        assertThat(DASHBOARD.api().get("/api/roadmap/scenarios/" + copy).body().toString())
                .contains("\"depth\":0.25");

        // When
        browser.click("#undo");

        // Then
        browser.textOnce("#tile-gross .value", before::equals);
    }

    @Test
    void anAssumptionIsChangedInPlaceAndTakenBack() {
        // Given
        Browser browser = changing(copy);
        String before = browser.text("#tile-gross .value");

        // When
        browser.overwrite("#field-otherActivity-longTermGrowthPerYear", "4");

        // Then
        browser.textOnce("#tile-gross .value", now -> !now.equals(before));
        assertThat(scenario(copy).at("/otherActivity/longTermGrowthPerYear").asDouble())
                .isEqualTo(0.04);

        // When
        browser.click("#undo");

        // Then
        browser.textOnce("#tile-gross .value", before::equals);
        assertThat(scenario(copy).at("/otherActivity/longTermGrowthPerYear").asDouble())
                .isEqualTo(0.01);
    }

    @Test
    void whatIsWrongWithATargetIsToldAtItsFieldAndDiscarded() {
        // Given
        Browser browser = changing(copy);
        String year = "#target-scope-3-year";

        // When
        browser.overwrite(year, "2021");

        // Then
        browser.textOnce(year + "-wrong", said -> said.contains("after the base year 2021"));
        assertThat(browser.shown("#not-stored")).isTrue();
        assertThat(scenario(copy).at("/targets").toString()).doesNotContain("\"year\":2021");
        browser.onlyRefused(400);

        // When
        browser.click("#discard");

        // Then
        browser.goneOnce("#not-stored");
        assertThat(browser.run("return document.querySelector(arguments[0]).value", year))
                .isEqualTo("2030");
    }

    @Test
    void aDoubleClickRemovesOneLeverOnly() {
        // Given
        Browser browser = changing(copy);
        int before = scenario(copy).at("/levers").size();
        String remove = "#lever-supply-chain header button";
        centre(browser, remove);

        // When
        browser.doubleClick(remove);

        // Then
        browser.goneOnce("#lever-supply-chain");
        browser.textOnce("#undo", said -> said.equals("Undo (1)"));
        browser.textOnce("#saving", said -> said.startsWith("Every change is stored"));
        assertThat(browser.text("#undo")).isEqualTo("Undo (1)");
        assertThat(scenario(copy).at("/levers").size()).isEqualTo(before - 1);
    }

    @Test
    void whatAnotherStoredAfterARefusalIsNotOverwritten() {
        // Given
        Browser browser = changing(copy);
        String year = "#target-scope-3-year";
        browser.overwrite(year, "2021");
        browser.shownOnce("#not-stored");
        browser.onlyRefused(400);
        String renamed = "Renamed by another";
        String theirs = scenario(copy).toString().replace("A copy to be changed", renamed);
        assertThat(DASHBOARD.api().put("/api/roadmap/scenarios/" + copy, theirs).isGood()).isTrue();
        Api.eventually(
                "the other's name",
                () ->
                        browser.run(
                                "return document.querySelector('#scenario').selectedOptions[0].text"),
                renamed::equals);

        // When
        browser.overwrite(year, "2029");

        // Then
        browser.textOnce("#not-stored", said -> said.contains("changed since it was read"));
        browser.onlyRefused(409);
        assertThat(scenario(copy).at("/name").asText()).isEqualTo(renamed);

        // When
        browser.click("#discard");

        // Then
        browser.goneOnce("#not-stored");
        assertThat(browser.run("return document.querySelector(arguments[0]).value", year))
                .isEqualTo("2030");
    }

    @Test
    void whatIsNoNumberIsRefusedAtItsField() {
        // Given
        Browser browser = changing(copy);
        String field = "#lever-supply-chain-effect-depth";
        String before = scenario(copy).at("/levers").toString();

        // When
        browser.overwrite(field, "1e");

        // Then
        browser.textOnce(field + "-wrong", said -> said.contains("not a number"));
        assertThat(scenario(copy).at("/levers").toString()).isEqualTo(before);

        // When
        browser.overwrite(field, "25");

        // Then
        browser.goneOnce(field + "-wrong");
        browser.textOnce("#undo", said -> said.equals("Undo (1)"));
    }

    @Test
    void creditsArePermittedPricedAndLimitedInPlace() {
        // Given
        Browser browser = changing(copy);

        // When
        press(browser, "#field-offsets-permitted");
        browser.overwrite("#field-offsets-maximumTonnesPerYear", "50000");
        press(browser, "#toggle-price");
        browser.overwrite("#field-offsets-price-perTonne", "80");

        // Then
        browser.textOnce("#undo", said -> said.equals("Undo (4)"));
        assertThat(scenario(copy).at("/offsets/permitted").asBoolean()).isFalse();
        assertThat(scenario(copy).at("/offsets/maximumTonnesPerYear").asDouble()).isEqualTo(50_000);
        assertThat(scenario(copy).at("/offsets/price/perTonne").asDouble()).isEqualTo(80);
        assertThat(scenario(copy).at("/offsets/price/currency").asText()).isEqualTo("CNY");
    }

    @Test
    void aShippedScenarioIsCopiedBeforeItIsChanged() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("roadmap?view=levers&scenario=committed");

        assertThat(browser.count("#levers input")).isZero();
        assertThat(browser.shown("#delete-scenario")).isFalse();
        browser.click("#copy-to-change");
        browser.shownOnce("#copy-form");
    }

    @Test
    void aLeverElectrifiesAndAnotherRetiresCertificates() {
        // Given
        Browser browser = changing(copy);
        press(browser, "nz-add-lever summary");

        // When
        browser.type("#add-name", "Heat pumps");
        browser.choose("#add-kind", "electrification");
        browser.type("#add-depth", "30");
        browser.type("#add-addedMwhPerTonne", "1.5");
        fillTheRest(browser);

        // Then
        browser.shownOnce("#lever-heat-pumps");
        assertThat(scenario(copy).at("/levers/7/effect").toString())
                .isEqualTo("{\"kind\":\"ELECTRIFICATION\",\"depth\":0.3,\"addedMwhPerTonne\":1.5}");

        // When
        browser.type("#add-name", "Green certificates");
        browser.choose("#add-kind", "certificates");
        browser.type("#add-mwhPerYear", "100000");
        fillTheRest(browser);

        // Then
        browser.shownOnce("#lever-green-certificates");
        assertThat(scenario(copy).at("/levers/8/node").asText()).isEqualTo("GREEN_POWER");
        assertThat(scenario(copy).at("/levers/8/effect").toString())
                .isEqualTo("{\"kind\":\"CERTIFICATES\",\"mwhPerYear\":100000.0}");
    }

    @Test
    void aScenarioIsDeletedAfterAQuestion() {
        // Given
        Browser browser = changing(copy);

        // When
        browser.click("#delete-scenario");
        browser.click("#delete-form button[type=submit]");

        // Then
        Api.eventually(
                "the next scenario",
                () -> browser.run("return document.querySelector('#scenario').value"),
                "committed"::equals);
        assertThat(DASHBOARD.api().get("/api/roadmap/scenarios/" + copy).status()).isEqualTo(404);
        DASHBOARD.settled();
        assertThat(browser.count("#scenario option[value='" + copy + "']")).isZero();
    }

    private static Browser changing(String scenario) {
        DASHBOARD.signIn();
        DASHBOARD.go("roadmap?view=levers&scenario=" + scenario);
        DASHBOARD.browser().shownOnce("#changes");
        return DASHBOARD.browser();
    }

    private static void fillTheRest(Browser browser) {
        browser.type("#add-ramp", "50");
        browser.type("#add-source", "Assumed for a test.");
        press(browser, "#add-lever button[type=submit]");
    }

    /// Clicks in the middle of the page, clear of the bar of changes at its lower edge.
    private static void press(Browser browser, String selector) {
        centre(browser, selector);
        browser.click(selector);
    }

    private static void centre(Browser browser, String selector) {
        browser.shownOnce(selector);
        browser.run(
                "document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", selector);
    }

    private static JsonNode scenario(String id) {
        return DASHBOARD.api().get("/api/roadmap/scenarios/" + id).body();
    }

    @Test
    void aViewerIsToldWhyTheLeversStayAsTheyAre() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn(DASHBOARD.issue("viewer").key());
        DASHBOARD.go("roadmap?view=levers&scenario=" + copy);

        browser.shownOnce("#not-changeable");
        assertThat(browser.count("#levers input")).isZero();
        assertThat(browser.count("#copy-scenario")).isZero();
    }

    @Test
    void everyPartOfThePageIsOpenToEverybody() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        for (String view :
                new String[] {
                    "levers", "costs", "uncertainty", "checks", "comparison", "history", "backtest"
                }) {
            DASHBOARD.go("roadmap?view=" + view);
            assertThat(browser.barriers()).as(view).isEmpty();
        }
        DASHBOARD.go("roadmap?view=levers&scenario=" + copy);
        browser.shownOnce("#changes");
        assertThat(browser.barriers()).as("fields").isEmpty();
    }
}
