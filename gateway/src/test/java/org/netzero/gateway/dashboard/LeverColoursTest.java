package org.netzero.gateway.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The colours of levers, by the contrast that WCAG 2.2 defines and asks of graphics (1.4.11).
class LeverColoursTest {

    private static final Path STYLE = Path.of("src/main/resources/web/app/style.css");
    private static final int LEVERS = 10;
    private static final double LEAST_CONTRAST = 3;

    @ParameterizedTest
    @ValueSource(strings = {":root", "[data-theme='dark']"})
    void eachStandsOutFromItsNeighboursAndFromTheSurface(String theme) throws IOException {
        // Given
        String colours = block(theme);
        String surface = colour(colours, "surface");
        List<String> levers =
                IntStream.rangeClosed(1, LEVERS)
                        .mapToObj(i -> colour(colours, "wedge-" + i))
                        .toList();

        // Then
        assertThat(levers)
                .doesNotHaveDuplicates()
                .allSatisfy(lever ->
                        assertThat(contrast(lever, surface))
                                .as("%s on %s", lever, surface)
                                .isGreaterThanOrEqualTo(LEAST_CONTRAST));
        for (int i = 1; i < LEVERS; i++) {
            assertThat(contrast(levers.get(i - 1), levers.get(i)))
                    .as("%s beside %s", levers.get(i - 1), levers.get(i))
                    .isGreaterThanOrEqualTo(LEAST_CONTRAST);
        }
    }

    private static String block(String selector) throws IOException {
        String style = Files.readString(STYLE);
        int start = style.indexOf(selector + " {");
        return style.substring(start, style.indexOf('}', start));
    }

    private static String colour(String block, String name) {
        Matcher found = Pattern.compile("--%s: #([0-9a-f]{6});".formatted(name)).matcher(block);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 0)
                + 0.7152 * channel(colour, 2)
                + 0.0722 * channel(colour, 4);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
