package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The page of the inventory, from a total down to the trace of a record.
class InventoryPageIT {

    @RegisterExtension static final Dashboard DASHBOARD = Dashboard.published();

    @TempDir Path folder;

    @Test
    void aTotalLeadsToScopeSiteRecordAndTrace() {
        // Given
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("inventory?period=2021");
        browser.rowsOnce("#emissions", row -> row.startsWith("Scope 1 ") && row.contains("15,283"));
        browser.areaOnce("#emissions", "scope-2");

        // When
        browser.clickOn("#emissions a", "Scope 1");
        browser.clickOn("#emissions a", "All offices and data centres of the company");
        browser.rowsOnce(
                "#emissions",
                row -> row.startsWith("DIESEL/COMBUSTION_STATIONARY/2021 | diesel | 8,482 |"));
        browser.clickOn("#emissions a", "DIESEL/COMBUSTION_STATIONARY/2021");

        // Then
        browser.textOnce("#trace", said -> said.contains("PRC national standard"));
        assertThat(browser.text("#trace"))
                .contains("8,481,578.165088 kg CO₂e", "3,261,448 L", "0.84 kg/L", "mass × GWP")
                .contains("3.0959 kg/kg", "GB/T 2589-2008");
        assertThat(browser.run("return location.hash"))
                .contains("scope=SCOPE_1", "site=group", "result=");
        assertThat(browser.barriers()).isEmpty();

        // When
        browser.reload();

        // Then
        browser.textOnce("#trace", said -> said.contains("3.0959 kg/kg"));
    }

    @Test
    void aTraceIsSavedWithAllItsSteps() throws IOException {
        // Given
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("inventory?period=2021&scope=SCOPE_1&site=group");
        browser.clickOn("#emissions a", "DIESEL/COMBUSTION_STATIONARY/2021");
        browser.textOnce("#trace", said -> said.contains("3.0959 kg/kg"));
        String result =
                browser.run(
                        "return new URLSearchParams(location.hash.split('?')[1]).get('result')");

        // When
        browser.saveInto(folder);
        browser.clickOn("#trace button", "JSON");

        // Then
        Path file = folder.resolve("trace-" + result + ".json");
        Api.eventually("a saved trace", () -> Files.exists(file), there -> there);
        assertThat(Files.readString(file))
                .contains("8481578.165088", "3261448", "3.0959", "mass × GWP", "GB/T 2589-2008");
    }

    @Test
    void anotherBasisIsChosenAndLeftAgain() {
        // Given
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("inventory?period=2021");
        browser.textOnce("#inventory-standing", said -> said.contains("IPCC AR5"));

        // When
        browser.choose("#gwp", "AR6_100");
        browser.textOnce("#inventory-standing", said -> said.contains("IPCC AR6"));
        browser.click("#basis-reset");

        // Then
        browser.textOnce("#inventory-standing", said -> said.contains("IPCC AR5"));
        assertThat(browser.focused()).isEqualTo("gwp");
    }

    @Test
    void computedStandsBesidePublished() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("inventory?period=2021&view=published");

        browser.rowsOnce("#reconciliation", row -> row.contains("66,293"));
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void aDraftStaysADraftUnlessSomebodyMayLockIt() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn(DASHBOARD.issue("viewer").key());
        DASHBOARD.go("inventory?period=2021&view=status");

        browser.textOnce("#standing", said -> said.contains("Draft"));
        assertThat(browser.shown("#may-not")).isTrue();
        assertThat(browser.barriers()).isEmpty();
    }
}
