package org.netzero.emissions.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page of problems names every code of the service. Codes are text in the sources: whatever is
/// written in capitals there is one, unless it is listed here as something else.
class ProblemsPageTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path PAGE = Path.of("../docs/reference/problems.md");
    private static final Pattern CAPITALS = Pattern.compile("\"([A-Z][A-Z0-9_]{5,})\"");
    private static final Pattern CODE = Pattern.compile("`([A-Z][A-Z0-9_]{5,})`");

    private static final Set<String> NO_CODES =
            Set.of(
                    "ACTIVITY",
                    "GHGP_SCOPE2",
                    "GLOBAL",
                    "PUBLISHED",
                    "REFUSED",
                    "SCOPE_",
                    "SCOPE_1",
                    "SCOPE_2",
                    "SCOPE_3",
                    "STATED",
                    "UNSTATED");

    /// Words of the vocabulary that the page mentions.
    private static final Set<String> VOCABULARY =
            Set.of(
                    "LOCATION_BASED",
                    "LOCKED",
                    "MARKET_BASED",
                    "RESTATED",
                    "UNSPECIFIED",
                    "UPSTREAM",
                    "VALIDATED");

    private static SortedSet<String> codes() throws IOException {
        var codes = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> codes.addAll(found(CAPITALS, read(file))));
        }
        codes.removeAll(NO_CODES);
        Arrays.stream(EmissionsProblem.values()).map(Enum::name).forEach(codes::add);
        return codes;
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyCodeOfTheServiceIsOnThePage() throws IOException {
        assertThat(codes()).contains("NO_FACTOR", "TRANSITION_REFUSED", "VARIANCE");
        SortedSet<String> missing = codes();
        missing.removeAll(Set.copyOf(found(CODE, read(PAGE))));
        assertThat(missing).isEmpty();
    }

    @Test
    void whatThePageSaysOfTheServiceIsACode() throws IOException {
        String page = read(PAGE);
        var own = new TreeSet<>(found(CODE, page.substring(page.indexOf("## The emissions"))));
        own.removeAll(VOCABULARY);
        own.removeAll(codes());
        assertThat(own).isEmpty();
    }
}
