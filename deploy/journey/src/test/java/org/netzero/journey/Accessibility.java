package org.netzero.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.openqa.selenium.JavascriptExecutor;

/// What axe-core finds on a page by the rules of WCAG 2.2, levels A and AA, and good practice.
final class Accessibility {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final String RULES = rules();
    private static final String RUN =
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {
                resultTypes: ['violations'],
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            }).then(found => done(JSON.stringify(found.violations)), failure => done(JSON.stringify([{id: String(failure), impact: 'critical', nodes: []}])));
            """;

    private Accessibility() {}

    /// The serious and critical violations, each with the elements that break the rule.
    static List<String> violations(JavascriptExecutor page) {
        if (Boolean.FALSE.equals(page.executeScript("return typeof axe === 'object'"))) {
            page.executeScript(RULES);
        }
        List<String> grave = new ArrayList<>();
        for (JsonNode violation : read(String.valueOf(page.executeAsyncScript(RUN)))) {
            if (GRAVE.contains(violation.path("impact").asText())) {
                for (JsonNode element : violation.path("nodes")) {
                    grave.add(
                            "%s: %s (%s)"
                                    .formatted(
                                            violation.path("id").asText(),
                                            element.path("html").asText(),
                                            element.path("failureSummary").asText()));
                }
            }
        }
        return grave;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String rules() {
        try (InputStream file = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
