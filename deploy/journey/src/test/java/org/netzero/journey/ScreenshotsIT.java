package org.netzero.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Takes the pictures of the documentation: every page in both languages and both colours, into the
/// folder that the system property `netzero.screenshots` names.
@EnabledIfSystemProperty(named = "netzero.screenshots", matches = ".+")
class ScreenshotsIT {

    private static final int HIGHEST = 2000;
    private static final int MOST_BYTES = 250_000;

    @RegisterExtension static final Dashboard DASHBOARD = Dashboard.published();

    static Stream<Arguments> pictures() {
        return Dashboard.PAGES.stream()
                .flatMap(page ->
                        Stream.of("en", "zh")
                                .flatMap(language ->
                                        Stream.of("light", "dark")
                                                .map(theme ->
                                                        Arguments.of(page, language, theme))));
    }

    /// Data centres are measured now, all else is of the published report.
    private static int periodOf(String page) {
        return page.equals("datacenters") ? Year.now(ZoneOffset.UTC).getValue() : 2021;
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void aPageIsPictured(String page, String language, String theme) throws IOException {
        Browser browser = DASHBOARD.browser();
        DASHBOARD.signIn();
        browser.choose("#language", language);
        browser.choose("#theme", theme);
        DASHBOARD.go("%s?period=%d".formatted(page, periodOf(page)));
        browser.run("document.activeElement.blur()");
        Path file =
                Path.of(System.getProperty("netzero.root"))
                        .resolve(System.getProperty("netzero.screenshots"))
                        .resolve("%s-%s-%s.png".formatted(page, language, theme));

        Picture.save(browser.picture(HIGHEST), file);

        assertThat(Files.size(file)).isLessThan(MOST_BYTES);
    }
}
