package org.netzero.datacenter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingRuleTest {

    private static final Sender ANYBODY = new Sender("telegraf", Set.of());
    private static final SeriesName SERIES =
            new SeriesName(
                    "energy",
                    List.of(
                            new SeriesName.Label("dc", "dc1"),
                            new SeriesName.Label("meter", "m7"),
                            new SeriesName.Label("unit", "MWh")),
                    Optional.of("total"));

    private static MappingRule rule(Map<String, String> tags, String template) {
        return new MappingRule(
                "r",
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(tags),
                PointTemplate.of(template).orElseThrow(),
                Optional.empty(),
                false);
    }

    @ParameterizedTest
    @CsvSource({
        "{dc}-{meter}-{field}, dc1-m7-total",
        "{measurement}.{meter}, energy.m7",
        "fixed, fixed",
        "{meter}{meter}, m7m7",
        "x{dc}, xdc1",
    })
    void aTemplateNamesThePoint(String template, String id) {
        assertThat(rule(Map.of(), template).nameOf(SERIES, ANYBODY).map(PointName::pointId))
                .contains(id);
    }

    @Test
    void aSeriesWithoutATagOfTheTemplateIsNotMeant() {
        assertThat(rule(Map.of(), "{rack}-{meter}").nameOf(SERIES, ANYBODY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{dc", "dc}", "{}", "{a{b}}", "}{"})
    void bracesThatDoNotPairAreNoTemplate(String template) {
        assertThat(PointTemplate.of(template)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dc1, true",
        "dc*, true",
        "*, true",
        "dc, false",
        "dc10, false",
        "DC1, false",
        "d*1, false"
    })
    void aTagMatchesAsItIsOrByItsBeginning(String pattern, boolean meant) {
        assertThat(rule(Map.of("dc", pattern), "p").nameOf(SERIES, ANYBODY).isPresent())
                .isEqualTo(meant);
    }

    @Test
    void aTagThatIsNotThereMatchesNothing() {
        assertThat(rule(Map.of("rack", "*"), "p").nameOf(SERIES, ANYBODY)).isEmpty();
    }

    @Test
    void theUnitOfARuleStandsInPlaceOfTheStatedOne() {
        assertThat(rule(Map.of(), "p").nameOf(SERIES, ANYBODY).orElseThrow().unit())
                .contains("MWh");
        var inKwh =
                new MappingRule(
                        "r",
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new TreeMap<>(),
                        PointTemplate.of("p").orElseThrow(),
                        Optional.of("kWh"),
                        false);

        assertThat(inKwh.nameOf(SERIES, ANYBODY).orElseThrow().unit()).contains("kWh");
    }

    @Test
    void aRuleOfAClientOrOfAFacilityIsForNoOther() {
        var rule =
                new MappingRule(
                        "r",
                        1,
                        Optional.of("telegraf"),
                        Optional.of("dc1"),
                        Optional.of("ener*"),
                        Optional.of("total"),
                        new TreeMap<>(),
                        PointTemplate.of("p").orElseThrow(),
                        Optional.empty(),
                        false);

        assertThat(rule.nameOf(SERIES, ANYBODY)).isPresent();
        assertThat(rule.nameOf(SERIES, new Sender("telegraf", Set.of("dc1")))).isPresent();
        assertThat(rule.nameOf(SERIES, new Sender("telegraf", Set.of("dc2")))).isEmpty();
        assertThat(rule.nameOf(SERIES, new Sender("other", Set.of()))).isEmpty();
    }

    @Test
    void theUnitIsNoPartOfTheNameOfASeries() {
        assertThat(SERIES.pointIds()).containsExactly("energy/dc1/m7/total");
    }

    @Test
    void aUnitIsAPartOfTheLastName() {
        assertThat(PointName.usual(SERIES))
                .extracting(PointName::pointId)
                .containsExactly("energy/dc1/m7/total", "energy/dc1/m7/MWh/total");
        assertThat(PointName.usual(SERIES))
                .extracting(PointName::unit)
                .containsOnly(Optional.of("MWh"));
    }

    /// Nor is it taken for one where the name has it.
    @Test
    void whatIsNoUnitIsAPartOfTheFirstName() {
        var device =
                new SeriesName(
                        "energy",
                        List.of(new SeriesName.Label("unit", "UPS-1")),
                        Optional.of("total"));

        assertThat(PointName.usual(device))
                .extracting(PointName::pointId)
                .containsExactly("energy/UPS-1/total", "energy/total");
        assertThat(PointName.usual(device))
                .extracting(PointName::unit)
                .containsExactly(Optional.empty(), Optional.of("UPS-1"));
    }
}
