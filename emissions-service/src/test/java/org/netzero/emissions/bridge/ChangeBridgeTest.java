package org.netzero.emissions.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.netzero.emissions.calculation.ActivityData;
import org.netzero.emissions.calculation.Calculated;
import org.netzero.emissions.calculation.CalculationMethod;
import org.netzero.emissions.calculation.CalculationTrace;
import org.netzero.emissions.calculation.Calculator;
import org.netzero.emissions.calculation.InputValue;
import org.netzero.emissions.calculation.MethodInputs;
import org.netzero.emissions.calculation.MethodRule;
import org.netzero.emissions.calculation.Scope;
import org.netzero.emissions.calculation.Scope2Method;
import org.netzero.emissions.calculation.Scope3Category;
import org.netzero.emissions.factor.FactorQuery;
import org.netzero.emissions.factor.Potentials;
import org.netzero.emissions.factor.Purpose;
import org.netzero.emissions.inventory.InventoryContent;
import org.netzero.emissions.inventory.InventoryStatus;
import org.netzero.emissions.inventory.InventoryView;
import org.netzero.emissions.inventory.ResultContent;
import org.netzero.emissions.inventory.ResultView;
import org.netzero.emissions.library.TestLibrary;
import org.netzero.emissions.organization.Organization.ConsolidationApproach;
import org.netzero.emissions.result.YearTooLarge;
import org.netzero.platform.listing.PageQuery;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Figures are made up so that each cause can be read off.
class ChangeBridgeTest {

    private static final Potentials POTENTIALS =
            new Potentials(
                    List.of(
                            new Potentials.Potential(
                                    "CH4", GwpSet.AR5_100, new BigDecimal("28"), "test"),
                            new Potentials.Potential(
                                    "CH4", GwpSet.AR6_100, new BigDecimal("27"), "test")));

    /// A result in the making.
    private record Draft(
            Scope scope,
            @Nullable Scope3Category category,
            String site,
            String activity,
            String amount,
            String unit,
            String kilogramsPerUnit,
            @Nullable String factor,
            @Nullable String share) {

        ResultContent content(int year) {
            BigDecimal whole = new BigDecimal(amount).multiply(new BigDecimal(kilogramsPerUnit));
            BigDecimal kilograms = share == null ? whole : whole.multiply(new BigDecimal(share));
            CalculationTrace emission =
                    new CalculationTrace(
                            factor == null ? "stated emissions" : "emission",
                            Map.of("amount", amount + " " + unit),
                            "amount × factor",
                            whole.toPlainString(),
                            List.of());
            return new ResultContent(
                    new ResultView(
                            "%d.%s.%s.%s".formatted(year, scope, site, activity),
                            scope,
                            null,
                            category,
                            site,
                            activity,
                            site + "/" + activity,
                            String.valueOf(year),
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
                    share == null ? emission : bounded(emission, whole, share));
        }

        private static CalculationTrace bounded(
                CalculationTrace emission, BigDecimal whole, String share) {
            var inputs = new LinkedHashMap<String, String>();
            inputs.put("figure", whole.toPlainString() + " kgCO2e");
            inputs.put("share", share);
            return new CalculationTrace(
                    "boundary", inputs, "figure × share", "", List.of(emission));
        }
    }

    private static Draft burnt(String site, String litres, String perLitre, String factor) {
        return new Draft(Scope.SCOPE_1, null, site, "diesel", litres, "L", perLitre, factor, null);
    }

    private static InventoryContent content(int year, Draft... drafts) {
        return of(
                year, GwpSet.AR5_100, List.of(drafts).stream().map(d -> d.content(year)).toList());
    }

    private static InventoryContent of(int year, GwpSet set, List<ResultContent> results) {
        return new InventoryContent(
                year,
                Optional.empty(),
                InventoryStatus.DRAFT,
                set,
                ConsolidationApproach.OPERATIONAL_CONTROL,
                results::forEach);
    }

    private static BridgeView bridge(InventoryContent from, InventoryContent to, String... moved) {
        var bridge = new ChangeBridge(from, to, POTENTIALS, Set.of(moved));
        return BridgeView.of(
                from,
                to,
                Scope2Method.LOCATION_BASED,
                bridge.lines(Scope2Method.LOCATION_BASED),
                new PageQuery());
    }

    private static void assertSteps(BridgeView bridge, Map<Cause, String> expected) {
        bridge.steps()
                .forEach(step ->
                        assertThat(step.kgCo2e())
                                .describedAs("%s", step.step())
                                .isEqualByComparingTo(expected.getOrDefault(step.step(), "0")));
    }

    @Test
    void activityComesAtTheFactorBefore() {
        assertSteps(
                bridge(
                        content(2020, burnt("a", "100", "2", "f1")),
                        content(2021, burnt("a", "150", "3", "f2"))),
                Map.of(Cause.ACTIVITY, "100", Cause.FACTOR, "150"));
    }

    @Test
    void withTheSameFactorEverythingIsActivity() {
        assertSteps(
                bridge(
                        content(2020, burnt("a", "3", "2", "f1")),
                        content(2021, burnt("a", "7", "2", "f1"))),
                Map.of(Cause.ACTIVITY, "8"));
    }

    @Test
    void whatIsStatedAndThenCalculatedIsMethod() {
        var stated = new Draft(Scope.SCOPE_1, null, "a", "diesel", "90", "kgCO2e", "1", null, null);

        assertSteps(
                bridge(content(2020, stated), content(2021, burnt("a", "50", "2", "f1"))),
                Map.of(Cause.METHOD, "10"));
    }

    @Test
    void aScope3TotalThatIsSplitIntoCategoriesIsMethod() {
        var total =
                new Draft(
                        Scope.SCOPE_3,
                        Scope3Category.UNSPECIFIED,
                        "group",
                        "stated-emissions",
                        "90",
                        "kgCO2e",
                        "1",
                        null,
                        null);
        var travel =
                new Draft(
                        Scope.SCOPE_3,
                        Scope3Category.C6_BUSINESS_TRAVEL,
                        "group",
                        "flight",
                        "10",
                        "km",
                        "7",
                        "f",
                        null);

        assertSteps(
                bridge(content(2020, total), content(2021, travel)), Map.of(Cause.METHOD, "-20"));
    }

    @Test
    void anotherShareIsBoundary() {
        var half = new Draft(Scope.SCOPE_1, null, "a", "diesel", "100", "L", "2", "f1", "0.5");
        var all = new Draft(Scope.SCOPE_1, null, "a", "diesel", "110", "L", "2", "f1", "0.8");

        assertSteps(
                bridge(content(2020, half), content(2021, all)),
                Map.of(Cause.ACTIVITY, "10", Cause.BOUNDARY, "66"));
    }

    @Test
    void aSiteThatCameWithItsEntityIsBoundaryAndAnotherNewOneActivity() {
        assertSteps(
                bridge(
                        content(2020),
                        content(
                                2021,
                                burnt("bought", "1", "2", "f1"),
                                burnt("built", "2", "2", "f1")),
                        "bought"),
                Map.of(Cause.BOUNDARY, "2", Cause.ACTIVITY, "4"));
    }

    @Test
    void otherPotentialsAreTheirOwnStep() {
        ResultContent before = methane(2020, GwpSet.AR5_100, "28");
        ResultContent after = methane(2021, GwpSet.AR6_100, "54");

        assertSteps(
                bridge(
                        of(2020, GwpSet.AR5_100, List.of(before)),
                        of(2021, GwpSet.AR6_100, List.of(after))),
                Map.of(Cause.ACTIVITY, "28", Cause.GWP_SET, "-2"));
    }

    private static ResultContent methane(int year, GwpSet set, String kilograms) {
        ResultContent leak = burnt("a", kilograms, "1", "f1").content(year);
        BigDecimal gas =
                new BigDecimal(kilograms)
                        .divide(new BigDecimal(set == GwpSet.AR5_100 ? "28" : "27"));
        return new ResultContent(
                leak.result(),
                set.name(),
                List.of(new InventoryView.Gas("CH4", gas)),
                List.of(),
                leak.trace());
    }

    @Test
    void betweenVersionsOfAYearAnotherAmountIsAnError() {
        assertSteps(
                bridge(
                        content(2021, burnt("a", "100", "2", "f1")),
                        content(2021, burnt("a", "101", "2", "f1"), burnt("b", "1", "5", "f1"))),
                Map.of(Cause.ERROR, "7"));
    }

    /// A version of a record that names its own factor, as the calculation traces it.
    private static InventoryContent withStatedFactor(String kilograms, String kilogramsPerKg) {
        var factor = InputValue.of(new BigDecimal(kilogramsPerKg), "kgCO2e/kg");
        var data =
                new ActivityData(
                        Optional.of(CalculationMethod.SUPPLIER_SPECIFIC),
                        Quantity.of(kilograms, Unit.KG),
                        MethodInputs.of(Map.of(MethodRule.EMISSION_FACTOR, factor)));
        LocalDate day = LocalDate.of(2021, 1, 1);
        Calculated calculated =
                new Calculator(TestLibrary.SHIPPED, GwpSet.AR5_100)
                        .calculate(
                                data,
                                new FactorQuery(
                                        "steel",
                                        Purpose.UPSTREAM,
                                        List.of("CN"),
                                        day,
                                        day,
                                        Optional.empty()));
        ResultContent drafted = burnt("a", kilograms, kilogramsPerKg, "-").content(2021);
        ResultView view = drafted.result();
        return of(
                2021,
                GwpSet.AR5_100,
                List.of(
                        new ResultContent(
                                new ResultView(
                                        view.id(),
                                        view.scope(),
                                        null,
                                        null,
                                        view.siteId(),
                                        view.activity(),
                                        view.record(),
                                        view.period(),
                                        calculated.emission().kilograms(),
                                        null,
                                        null,
                                        calculated.flags(),
                                        null,
                                        null,
                                        null),
                                null,
                                List.of(),
                                List.of(),
                                calculated.trace())));
    }

    @Test
    void aStatedFactorIsAFactor() {
        assertSteps(
                bridge(withStatedFactor("100", "0.5"), withStatedFactor("100", "0.7")),
                Map.of(Cause.FACTOR, "20"));
    }

    @Test
    void anotherAmountAtTheSameStatedFactorIsNoOtherFactor() {
        assertSteps(
                bridge(withStatedFactor("100", "0.5"), withStatedFactor("120", "0.5")),
                Map.of(Cause.ERROR, "10"));
        assertSteps(
                bridge(withStatedFactor("100", "0.5"), withStatedFactor("120", "0.7")),
                Map.of(Cause.ERROR, "10", Cause.FACTOR, "24"));
    }

    @Test
    void aStatedFactorInPlaceOfOneOfTheLibraryIsAnotherFactor() {
        assertSteps(
                bridge(
                        content(
                                2021,
                                new Draft(
                                        Scope.SCOPE_1,
                                        null,
                                        "a",
                                        "diesel",
                                        "100",
                                        "kg",
                                        "2",
                                        "f1",
                                        null)),
                        withStatedFactor("120", "0.5")),
                Map.of(Cause.ERROR, "40", Cause.FACTOR, "-180"));
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static InventoryContent random(int year, Random random) {
        var drafts = new ArrayList<Draft>();
        for (String site : List.of("a", "b", "c", "d")) {
            if (random.nextInt(4) > 0) {
                drafts.add(
                        new Draft(
                                Scope.SCOPE_1,
                                null,
                                site,
                                "diesel",
                                String.valueOf(1 + random.nextInt(999)),
                                random.nextInt(5) == 0 ? "kg" : "L",
                                "2.%d".formatted(random.nextInt(1_000_000)),
                                random.nextInt(5) == 0 ? null : "f" + random.nextInt(3),
                                random.nextBoolean()
                                        ? null
                                        : "0.%d".formatted(random.nextInt(100))));
            }
        }
        return content(year, drafts.toArray(Draft[]::new));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theStepsSumToTheChangeToTheLastDigit(long seed) {
        var random = new Random(seed);
        InventoryContent from = random(2020, random);
        InventoryContent to = random(2021, random);
        BridgeView bridge = bridge(from, to, "d");

        BigDecimal sum =
                bridge.steps().stream()
                        .map(BridgeView.Step::kgCo2e)
                        .reduce(total(from), BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(total(to));
        assertThat(bridge.to().kgCo2e()).isEqualByComparingTo(total(to));
    }

    private static BigDecimal total(InventoryContent content) {
        var kilograms = new ArrayList<BigDecimal>();
        content.results().each(result -> kilograms.add(result.result().kgCo2e()));
        return kilograms.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void aLineThatDoesNotAddUpIsRefused() {
        var key = new Line.Key(Scope.SCOPE_1, null, null, "a", "diesel", null);

        assertThatThrownBy(() ->
                        new Line(
                                key,
                                BigDecimal.ONE,
                                Map.of(Cause.ACTIVITY, BigDecimal.ONE),
                                BigDecimal.TEN))
                .hasMessageContaining("from 1 to 2, not to 10");
    }

    @Test
    void moreLinesThanAreHeldAreRefusedByTheirNumber() {
        InventoryContent two = content(2021, burnt("a", "1", "2", "f"), burnt("b", "1", "2", "f"));
        var bridge = new ChangeBridge(two, two, POTENTIALS, Set.of(), 1);

        assertThatThrownBy(() -> bridge.lines(Scope2Method.LOCATION_BASED))
                .isInstanceOf(YearTooLarge.class)
                .hasMessageContaining("more than the 1 records");
    }
}
