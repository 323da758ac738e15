package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The page of data centres without any readings: what is stated is shown, and of what is not
/// measured the reason.
class DataCentersPageIT {

    @RegisterExtension static final Dashboard DASHBOARD = Dashboard.published();

    @Test
    void thePueIsShownAsStatedAndNeverAsMeasured() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("datacenters?period=2021");

        browser.textOnce("#tile-pue-stated", said -> said.contains("1.32"));
        assertThat(browser.text("#tile-pue-mean")).contains("–").doesNotContain("0.00");
    }
}
