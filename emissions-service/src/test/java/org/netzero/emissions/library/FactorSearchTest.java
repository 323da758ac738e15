package org.netzero.emissions.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netzero.emissions.factor.EmissionFactor;

class FactorSearchTest {

    private static final FactorSearch SEARCH = new FactorSearch(TestLibrary.SHIPPED);

    @ParameterizedTest
    @CsvSource({
        "天然气, natural-gas",
        "natural gas, natural-gas",
        "Methane gas, natural-gas",
        "NATURAL_GAS, natural-gas",
        "natrual gas, natural-gas",
        "电力, electricity",
        "grid electricity, electricity",
        "elektricity, electricity",
        "柴油, diesel",
        "deisel, diesel",
        "汽油, gasoline",
        "R404A, r-404a",
        "hfc-134a, r-134a",
        "酒店, hotel-stay",
        "蒸汽, district-heat"
    })
    void theBestMatchIsWhatIsMeant(String query, String activity) {
        assertThat(SEARCH.find(query).getFirst().activity()).isEqualTo(activity);
    }

    @Test
    void gasOilFindsDieselToo() {
        assertThat(SEARCH.find("gas oil"))
                .extracting(EmissionFactor::activity)
                .contains("gas-oil", "diesel");
    }

    @Test
    void everyWordMustBeFound() {
        assertThat(SEARCH.find("flights long-haul business"))
                .isNotEmpty()
                .allSatisfy(factor ->
                        assertThat(factor.activity()).contains("long-haul").contains("business"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"moonshine zzz", "???", "xqxqxqxq"})
    void whatNothingIsCalledFindsNothing(String query) {
        assertThat(SEARCH.find(query)).isEmpty();
    }

    @Test
    void anActivityFindsItselfAndNotItsVariants() {
        assertThat(SEARCH.ofActivity("Diesel"))
                .isNotEmpty()
                .allSatisfy(factor -> assertThat(factor.activity()).isEqualTo("diesel"));
    }
}
