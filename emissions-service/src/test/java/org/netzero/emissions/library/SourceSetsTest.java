package org.netzero.emissions.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorLibrary;
import org.netzero.emissions.factor.GasIntensity;
import org.netzero.emissions.factor.Potentials;
import org.netzero.emissions.factor.PriceBasis;
import org.netzero.emissions.factor.Purpose;
import org.netzero.emissions.quality.HalfWidth;
import org.netzero.quantities.Dimension;
import org.netzero.quantities.GwpSet;

class SourceSetsTest {

    private static final FactorLibrary LIBRARY = TestLibrary.SHIPPED;

    private static FactorSet set(String version) {
        return TestLibrary.SOURCES.stream()
                .filter(set -> set.version().equals(version))
                .findFirst()
                .orElseThrow();
    }

    private static EmissionFactor factor(String id) {
        return LIBRARY.find(id).orElseThrow();
    }

    /// Rows as the files have them, factors as they were counted when the rules were written.
    @ParameterizedTest
    @CsvSource({
        "refrigerants.1, 1003, 327",
        "grid-china.1, 144, 24",
        "fuels-china.1, 102, 11",
        "ipcc-2006.1, 731, 214",
        "ipcc-ar5-electricity.1, 18, 18",
        "epa-hub-2025.1, 1065, 425",
        "desnz-2021.1, 6731, 2421",
        "desnz-2024.1, 7029, 2351",
        "desnz-2025.1, 7029, 2351",
        "desnz-properties.1, 336, 0",
        "useeio-1.3.1, 3048, 3048",
        "grid-world-ember.1, 6332, 6332",
        "grid-other.1, 46, 45",
        "cloud-regions.1, 205, 205",
        "it-coefficients.1, 1604, 1493",
        "curated-core.1, 5787, 1228"
    })
    void everyRowOfASourceIsCountedOnce(String version, int rows, int factors) {
        LoadReport report = set(version).report();

        assertThat(report.rows()).isEqualTo(rows);
        assertThat(report.fates().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(rows);
        assertThat(set(version).factors()).hasSize(factors);
    }

    @Test
    void rowsThatRestOnMemoryAreRefusedAndReported() {
        LoadReport report = set("refrigerants.1").report();

        assertThat(report.count(RowFate.REFUSED_MEMORY)).isEqualTo(21);
        assertThat(report.refusals()).isEqualTo(21);
        assertThat(report.refused())
                .extracting(LoadReport.Refusal::id)
                .contains("gwp.blend.r-407f.ar4");
        assertThat(LIBRARY.factors())
                .noneMatch(
                        f -> f.source().confidence().toLowerCase(Locale.ROOT).contains("memory"));
    }

    @ParameterizedTest
    @CsvSource({
        "LCA of memory modules, secondary, false",
        "IPCC 2006, computed(composition from memory), true",
        "IPCC 2006, Memory, true"
    })
    void onlyTheConfidenceSaysThatARowRestsOnMemory(
            String source, String confidence, boolean rests) {
        SourceRow row =
                new SourceRow(
                        "id",
                        "a",
                        "c",
                        "CN",
                        "2021",
                        "2021-01-01",
                        Optional.empty(),
                        "1",
                        "kg/kg",
                        "CO2",
                        "",
                        "IPCC",
                        source,
                        "2021",
                        "facts",
                        confidence,
                        "");

        assertThat(row.restsOnMemory()).isEqualTo(rests);
    }

    @Test
    void nothingElseIsRefusedButARowOfAnUnknownGas() {
        Set<String> refused =
                TestLibrary.SOURCES.stream()
                        .flatMap(set -> set.report().refused().stream())
                        .filter(refusal -> refusal.fate() != RowFate.REFUSED_MEMORY)
                        .map(LoadReport.Refusal::id)
                        .collect(Collectors.toSet());

        assertThat(refused)
                .containsExactly(
                        "uk.desnz.2021.secr-kwh-uk-electricity-for-evs.vans.class-iii-1.74-to-3.5-tonnes.battery-electric-vehicle.km.`");
    }

    @Test
    void idsAreUniqueAndRegionsAreCodesTheSearchUnderstands() {
        assertThat(LIBRARY.factors()).hasSizeGreaterThan(20_000);
        assertThat(LIBRARY.factors().stream().map(EmissionFactor::id).distinct().count())
                .isEqualTo(LIBRARY.factors().size());
        assertThat(LIBRARY.factors().stream().map(EmissionFactor::region).distinct())
                .allSatisfy(region ->
                        assertThat(LIBRARY.regions().path(region).getFirst()).isEqualTo(region));
    }

    @Test
    void theGasesOfTheUnitedKingdomAreOnTheSetOfTheirYear() {
        List<GasIntensity> gases =
                factor("uk.desnz.2025.fuels.gaseous-fuels.butane.tonnes.co2e").gases();

        assertThat(gases).extracting(GasIntensity::gas).containsExactly("CH4", "CO2", "N2O");
        assertThat(gases.get(1).intensity().unit().dimension()).isEqualTo(Dimension.MASS);
        assertThat(gases.get(0).gwpSet()).contains(GwpSet.AR5_100);
        assertThat(factor("uk.desnz.2021.fuels.gaseous-fuels.butane.tonnes.co2e").gases())
                .filteredOn(gas -> !gas.gas().equals("CO2"))
                .hasSize(2)
                .allSatisfy(gas -> assertThat(gas.gwpSet()).contains(GwpSet.AR4_100));
    }

    @Test
    void theLifeCycleSeriesOfTheWorldNamesItsCountryAndNoSet() {
        EmissionFactor austria =
                LIBRARY.factorsOf("electricity").stream()
                        .filter(f -> f.region().equals("AT") && f.purpose() == Purpose.LIFE_CYCLE)
                        .findFirst()
                        .orElseThrow();

        assertThat(austria.source().licence()).isEqualTo("CC BY 4.0");
        assertThat(austria.gases().getFirst().gwpSet()).isEmpty();
        assertThat(austria.source().published()).isEqualTo(SourceRow.READ);
    }

    @Test
    void aFactorPerMoneyNamesItsPrices() {
        assertThat(factor("us.epa.sc13.111110.with-margins").priceBasis())
                .contains(new PriceBasis("USD", 2022, PriceBasis.Kind.PURCHASER));
        assertThat(factor("us.epa.sc13.111110.with-margins").gases().getFirst().gwpSet())
                .as("the source's own files do not name it")
                .isEmpty();
    }

    @Test
    void biogenicCo2StandsBesideTheScopes() {
        assertThat(LIBRARY.factorsOf("wood"))
                .filteredOn(factor -> factor.purpose() == Purpose.COMBUSTION)
                .isNotEmpty()
                .allSatisfy(factor ->
                        assertThat(factor.gases()).noneMatch(gas -> gas.gas().equals("CO2")));
        assertThat(LIBRARY.factors())
                .filteredOn(factor -> factor.purpose() == Purpose.OUTSIDE_OF_SCOPES)
                .isNotEmpty()
                .allSatisfy(factor ->
                        assertThat(factor.gases().getFirst().gas())
                                .isEqualTo(Potentials.BIOGENIC_CO2));
    }

    /// 2006 IPCC Guidelines, volume 2, table 2.4, natural gas: CO2 56,100 (54,300 to 58,300), CH4 5
    /// (1.5 to 15), N2O 0.1 (0.03 to 0.3) kg/TJ; √(2200² + (10 × 28)² + (0.2 × 265)²) / 56,266.5.
    @Test
    void aRangeOfTheSourceIsTheFactorsWidth() {
        assertThat(factor("ipcc2006.stat-commercial.natural-gas.co2").uncertainty())
                .contains(HalfWidth.parse("3.9426 %"));
    }

    @Test
    void aRangeThatTheValueIsNotInIsNone() {
        assertThat(factor("ipcc2006.stat-commercial.coal-tar.co2").uncertainty()).isEmpty();
    }

    @Test
    void factorsOfSourcesWithoutRangesHaveNone() {
        assertThat(LIBRARY.factors())
                .filteredOn(factor -> factor.uncertainty().isPresent())
                .hasSize(212)
                .allMatch(factor -> factor.version().equals("ipcc-2006.1"));
    }
}
