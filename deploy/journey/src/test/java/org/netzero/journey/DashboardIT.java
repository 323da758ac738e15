package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

/// What all pages of the dashboard have in common: languages, colours, narrow screens, the
/// keyboard, and that nobody is shut out.
class DashboardIT {

    /// The least width of a page that is still to be read without scrolling sideways; 1280 pixels
    /// at four times their size.
    private static final int NARROWEST = 320;

    /// Colours of which a part of a chart is told by, and whose contrast to the ground is less than
    /// three to one (WCAG 2.2, 1.4.11).
    private static final String FAINT =
            """
            const style = getComputedStyle(document.documentElement);
            const luminance = name => [1, 3, 5]
                .map(at => parseInt(style.getPropertyValue(name).trim().substring(at, at + 2), 16) / 255)
                .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
                .reduce((sum, part, i) => sum + [0.2126, 0.7152, 0.0722][i] * part, 0);
            const ground = luminance('--surface');
            const contrast = name => (Math.max(luminance(name), ground) + 0.05) / (Math.min(luminance(name), ground) + 0.05);
            const numbered = (name, count) => Array.from({ length: count }, (_, i) => `--${name}-${i + 1}`);
            const names = [
                ...numbered('scope', 3), ...numbered('carrier', 5), ...numbered('series', 8), ...numbered('wedge', 10),
                '--baseline', '--target', '--net', '--renewable', '--rest', '--good', '--bad', '--doubt', '--accent', '--focus',
            ];
            return names.filter(name => !(contrast(name) >= 3)).map(name => `${name} ${contrast(name).toFixed(2)}`).join();
            """;

    @RegisterExtension static final Dashboard DASHBOARD = Dashboard.published();

    static List<String> views() {
        return Dashboard.VIEWS;
    }

    static List<String> pages() {
        return Dashboard.PAGES;
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nobodyIsShutOutOfAPage(String page) {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go(page);
        assertThat(browser.barriers()).isEmpty();

        browser.choose("#theme", "dark");

        assertThat(browser.run("return document.documentElement.dataset.theme")).isEqualTo("dark");
        assertThat(browser.barriers()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("views")
    void aNarrowScreenNeedsNoScrollingSideways(String view) {
        Browser browser = DASHBOARD.browser();
        browser.size(NARROWEST, 740);
        DASHBOARD.signIn();
        DASHBOARD.go(view);
        assertThat(browser.width()).isEqualTo(NARROWEST);

        browser.choose("#language", "zh");

        DASHBOARD.settled();
        assertThat(browser.width()).isEqualTo(NARROWEST);
        assertThat(browser.barriers()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("views")
    void theTabulatorGoesThroughAViewAndIsAlwaysSeen(String view) {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go(view);

        assertThat(browser.walk()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void theColoursOfChartsStandOutFromTheirGround(String theme) {
        Browser browser = DASHBOARD.browser();
        browser.colours(theme);
        DASHBOARD.signIn();
        Api.eventually(
                theme,
                () -> browser.run("return document.documentElement.dataset.theme"),
                theme::equals);

        assertThat(browser.run(FAINT)).isEmpty();
    }

    /// Where the system gives all colours, a chart keeps its own and their ground.
    @Test
    void aChartKeepsItsGroundWhereTheSystemGivesTheColours() {
        Browser browser = DASHBOARD.browser();
        browser.ownColours();
        DASHBOARD.signIn();
        DASHBOARD.go("inventory?period=2021");

        assertThat(browser.run("return matchMedia('(forced-colors: active)').matches"))
                .isEqualTo("true");
        assertThat(
                        browser.run(
                                "return"
                                        + " getComputedStyle(document.querySelector('nz-chart')).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
    }

    @Test
    void theSignInIsOpenToEverybodyToo() {
        Browser browser = DASHBOARD.browser();
        browser.shownOnce("#sign-in");
        assertThat(browser.barriers()).isEmpty();

        browser.colours("dark");

        Api.eventually(
                "the dark",
                () -> browser.run("return document.documentElement.dataset.theme"),
                "dark"::equals);
        assertThat(browser.barriers()).isEmpty();
    }

    @Test
    void theLanguageIsSwitchedAndStays() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("overview");
        assertThat(browser.run("return document.documentElement.lang")).isEqualTo("en-GB");

        browser.choose("#language", "zh");

        assertThat(browser.run("return document.documentElement.lang")).isEqualTo("zh-CN");
        assertThat(browser.texts(".pages a"))
                .containsExactly("总览", "排放清单", "能源", "数据中心", "路线图", "数据");
        browser.textOnce("#tile-emissions", said -> said.contains("528.12 万吨 CO₂e"));
        browser.reload();
        DASHBOARD.settled();
        assertThat(browser.text(".pages [aria-current]")).isEqualTo("总览");
        assertThat(browser.run("return document.title")).startsWith("总览");
    }

    @Test
    void coloursFollowTheSystemUntilTheyAreChosen() {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("overview");
        String theme = "return document.documentElement.dataset.theme";
        assertThat(browser.run(theme)).isEqualTo("light");

        browser.colours("dark");
        Api.eventually("the dark", () -> browser.run(theme), "dark"::equals);
        browser.choose("#theme", "light");

        assertThat(browser.run(theme)).isEqualTo("light");
        browser.reload();
        DASHBOARD.settled();
        assertThat(browser.run(theme)).isEqualTo("light");
    }

    @Test
    void theKeyboardAloneGoesEverywhere() {
        // Given
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("overview");
        browser.run("document.activeElement.blur()");

        // When
        browser.press(Keys.TAB);
        assertThat(browser.focused()).isEqualTo("Skip to the figures");
        browser.press(Keys.ENTER);

        // Then
        assertThat(browser.focused()).isEqualTo("figures");

        // When
        browser.run("document.querySelector('#sign-out').focus()");
        List<String> reached =
                IntStream.range(0, Dashboard.PAGES.size())
                        .mapToObj(i -> {
                            browser.press(Keys.TAB);
                            return browser.focused();
                        })
                        .toList();

        // Then
        assertThat(reached)
                .containsExactly(
                        "Overview", "Inventory", "Energy", "Data centres", "Roadmap", "Data");

        // When
        browser.press(Keys.ENTER);

        // Then
        browser.textOnce(".pages [aria-current]", "Data"::equals);
        assertThat(browser.focused()).isEqualTo("page-title");
    }

    @Test
    void aDialogKeepsTheFocusAndGivesItBack() {
        // Given
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go("data?tab=keys");
        browser.run("document.querySelector('#issue-key').focus()");

        // When
        browser.press(Keys.ENTER);
        browser.shownOnce("#key-form");

        // Then
        assertThat(browser.focused()).isEqualTo("name");
        assertThat(browser.barriers()).isEmpty();
        for (int i = 0; i < 12; i++) {
            browser.press(Keys.TAB);
            assertThat(
                            browser.run(
                                    "return document.activeElement === document.body || document.activeElement.closest('dialog') !== null"))
                    .isEqualTo("true");
        }

        // When
        browser.press(Keys.ESCAPE);

        // Then
        browser.goneOnce("#key-form");
        assertThat(browser.focused()).isEqualTo("issue-key");
    }

    @Test
    void anAddressLeadsToItsPageAndPeriod() {
        Browser browser = DASHBOARD.browser();
        browser.open(DASHBOARD.suite().address().resolve("/#/data?period=2020&kind=points"));
        DASHBOARD.signIn();
        DASHBOARD.settled();

        assertThat(browser.text(".pages [aria-current]")).isEqualTo("Data");
        assertThat(browser.run("return document.querySelector('#period').value")).isEqualTo("2020");
        assertThat(browser.run("return document.querySelector('#import-kind').value"))
                .isEqualTo("points");
        assertThat(browser.run("return document.querySelector('.pages a').hash"))
                .isEqualTo("#/overview?period=2020");
    }
}
