package org.netzero.emissions.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The page of methods says what the code does. `-Dnetzero.refresh=true` writes its list anew.
class MethodsPageTest {

    private static final Path PAGE = Path.of("../docs/reference/methods.md");
    private static final String LIST = "The list is generated from the code.\n\n";

    @Test
    void thePageListsEveryMethodAsItIs() throws IOException {
        String page = Files.readString(PAGE);
        String written = page.substring(0, page.indexOf(LIST) + LIST.length()) + list();
        if (Boolean.getBoolean("netzero.refresh")) {
            Files.writeString(PAGE, written);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(written);
    }

    private static String list() {
        return "| method | serves | quantity | inputs | formula | from |\n| --- | --- | --- | --- | --- | --- |\n"
                + Arrays.stream(CalculationMethod.values())
                        .map(MethodsPageTest::row)
                        .collect(Collectors.joining());
    }

    private static String row(CalculationMethod method) {
        MethodRule rule = method.rule();
        return "| `%s` | %s | %s | %s | %s | %s |\n"
                .formatted(
                        method,
                        serves(rule),
                        rule.quantity(),
                        rule.inputs().stream()
                                .filter(input -> input.use() != MethodInput.Use.FACTOR)
                                .map(MethodsPageTest::input)
                                .collect(Collectors.joining(", ")),
                        rule.formula(),
                        rule.clause());
    }

    private static String serves(MethodRule rule) {
        return switch (rule.accounting()) {
            case EXPORTED_AVOIDED -> "avoided";
            case REPORTED_SEPARATELY -> "beside scope 3";
            case INSIDE_INVENTORY ->
                    rule.scopes().stream()
                            .map(scope ->
                                    scope == Scope.SCOPE_3 && !rule.categories().isEmpty()
                                            ? categories(rule)
                                            : "scope " + scope.name().charAt(6))
                            .collect(Collectors.joining(", "));
        };
    }

    private static String categories(MethodRule rule) {
        return rule.categories().stream()
                .map(category -> category.name().substring(0, category.name().indexOf('_')))
                .collect(Collectors.joining(" "));
    }

    private static String input(MethodInput input) {
        return "`%s`%s %s".formatted(input.name(), input.required() ? "" : "?", input.measure());
    }
}
