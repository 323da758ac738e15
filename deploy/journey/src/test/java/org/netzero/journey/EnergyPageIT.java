package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    /// In a year of its own, so that the other figures and the roadmap stay as they are.
    @Test
    void aRecordStoredElsewhereAppearsWithoutReloading() {
        // Given
        Browser browser = DASHBOARD.browser();
        store("2014-electricity,group,ELECTRICITY,PURCHASED,1000,MWh,2014,,STATED,bills");
        DASHBOARD.signIn();
        DASHBOARD.go("energy?period=2014");
        List<String> before =
                browser.rowsOnce("#balance", row -> row.startsWith("Electricity | 1,000 MWh"));
        assertThat(before).noneMatch(row -> row.startsWith("Diesel"));
        browser.textOnce("#stream", "Live"::equals);
        browser.run("window.loadedOnce = 'yes'");

        // When
        store("2014-diesel,group,DIESEL,COMBUSTION_STATIONARY,100000,L,2014,,STATED,tank book");

        // Then
        browser.rowsOnce("#balance", row -> row.startsWith("Diesel | 100,000 L | 995.2"));
        assertThat(browser.run("return window.loadedOnce")).isEqualTo("yes");
    }

    private static void store(String record) {
        Api.Answer outcome =
                DASHBOARD
                        .api()
                        .importing(
                                "energy",
                                "recordId,siteId,carrier,source,quantity,unit,start,end,provenance,evidence\n"
                                        + record
                                        + "\n");
        assertThat(outcome.body().path("accepted").asInt()).as(outcome.toString()).isEqualTo(1);
    }
}
