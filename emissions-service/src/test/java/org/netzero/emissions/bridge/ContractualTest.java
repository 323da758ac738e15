package org.netzero.emissions.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.netzero.emissions.calculation.CalculationTrace;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.factor.Potentials;
import org.netzero.emissions.inventory.InventoryContent;
import org.netzero.emissions.inventory.InventoryStatus;
import org.netzero.emissions.inventory.ResultContent;
import org.netzero.emissions.inventory.ResultView;
import org.netzero.emissions.organization.Organization.ConsolidationApproach;
import org.netzero.quantities.GwpSet;

/// Figures are made up so that each cause can be read off.
class ContractualTest {

    /// Purchased electricity of which a part is covered at a rate and the rest takes the mix.
    private static ResultContent bought(String kwh, String covered, String rate, String mix) {
        BigDecimal rest = new BigDecimal(kwh).subtract(new BigDecimal(covered));
        BigDecimal kilograms =
                new BigDecimal(covered)
                        .multiply(new BigDecimal(rate))
                        .add(rest.multiply(new BigDecimal(mix)));
        var children = new ArrayList<CalculationTrace>();
        if (rest.signum() > 0) {
            children.add(emission(rest, mix));
        }
        return content(
                "PURCHASED",
                kilograms,
                rest.signum() > 0 ? "mix-" + mix : null,
                new CalculationTrace(
                        "scope 2, market-based",
                        Map.of("purchased", kwh + " kWh", "rest", rest + " kWh"),
                        "",
                        kilograms + " kgCO2e",
                        children));
    }

    private static ResultContent sold(String kwh, String mix) {
        BigDecimal kilograms = new BigDecimal(kwh).multiply(new BigDecimal(mix));
        return content(
                "ON_SITE_PV",
                kilograms,
                "mix-" + mix,
                new CalculationTrace(
                        "scope 2, market-based, attributes sold",
                        Map.of("sold", kwh + " kWh"),
                        "",
                        kilograms + " kgCO2e",
                        List.of(emission(new BigDecimal(kwh), mix))));
    }

    private static CalculationTrace emission(BigDecimal kwh, String mix) {
        return new CalculationTrace(
                "emission",
                Map.of("amount", kwh + " kWh"),
                "",
                kwh.multiply(new BigDecimal(mix)) + " kgCO2e",
                List.of());
    }

    private static ResultContent content(
            String record, BigDecimal kilograms, @Nullable String factor, CalculationTrace trace) {
        return new ResultContent(
                new ResultView(
                        record,
                        Scope.SCOPE_2,
                        Scope2Method.MARKET_BASED,
                        null,
                        "a",
                        "electricity",
                        record,
                        "2021",
                        kilograms,
                        factor,
                        factor == null ? null : "v1",
                        List.of(),
                        null,
                        null,
                        null),
                GwpSet.AR5_100.name(),
                List.of(),
                List.of(),
                trace);
    }

    private static InventoryContent year(int year, ResultContent... results) {
        return new InventoryContent(
                year,
                Optional.empty(),
                InventoryStatus.DRAFT,
                GwpSet.AR5_100,
                ConsolidationApproach.OPERATIONAL_CONTROL,
                List.of(results)::forEach);
    }

    private static void assertSteps(
            InventoryContent from, InventoryContent to, Map<Cause, String> expected) {
        List<Line> lines =
                new ChangeBridge(from, to, new Potentials(List.of()), Set.of())
                        .lines(Scope2Method.MARKET_BASED);
        for (Cause cause : Cause.values()) {
            assertThat(
                            lines.stream()
                                    .map(line -> line.effectKg(cause))
                                    .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(cause.name())
                    .isEqualByComparingTo(expected.getOrDefault(cause, "0"));
        }
    }

    @Test
    void whereOnlyInstrumentsChangedAllOfItIsContractual() {
        assertSteps(
                year(2021, bought("1000", "0", "0", "0.5")),
                year(2021, bought("1000", "600", "0.1", "0.5")),
                Map.of(Cause.CONTRACTUAL, "-240"));
        assertSteps(
                year(2020, bought("1000", "600", "0.1", "0.5")),
                year(2021, bought("1000", "1000", "0.1", "0.5")),
                Map.of(Cause.CONTRACTUAL, "-160"));
    }

    @Test
    void amountMixAndInstrumentsAreToldApart() {
        // 500 → 570: 200 × 0.5; 1,200 × (0.6 − 0.5); 300 × (0.1 − 0.6)
        assertSteps(
                year(2020, bought("1000", "0", "0", "0.5")),
                year(2021, bought("1200", "300", "0.1", "0.6")),
                Map.of(Cause.ACTIVITY, "100", Cause.FACTOR, "120", Cause.CONTRACTUAL, "-150"));
    }

    @Test
    void whereTheSameShareIsCoveredNothingIsContractual() {
        assertSteps(
                year(2020, bought("1000", "400", "0", "0.5")),
                year(2021, bought("2000", "800", "0", "0.6")),
                Map.of(Cause.ACTIVITY, "300", Cause.FACTOR, "120"));
    }

    @Test
    void purchasesAtTheMixAreNotContractual() {
        assertSteps(
                year(2020, bought("1000", "0", "0", "0.5")),
                year(2021, bought("1200", "0", "0", "0.6")),
                Map.of(Cause.ACTIVITY, "100", Cause.FACTOR, "120"));
    }

    @Test
    void aSaleThatCameOrChangedIsContractual() {
        assertSteps(
                year(2021, bought("1000", "0", "0", "0.5")),
                year(2021, bought("1000", "0", "0", "0.5"), sold("40", "0.5")),
                Map.of(Cause.CONTRACTUAL, "20"));
        assertSteps(
                year(2021, sold("40", "0.5")),
                year(2021, sold("60", "0.6")),
                Map.of(Cause.FACTOR, "6", Cause.CONTRACTUAL, "10"));
        assertSteps(
                year(2020, bought("1000", "0", "0", "0.5")),
                year(2021, bought("1000", "0", "0", "0.5"), sold("40", "0.5")),
                Map.of(Cause.CONTRACTUAL, "20"));
    }

    @Test
    void aCorrectedPurchaseStaysAnError() {
        assertSteps(
                year(2021, bought("1000", "600", "0", "0.5")),
                year(2021, bought("1100", "660", "0", "0.5")),
                Map.of(Cause.ERROR, "20"));
    }
}
