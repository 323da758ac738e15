package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The first page, with the published figures of 2021 as a person reads them.
class OverviewPageIT {

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
}
