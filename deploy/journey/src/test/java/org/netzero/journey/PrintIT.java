package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every view on paper: what it shows is all there, on a sheet, in light colours, with a head that
/// says what it is; what can only be done on a screen is not.
class PrintIT {

    /// What of the page does not belong on paper, is not on it, or does not fit on it.
    private static final String FAULTS =
            """
            const faults = [];
            const seen = element => element.checkVisibility() && element.getBoundingClientRect().height > 0;
            const name = element => `${element.localName} “${(element.innerText || element.className).slice(0, 60)}” of ${element.closest('[id]')?.id}`;
            const sheet = document.documentElement.clientWidth;
            for (const each of document.querySelectorAll('button:not(.textual, .link, .sort), .pages, .masthead select, .views a:not([aria-current]), .downloads, form input, footer')) {
                if (seen(each)) {
                    faults.push(`only for a screen: ${name(each)}`);
                }
            }
            for (const each of document.querySelectorAll('.printed, #page-title, #organization')) {
                if (!seen(each)) {
                    faults.push(`missing: ${each.id || each.className}`);
                }
            }
            for (const each of document.querySelectorAll('main :is(table, canvas, dl, h2, p)')) {
                if (seen(each) && each.getBoundingClientRect().right > sheet + 1) {
                    faults.push(`${Math.round(each.getBoundingClientRect().right)} of ${sheet} pixels: ${name(each)}`);
                }
            }
            for (const each of document.querySelectorAll('details.folded table')) {
                if (each.closest('.unprinted, .findings') === null && !seen(each)) {
                    faults.push(`folded: ${name(each)}`);
                }
            }
            for (const each of document.querySelectorAll('nz-chart')) {
                if (seen(each) && each.querySelector('canvas') === null) {
                    faults.push(`not drawn: ${each.ariaLabel}`);
                }
            }
            return faults.join('\\n');
            """;

    private static final String WIDTHS =
            """
            return Array.from(document.querySelectorAll('nz-chart'), each => each.querySelector('canvas').clientWidth - each.clientWidth).join()
            """;

    @RegisterExtension static final Dashboard DASHBOARD = Dashboard.published();

    static List<String> views() {
        return Dashboard.VIEWS;
    }

    @ParameterizedTest
    @MethodSource("views")
    void aSheetHasAllOfAViewAndNothingElse(String view) {
        // Given
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        DASHBOARD.go(view);

        // When
        browser.layOutForPaper("dark");

        // Then
        assertThat(browser.run(FAULTS)).isEmpty();
        assertThat(browser.text(".printed"))
                .contains("2021", "IPCC AR5", browser.run("return location.href"));
        assertThat(browser.run("return getComputedStyle(document.body).color"))
                .isEqualTo("rgb(24, 33, 29)");
    }

    @Test
    void chartsAreDrawnForPaperAndForTheScreenAgain() {
        // Given
        Browser browser = DASHBOARD.browser();
        browser.colours("dark");
        DASHBOARD.signIn();
        DASHBOARD.go("inventory?period=2021");
        browser.areaOnce("#emissions", "scope-2");
        String onTheScreen = browser.painted("#emissions");
        browser.run(
                """
                addEventListener('beforeprint', () => {
                    window.paper = document.querySelector('#emissions canvas').toDataURL();
                    window.theme = document.documentElement.dataset.theme;
                });
                """);

        // When
        byte[] document = browser.print();

        // Then
        assertThat(document).startsWith('%', 'P', 'D', 'F');
        assertThat(browser.run("return window.theme")).isEqualTo("light");
        assertThat(browser.run("return window.paper")).isNotEqualTo(onTheScreen);
        assertThat(browser.run("return document.documentElement.dataset.theme")).isEqualTo("dark");
        browser.areaOnce("#emissions", "scope-2");
        assertThat(browser.run(WIDTHS)).isEqualTo("0");
    }
}
