package org.netzero.local.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A generated document that is committed, so that a change of it is seen where changes are read.
///
/// @param file where it is committed
/// @param refreshing whether the document is written anew instead of compared
public record CommittedDocument(Path file, boolean refreshing) {

    private static final Path DESCRIPTIONS = Path.of("..", "docs", "reference", "openapi");
    private static final String REFRESH = "netzero.refresh";
    private static final String NOTHING = "nothing";

    private static final ObjectMapper JSON = new JsonMapper();
    private static final ObjectMapper YAML =
            YAMLMapper.builder()
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                    .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                    .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                    .build();

    /// A service's OpenAPI document, for tests that run in the service's folder. The system
    /// property `netzero.refresh` writes it anew.
    public static CommittedDocument openApiOf(String service) {
        return new CommittedDocument(
                DESCRIPTIONS.resolve(service + ".yaml"), Boolean.getBoolean(REFRESH));
    }

    /// Refuses a generated document that is not the committed one: names the first line that
    /// differs and the command that writes the document anew.
    ///
    /// @param json the document; it is committed as YAML, its names in alphabetical order, so that
    ///   the order in which classes happen to be read makes no difference
    public void mustBe(String json) {
        String generated = yaml(json);
        if (refreshing) {
            write(generated);
            return;
        }
        String committed = committed().orElse("");
        if (!committed.equals(generated)) {
            throw new AssertionError(
                    """
                    %s is not what the service says of itself. %s
                    If the change is meant, write all of them anew and commit them:
                      ./mvnw test -Dtest=CommittedDescriptionTest -Dsurefire.failIfNoSpecifiedTests=false -D%s=true\
                    """
                            .formatted(
                                    file.normalize().toString(),
                                    firstDifference(committed, generated),
                                    REFRESH));
        }
    }

    private static String yaml(String json) {
        try {
            return YAML.writeValueAsString(JSON.readValue(json, Object.class));
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException("Not a JSON document: " + json, noJson);
        }
    }

    private static String firstDifference(String committed, String generated) {
        List<String> left = committed.lines().toList();
        List<String> right = generated.lines().toList();
        int line = 0;
        while (line < left.size()
                && line < right.size()
                && left.get(line).equals(right.get(line))) {
            line++;
        }
        return "First at line %d: committed is '%s', generated is '%s'."
                .formatted(line + 1, lineOf(left, line), lineOf(right, line));
    }

    private static String lineOf(List<String> lines, int line) {
        return line < lines.size() ? lines.get(line) : NOTHING;
    }

    private Optional<String> committed() {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void write(String generated) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, generated);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
