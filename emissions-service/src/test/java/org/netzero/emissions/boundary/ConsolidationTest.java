package org.netzero.emissions.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.netzero.emissions.Results;
import org.netzero.emissions.calculation.Calculated;
import org.netzero.emissions.calculation.EmissionResult;
import org.netzero.emissions.calculation.Finding;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.MarketTier;
import org.netzero.emissions.calculation.MethodRule.Accounting;
import org.netzero.emissions.organization.LegalEntity;
import org.netzero.emissions.organization.Organization.ConsolidationApproach;
import org.netzero.quantities.GwpSet;

class ConsolidationTest {

    private static final LegalEntity VENTURE =
            entity("venture", Optional.empty(), "0.6", false, true);
    private static final LegalEntity DAUGHTER =
            entity("daughter", Optional.of("venture"), "0.55", true, false);

    private static LegalEntity entity(
            String id,
            Optional<String> parent,
            String share,
            boolean financial,
            boolean operational) {
        return new LegalEntity(
                id,
                "The " + id,
                parent,
                new BigDecimal(share),
                financial,
                operational,
                Optional.empty(),
                Optional.empty());
    }

    private static Ownership ownership(Allocation... keys) {
        return new Ownership(
                List.of(VENTURE, DAUGHTER),
                Map.of("plant", "venture", "mill", "The daughter"),
                List.of(keys));
    }

    private static Inventory inventory(EmissionResult... results) {
        return new Inventory(Results.YEAR, GwpSet.AR5_100, List.of(results), List.of(), List.of());
    }

    private static Inventory three() {
        return inventory(
                Results.scope1("office", "diesel", "0.1"),
                Results.scope1("plant", "diesel", "1000.000000000001"),
                Results.scope1("mill", "diesel", "200"));
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATIONAL_CONTROL, 1000.100000000001",
        "FINANCIAL_CONTROL, 200.1",
        "EQUITY_SHARE, 666.1000000000006"
    })
    void eachResultCountsAtFullAtNothingOrAtTheShareOfEquity(
            ConsolidationApproach approach, BigDecimal kilograms) {
        assertThat(Consolidation.of(three(), approach, ownership()).inventory().scope1())
                .isEqualByComparingTo(kilograms);
    }

    @ParameterizedTest
    @EnumSource(ConsolidationApproach.class)
    void whatTheEntitiesBringInSumsToTheInventory(ConsolidationApproach approach) {
        Consolidated consolidated = Consolidation.of(three(), approach, ownership());

        assertThat(
                        consolidated.figures().values().stream()
                                .map(Consolidated.Figures::scope1)
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(consolidated.inventory().scope1());
    }

    @Test
    void theTraceShowsTheShareAsAStep() {
        EmissionResult mill =
                Consolidation.of(three(), ConsolidationApproach.EQUITY_SHARE, ownership())
                        .inventory()
                        .results()
                        .stream()
                        .filter(result -> result.siteId().equals(Optional.of("mill")))
                        .findFirst()
                        .orElseThrow();

        assertThat(mill.trace().step()).isEqualTo(Consolidation.STEP);
        assertThat(mill.trace().inputs())
                .containsEntry("share", "0.33")
                .containsEntry("figure", "200 kgCO2e");
        assertThat(mill.trace().output()).isEqualTo("66 kgCO2e");
        assertThat(mill.trace().children()).hasSize(1);
        assertThat(mill.emission().gases().getFirst().kilograms()).isEqualByComparingTo("66");
    }

    @Test
    void coverageCountsAtTheShareOfTheFigure() {
        Inventory inside =
                Consolidation.of(
                                inventory(
                                        Results.covered("mill", "200", "1000", "a"),
                                        Results.covered("office", "100", "500", "b")),
                                ConsolidationApproach.EQUITY_SHARE,
                                ownership())
                        .inventory();

        // 1,000 × 0.33 + 500; 10 × 0.33 + 10
        assertThat(inside.marketCoverageKwh().get(MarketTier.CERTIFICATE))
                .isEqualByComparingTo("830");
        assertThat(inside.marketCoverageKwh().get(MarketTier.RESIDUAL_MIX))
                .isEqualByComparingTo("13.3");
    }

    @Test
    void anAllocationSplitsTheFigureOfASite() {
        var key =
                new Allocation(
                        "office",
                        List.of(
                                new Allocation.Part("venture", new BigDecimal("0.3")),
                                new Allocation.Part("daughter", new BigDecimal("0.7"))),
                        Optional.empty(),
                        Optional.empty());
        Consolidated consolidated =
                Consolidation.of(
                        inventory(Results.scope1("office", "diesel", "100")),
                        ConsolidationApproach.OPERATIONAL_CONTROL,
                        ownership(key));

        assertThat(consolidated.inventory().scope1()).isEqualByComparingTo("30");
        assertThat(consolidated.figures())
                .hasEntrySatisfying(
                        "venture", its -> assertThat(its.scope1()).isEqualByComparingTo("30"));
        assertThat(consolidated.figures())
                .hasEntrySatisfying(
                        "daughter", its -> assertThat(its.scope1()).isEqualByComparingTo("0"));
    }

    @Test
    void anEntityCountsWhileItBelongsToTheCompany() {
        var sold =
                new LegalEntity(
                        "venture",
                        "V",
                        Optional.empty(),
                        BigDecimal.ONE,
                        true,
                        true,
                        Optional.empty(),
                        Optional.of(LocalDate.of(2021, 1, 1)));
        Consolidated consolidated =
                Consolidation.of(
                        three(),
                        ConsolidationApproach.OPERATIONAL_CONTROL,
                        new Ownership(List.of(sold), Map.of("plant", "venture"), List.of()));

        assertThat(consolidated.inventory().scope1()).isEqualByComparingTo("200.1");
    }

    @Test
    void anEntityThatComesWithinARecordIsAFinding() {
        var bought =
                new LegalEntity(
                        "venture",
                        "V",
                        Optional.empty(),
                        BigDecimal.ONE,
                        true,
                        true,
                        Optional.of(LocalDate.of(2021, 7, 1)),
                        Optional.empty());
        Consolidated consolidated =
                Consolidation.of(
                        three(),
                        ConsolidationApproach.OPERATIONAL_CONTROL,
                        new Ownership(List.of(bought), Map.of("plant", "venture"), List.of()));

        assertThat(consolidated.inventory().findings())
                .extracting(Finding::code)
                .containsExactly("ENTITY_CHANGES_WITHIN_RECORD");
    }

    @Test
    void aSiteOfAnUnknownEntityCountsAndIsAFinding() {
        Consolidated consolidated =
                Consolidation.of(
                        three(),
                        ConsolidationApproach.OPERATIONAL_CONTROL,
                        new Ownership(List.of(VENTURE), Map.of("plant", "somebody"), List.of()));

        assertThat(consolidated.inventory().scope1()).isEqualByComparingTo("1200.100000000001");
        assertThat(consolidated.inventory().findings())
                .extracting(Finding::code)
                .containsExactly("UNKNOWN_ENTITY");
    }

    @Test
    void withoutEntitiesNothingChanges() {
        assertThat(
                        Consolidation.of(
                                        three(),
                                        ConsolidationApproach.EQUITY_SHARE,
                                        Ownership.undivided())
                                .inventory())
                .isEqualTo(three());
    }

    @Test
    void sharesThatDoNotSumToOneAreRefused() {
        assertThatThrownBy(() ->
                        new Allocation(
                                "office",
                                List.of(
                                        new Allocation.Part("a", new BigDecimal("0.3")),
                                        new Allocation.Part("b", new BigDecimal("0.6"))),
                                Optional.empty(),
                                Optional.empty()))
                .hasMessageContaining("0.9");
    }

    @ParameterizedTest
    @CsvSource({"2019, 2020, false", "2020, 2021, true", "2021, 2022, true", "2022, 2023, false"})
    void aSiteMovesBetweenTheYearsInWhichItsEntityComes(int from, int to, boolean moved) {
        var bought =
                new LegalEntity(
                        "venture",
                        "V",
                        Optional.empty(),
                        BigDecimal.ONE,
                        true,
                        true,
                        Optional.of(LocalDate.of(2021, 7, 1)),
                        Optional.empty());
        var ownership = new Ownership(List.of(bought), Map.of("plant", "venture"), List.of());

        assertThat(ownership.sitesMoved(from, to).contains("plant")).isEqualTo(moved);
    }

    private static Inventory withFindings(Inventory inventory, Finding... findings) {
        return new Inventory(
                inventory.year(),
                inventory.gwpSet(),
                inventory.results(),
                List.of(),
                List.of(findings));
    }

    private static Finding open(String subject) {
        return new Finding("NO_FACTOR", Finding.Severity.OPEN, subject, "Nothing fits");
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATIONAL_CONTROL, plant, false",
        "FINANCIAL_CONTROL, plant, true",
        "EQUITY_SHARE, plant, false",
        "FINANCIAL_CONTROL, office, false",
        "FINANCIAL_CONTROL, plant+plant, true",
        "FINANCIAL_CONTROL, plant+office, false",
        "FINANCIAL_CONTROL, , false"
    })
    void whatIsFoundAboutARecordOfWhichNothingCountsIsANote(
            ConsolidationApproach approach, @Nullable String site, boolean complete) {
        Map<String, List<Consolidation.RecordPlace>> places =
                site == null
                        ? Map.of()
                        : Map.of(
                                "record-1",
                                Arrays.stream(site.split("\\+"))
                                        .map(one ->
                                                new Consolidation.RecordPlace(
                                                        one, LocalDate.of(Results.YEAR, 1, 1)))
                                        .toList());

        Inventory inventory =
                Consolidation.of(
                                withFindings(three(), open("record-1")),
                                approach,
                                ownership(),
                                List.of(),
                                places)
                        .inventory();

        assertThat(inventory.complete()).isEqualTo(complete);
        assertThat(inventory.findings()).extracting(Finding::subject).containsExactly("record-1");
        assertThat(inventory.findings().getFirst().message().contains(approach.name()))
                .isEqualTo(complete);
    }

    @Test
    void anEntityThatNeverCountsMayComeWithinARecord() {
        var bought =
                new LegalEntity(
                        "venture",
                        "V",
                        Optional.empty(),
                        BigDecimal.ONE,
                        false,
                        true,
                        Optional.of(LocalDate.of(2021, 7, 1)),
                        Optional.empty());
        var ownership = new Ownership(List.of(bought), Map.of("plant", "venture"), List.of());

        assertThat(
                        Consolidation.of(
                                        three(), ConsolidationApproach.FINANCIAL_CONTROL, ownership)
                                .inventory()
                                .complete())
                .isTrue();
        assertThat(
                        Consolidation.of(
                                        three(),
                                        ConsolidationApproach.OPERATIONAL_CONTROL,
                                        ownership)
                                .inventory()
                                .complete())
                .isFalse();
    }

    @Test
    void aFlagOfAResultOfWhichNothingCountsIsNotCounted() {
        EmissionResult plant = flagged(Results.scope1("plant", "diesel", "100"));
        Inventory inventory =
                new Inventory(
                        Results.YEAR,
                        GwpSet.AR5_100,
                        List.of(plant),
                        List.of(
                                new Inventory.Apart(
                                        Accounting.EXPORTED_AVOIDED,
                                        flagged(Results.scope1("plant", "coal", "1")))),
                        List.of());

        assertThat(
                        Consolidation.of(
                                        inventory,
                                        ConsolidationApproach.FINANCIAL_CONTROL,
                                        ownership())
                                .resultsFlagged(Calculated.CARRIED_FORWARD))
                .isZero();
        assertThat(
                        Consolidation.of(inventory, ConsolidationApproach.EQUITY_SHARE, ownership())
                                .resultsFlagged(Calculated.CARRIED_FORWARD))
                .isEqualTo(2);
    }

    private static EmissionResult flagged(EmissionResult result) {
        return new EmissionResult(
                result.id(),
                result.scope(),
                result.method(),
                result.category(),
                result.siteId(),
                result.activity(),
                result.record(),
                result.period(),
                result.emission(),
                result.factor(),
                result.provenance(),
                result.quality(),
                List.of(Calculated.CARRIED_FORWARD),
                result.trace());
    }
}
