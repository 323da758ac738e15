package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.netzero.gateway.roadmap.PublishedSources;
import org.netzero.gateway.roadmap.check.Equations;

/// Each source is of an equation that there is, by the name or formula that answers show.
class PublishedFormulasTest {

    private static final List<String> QUESTIONS_WITH_LISTS =
            List.of("decomposition", "sectoral-path", "temperature-scores", "carbon-budget");

    @Test
    void everySourceIsOfAnEquation() {
        Set<String> equations = new HashSet<>(QUESTIONS_WITH_LISTS);
        Arrays.stream(Equations.values()).map(Equations::name).forEach(equations::add);
        Formula.ALL.stream().map(Formula::text).forEach(equations::add);
        assertThat(equations).containsAll(PublishedSources.known());
        assertThat(PublishedSources.known())
                .hasSizeGreaterThan(QUESTIONS_WITH_LISTS.size())
                .allSatisfy(equation ->
                        assertThat(PublishedSources.of(equation).orElseThrow()).isNotBlank());
    }

    @Test
    void formulasThatWerePublishedNameTheirSource() {
        assertThat(sourceOf(Formula.WEDGES)).contains("Shapley").contains("1953");
        assertThat(sourceOf(Formula.MARKET)).contains("market-based", "Scope 2 Guidance (2015)");
        assertThat(sourceOf(Formula.LOCATION)).contains("location-based");
        assertThat(sourceOf(Formula.GROWTH)).contains("damped trend");
    }

    @Test
    void aFormulaOfTheEnginesOwnHasNone() {
        assertThat(PublishedSources.of(Formula.CUT.text())).isEmpty();
        assertThat(PublishedSources.of(Formula.CREDITS_NEEDED.text())).isEmpty();
    }

    private static String sourceOf(Formula formula) {
        return PublishedSources.of(formula.text()).orElseThrow();
    }
}
