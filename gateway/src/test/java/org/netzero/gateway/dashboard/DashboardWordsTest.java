package org.netzero.gateway.dashboard;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.netzero.gateway.roadmap.engine.LeastCostScenario;
import org.netzero.gateway.roadmap.engine.Lever;
import org.netzero.gateway.roadmap.engine.RoadmapRefusal;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.engine.ShippedScenarios;

/// The dashboard has plain words for whatever code the API may send, in English and in Chinese.
class DashboardWordsTest {

    private static final Path LANGUAGE = Path.of("src/main/resources/web/app/language");
    private static final Path REFERENCE = Path.of("../docs/reference");
    private static final Path SOURCES = Path.of("src/main/java/org/netzero/gateway");

    /// The code with which something is refused, after the field that it is about.
    private static final Pattern REFUSED =
            Pattern.compile(
                    "\\b(?:InvalidInput|Violation|PlanRefused|RefusedRow|refuse)\\("
                            + "[^;]*?\"([A-Z][A-Z0-9_]{3,})\"");

    private static final Pattern ENTRY =
            Pattern.compile("^ {4}(?:'([^']+)'|\"([^\"]+)\"|([\\w-]+)): ['\"]", Pattern.MULTILINE);
    private static final Pattern ENUM =
            Pattern.compile("^ {4}(\\w+):\\n {6}enum:\\n((?: {6,8}- .+\\n)+)", Pattern.MULTILINE);
    private static final Pattern VALUE = Pattern.compile("- \"?(\\w+)\"?");
    private static final Pattern ROW =
            Pattern.compile("^\\| (`[^|]+) \\| ([^|]*) \\|", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`([A-Z][A-Z0-9_]+)`");

    /// Written by their symbols.
    private static final Set<String> UNITS = Set.of("Unit", "Unit1");

    /// The same in both languages.
    private static final Set<String> THE_SAME =
            Set.of("PUE", "WUE", "CUE", "REF", "ERF", "ERE", "CAGR", "RE100");

    /// Parts of codes that are no words; in lower case they would read as some.
    private static final Set<String> SHORT_FORMS =
            Set.of(
                    "AC", "AR4", "AR5", "AR6", "CAGR", "CHP", "CO2", "CO2E", "CUE", "DC", "ERE",
                    "ERF", "GEC", "GHGP", "GWP", "KW", "LPG", "MW", "PPA", "PUE", "PV", "RE100",
                    "UPS", "WUE");

    @Test
    void everyCodeOfTheApiHasChineseWords() throws IOException {
        Set<String> known = keys("chinese.ts");
        // the grounds of a claim, with their figures
        known.addAll(keys("../parts/claim.ts"));
        assertThat(vocabularies()).hasSizeGreaterThan(80);
        assertThat(vocabularies())
                .allSatisfy((name, codes) ->
                        assertThat(codes)
                                .as(name)
                                .allMatch(code -> known.contains(code) || THE_SAME.contains(code)));
    }

    @Test
    void whatIsNoWordInEnglishHasWordsOfItsOwn() throws IOException {
        Set<String> known = keys("english.ts");
        List<String> unsaid =
                vocabularies().values().stream()
                        .flatMap(Set::stream)
                        .filter(code ->
                                Arrays.stream(code.split("_")).anyMatch(SHORT_FORMS::contains))
                        .filter(code -> !known.contains(code))
                        .distinct()
                        .toList();
        assertThat(unsaid).isEmpty();
    }

    @Test
    void whatHasWordsInEnglishHasThemInChinese() throws IOException {
        Set<String> lacking = keys("english.ts");
        lacking.removeAll(keys("chinese.ts"));
        lacking.removeAll(THE_SAME);
        assertThat(lacking).isEmpty();
    }

    @Test
    void everyRefusalIsSaidInChinese() throws IOException {
        Set<String> known = keys("refusals.ts");
        assertThat(codesOfProblems()).hasSizeGreaterThan(200).isSubsetOf(known);
    }

    /// So they are among those that have to be said in Chinese.
    @Test
    void everyRuleOfTheRoadmapIsOnThePageOfProblems() {
        Set<String> broken =
                Arrays.stream(RoadmapRefusal.class.getPermittedSubclasses())
                        .map(DashboardWordsTest::codeOf)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(broken).hasSizeGreaterThan(10).isSubsetOf(codesOfProblems());
    }

    @Test
    void everyRefusalThatTheGatewayWritesIsOnThePageOfProblems() throws IOException {
        Set<String> written = new TreeSet<>();
        for (String part : List.of("access", "roadmap")) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(part))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .flatMap(file -> REFUSED.matcher(read(file)).results())
                        .map(found -> found.group(1))
                        .forEach(written::add);
            }
        }
        assertThat(written).hasSizeGreaterThan(40).isSubsetOf(codesOfProblems());
    }

    @Test
    void everyFindingIsExplainedInChinese() throws IOException {
        Set<String> codes = vocabulary("energy", "FindingCode");
        codes.addAll(vocabulary("datacenter", "FindingCode"));
        codes.addAll(codesBelow("### Findings of an inventory", "### Flags of a result"));
        assertThat(codes).hasSizeGreaterThan(80).isSubsetOf(keys("findings.ts"));
        assertThat(codes).isSubsetOf(keys("chinese.ts"));
    }

    @Test
    void whatIsShippedHasChineseNames() throws IOException {
        Set<String> named = keys("chineseNames.ts");
        List<Scenario> shipped =
                List.of(
                        ShippedScenarios.asReported(),
                        ShippedScenarios.currentPace(),
                        ShippedScenarios.committed(),
                        LeastCostScenario.of(ShippedScenarios.committed()));
        assertThat(shipped).extracting(Scenario::name).allMatch(named::contains);
        assertThat(shipped.stream().flatMap(scenario -> scenario.levers().stream()))
                .extracting(Lever::name)
                .allMatch(named::contains);
    }

    /// As the gateway makes the code of a rule from its name.
    private static String codeOf(Class<?> refusal) {
        return refusal.getSimpleName()
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
    }

    private static Set<String> keys(String file) throws IOException {
        return ENTRY.matcher(Files.readString(LANGUAGE.resolve(file)))
                .results()
                .map(found ->
                        Stream.of(found.group(1), found.group(2), found.group(3))
                                .filter(key -> key != null)
                                .findFirst()
                                .orElseThrow())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// The codes of each vocabulary of each service, by its name.
    private static Map<String, Set<String>> vocabularies() throws IOException {
        try (Stream<Path> files = Files.list(REFERENCE.resolve("openapi"))) {
            return files.sorted()
                    .flatMap(file ->
                            enums(file).entrySet().stream()
                                    .map(each ->
                                            Map.entry(
                                                    file.getFileName() + " " + each.getKey(),
                                                    each.getValue())))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    private static Set<String> vocabulary(String service, String name) {
        return requireNonNull(
                enums(REFERENCE.resolve("openapi/" + service + ".yaml")).get(name), name);
    }

    private static Map<String, Set<String>> enums(Path file) {
        return ENUM.matcher(read(file))
                .results()
                .filter(found -> !UNITS.contains(found.group(1)))
                .collect(
                        Collectors.toMap(
                                found -> found.group(1),
                                found ->
                                        VALUE.matcher(found.group(2))
                                                .results()
                                                .map(value -> value.group(1))
                                                .collect(Collectors.toCollection(TreeSet::new))));
    }

    /// Of refusals and of what is wrong with a field, which the page of problems lists.
    private static Set<String> codesOfProblems() {
        return codesBelow("## Everywhere", "### Findings of an inventory");
    }

    private static Set<String> codesBelow(String heading, String until) {
        String page = read(REFERENCE.resolve("problems.md"));
        String part = page.substring(page.indexOf(heading), page.indexOf(until));
        return ROW.matcher(part)
                .results()
                .flatMap(row -> CODE.matcher(row.group(1)).results())
                .map(code -> code.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
