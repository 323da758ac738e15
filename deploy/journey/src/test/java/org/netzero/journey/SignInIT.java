package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Who gets in, as whom, and how it ends.
class SignInIT {

    @RegisterExtension static final Dashboard DASHBOARD = Dashboard.published();

    @Test
    void aWrongKeyIsRefusedInWords() {
        Browser browser = DASHBOARD.browser();
        browser.signIn("nz_0123456789012345678901234567890");

        browser.textOnce(
                "#sign-in-problem",
                said -> said.contains("This key is not valid: it is unknown or was revoked."));
        assertThat(browser.shown("#dashboard")).isFalse();
    }

    @Test
    void anEmptyKeyIsAskedFor() {
        Browser browser = DASHBOARD.browser();
        browser.signIn("");

        browser.textOnce("#sign-in-problem", "Enter an API key."::equals);
        assertThat(browser.shown("#dashboard")).isFalse();
    }

    @Test
    void aKeyThatMaySendReadingsOnlyIsTurnedAwayInWords() {
        Browser browser = DASHBOARD.browser();
        browser.signIn(DASHBOARD.issue("telemetry").key());

        browser.textOnce(
                "#sign-in-problem",
                said -> said.startsWith("This key may send readings and see nothing."));
        assertThat(browser.shown("#dashboard")).isFalse();
        browser.reload();
        browser.shownOnce("#sign-in");
    }

    @Test
    void theRightKeyOpensTheOverviewAndStaysOutOfTheBrowser() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();

        assertThat(browser.text("#who")).isEqualTo("admin (admin)");
        assertThat(browser.text(".pages [aria-current]")).isEqualTo("Overview");
        browser.textOnce("#stream", "Live"::equals);
        assertThat(browser.run("return JSON.stringify({...localStorage}) + document.cookie"))
                .doesNotContain(DASHBOARD.suite().adminKey());
        browser.reload();
        browser.shownOnce("#dashboard");
    }

    @Test
    void signingOutEndsTheSession() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        // what is still asked when a session ends is refused
        DASHBOARD.settled();

        browser.click("#sign-out");

        browser.shownOnce("#sign-in");
        browser.reload();
        browser.shownOnce("#sign-in");
        assertThat(browser.shown("#dashboard")).isFalse();
    }

    /// A session ends with the key it was begun with.
    @Test
    void aSessionThatEndsSaysSo() {
        Browser browser = DASHBOARD.browser();
        Dashboard.Issued viewer = DASHBOARD.issue("viewer");
        DASHBOARD.signIn(viewer.key());
        DASHBOARD.settled();

        DASHBOARD.api().delete("/api/keys/" + viewer.id());
        browser.click(".pages a[href^='#/data']");

        browser.textOnce("#sign-in-problem", "Your session has ended. Sign in again."::equals);
        assertThat(browser.shown("#dashboard")).isFalse();
        browser.open(URI.create("about:blank"));
        browser.onlyRefused(401);
    }
}
