package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The page of the roadmap. What is changed is a copy, so that the shipped scenarios stay.
class RoadmapPageIT {

    private static final String COPY = "page-test";

    @RegisterExtension static final Dashboard DASHBOARD = Dashboard.published();

    @BeforeEach
    void copy() {
        DASHBOARD
                .api()
                .post(
                        "/api/roadmap/scenarios/committed/copies",
                        """
                        {"id": "%s", "name": "A copy to be changed"}
                        """
                                .formatted(COPY));
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
        DASHBOARD.go("roadmap?view=levers&scenario=" + COPY);
        String field = "#lever-supply-chain-effect-depth";
        browser.shownOnce(field);
        String before = browser.text("#tile-gross .value");

        // When
        browser.overwrite(field, "25");

        // Then
        browser.textOnce("#tile-gross .value", now -> !now.equals(before));
        assertThat(DASHBOARD.api().get("/api/roadmap/scenarios/" + COPY).body().toString())
                .contains("\"depth\":0.25");

        // When
        browser.click("#undo");

        // Then
        browser.textOnce("#tile-gross .value", before::equals);
    }

    @Test
    void aViewerIsToldWhyTheLeversStayAsTheyAre() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn(DASHBOARD.issue("viewer").key());
        DASHBOARD.go("roadmap?view=levers&scenario=" + COPY);

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
    }
}
