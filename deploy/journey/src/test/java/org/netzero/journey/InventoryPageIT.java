package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The page of the inventory, from a total down to the trace of a record.
class InventoryPageIT {

    @RegisterExtension static final Dashboard DASHBOARD = Dashboard.published();

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
        browser.textOnce("#trace", said -> said.contains("3.0959 kg/kg"));
        assertThat(browser.text("#trace"))
                .contains("8,481,578.165088 kg CO₂e", "3,261,448 L", "0.84 kg/L", "mass × GWP")
                .contains("GB/T 2589-2008", "PRC national standard");
        assertThat(browser.run("return location.hash"))
                .contains("scope=SCOPE_1", "site=group", "result=");
        assertThat(browser.barriers()).isEmpty();

        // When
        browser.reload();

        // Then
        browser.textOnce("#trace", said -> said.contains("3.0959 kg/kg"));
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
