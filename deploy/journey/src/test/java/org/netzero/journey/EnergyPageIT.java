package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The page of energy with the published figures of 2021.
class EnergyPageIT {

    @RegisterExtension static final Dashboard DASHBOARD = Dashboard.published();

    @Test
    void theEnergyMixIsShownWithItsUnits() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("energy?period=2021");

        browser.rowsOnce(
                "#balance",
                row -> row.startsWith("Electricity | 4,308,960 MWh | 4,308,960 | 98.5%"));
        assertThat(browser.rows("#balance"))
                .anyMatch(row -> row.startsWith("Natural gas | 3,111,654 m³ | 33,650 | 0.8%"));
        assertThat(browser.text("#tile-energy")).contains("4,375,367 MWh");
        assertThat(browser.text("#tile-renewable")).contains("1.52%", "65,334 of 4,311,294 MWh");
        browser.areaOnce("#by-site", "carrier-1");
    }

    @Test
    void everyPartOfThePageIsOpenToEverybody() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        for (String view : new String[] {"use", "green", "onsite", "hours"}) {
            DASHBOARD.go("energy?period=2021&view=" + view);
            assertThat(browser.barriers()).as(view).isEmpty();
        }
    }

    @Test
    void aCertificateThatIsClosedLeadsBackToItsPlaceInTheList() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("energy?period=2021&view=green&instrument=2021-chongqing-green-power");

        browser.clickOn("#certificate button", "Close");

        browser.goneOnce("#certificate");
        assertThat(browser.focused()).isEqualTo("instrument-2021-chongqing-green-power");
    }

    /// The year before the base year, so that the figures of 2021 and the roadmap stay as they are.
    @Test
    void aRecordStoredElsewhereAppearsWithoutReloading() {
        // Given
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("energy?period=2020");
        browser.rowsOnce("#balance", row -> row.startsWith("Electricity | 3,128,144 MWh"));
        browser.textOnce("#stream", "Live"::equals);
        browser.run("window.loadedOnce = 'yes'");

        // When
        Api.Answer outcome =
                DASHBOARD
                        .api()
                        .importing(
                                "energy",
                                """
                                recordId,siteId,carrier,source,quantity,unit,start,end,provenance,evidence
                                2020-diesel,group,DIESEL,COMBUSTION_STATIONARY,100000,L,2020,,STATED,tank book
                                """);

        // Then
        assertThat(outcome.status()).isEqualTo(200);
        browser.rowsOnce("#balance", row -> row.startsWith("Diesel | 100,000 L | 995.2"));
        assertThat(browser.run("return window.loadedOnce")).isEqualTo("yes");
    }
}
