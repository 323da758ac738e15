package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.CREDITS_PERMITTED;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.cutOfScope3;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.electricity;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.inventory;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.lever;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.noGrowth;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.withoutGrowth;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    @Test
    void refusesAnInventoryOfAnotherYear() {
        Inventory later = inventory(2022, 1, 0, 0, 1, 0, 0, 0, 1);
        assertThatThrownBy(() -> Roadmap.project(withoutGrowth(), later, Actuals.NONE))
                .isInstanceOf(InventoryOfAnotherYear.class)
                .hasMessage(
                        "base inventory is of 2022 and the scenario's base year is 2021: give the inventory of 2021, or set the base year to 2022");
    }

    @Test
    void refusesATargetYearThatIsNotAfterTheBaseYear() {
        assertThatThrownBy(() -> scenario("s", 2021, 2021))
                .isInstanceOf(ValueOutOfRange.class)
                .hasMessageContaining("targetYear is 2021 and must be 2022 to 2081");
    }

    @Test
    void refusesAHorizonWithoutEnd() {
        assertThatThrownBy(() -> scenario("s", 2021, 2082)).isInstanceOf(ValueOutOfRange.class);
    }

    @Test
    void refusesABlankId() {
        assertThatThrownBy(() -> scenario(" ", 2021, 2030))
                .isInstanceOf(ValueOutOfRange.class)
                .hasMessageContaining("scenario id is \" \"");
    }

    @Test
    void refusesALeverThatStartsInTheBaseYear() {
        Lever early =
                lever(
                        "early",
                        LeverNode.SUPPLIER_FACTOR,
                        new LeverEffect.Reduction(new Reach.Scope3(), 0.1),
                        Deployment.evenly(2020, 2030));
        assertThatThrownBy(() -> withoutGrowth(early))
                .isInstanceOf(ValueOutOfRange.class)
                .hasMessageContaining("startYear of lever early is 2021")
                .hasMessageContaining("start after the base year 2021");
    }

    @Test
    void refusesTwoLeversOfOneId() {
        Lever one = cutOfScope3("one", LeverNode.SUPPLIER_FACTOR, 0.1);
        assertThatThrownBy(() -> withoutGrowth(one, one)).isInstanceOf(DuplicateEntry.class);
    }

    @Test
    void refusesTwoAlternativesAtOnce() {
        assertThatThrownBy(
                        () -> withoutGrowth(alternative("chillers"), alternative("free-cooling")))
                .isInstanceOf(LeversExcludeEachOther.class)
                .hasMessageContaining("lever free-cooling is of the exclusive group cooling");
    }

    private static Lever alternative(String id) {
        Lever lever = lever(id, LeverNode.EFFICIENCY, new LeverEffect.PueTarget(1.2));
        return new Lever(
                id,
                lever.name(),
                lever.node(),
                lever.effect(),
                lever.deployment(),
                lever.cost(),
                Optional.of("cooling"),
                lever.evidence());
    }

    @Test
    void refusesASupplierLeverOnScope1() {
        assertThatThrownBy(() ->
                        lever(
                                "odd",
                                LeverNode.SUPPLIER_FACTOR,
                                new LeverEffect.Reduction(new Reach.Scope1(), 0.1)))
                .isInstanceOf(LeverOutsideItsNode.class)
                .hasMessageContaining("lever odd acts at SUPPLIER_FACTOR");
    }

    @Test
    void refusesGreenPowerAsEfficiency() {
        assertThatThrownBy(() ->
                        lever("odd", LeverNode.EFFICIENCY, new LeverEffect.RenewableShareTarget(1)))
                .isInstanceOf(LeverOutsideItsNode.class);
    }

    @Test
    void refusesACutOfMoreThanEverything() {
        assertThatThrownBy(() -> cutOfScope3("deep", LeverNode.SUPPLIER_FACTOR, 1.2))
                .isInstanceOf(ValueOutOfRange.class)
                .hasMessageContaining("depth is 1.2 and must be 0 to 1");
    }

    @Test
    void refusesNegativeEmissionsByTheNameOfTheirCategory() {
        assertThatThrownBy(() ->
                        new Inventory(
                                2021,
                                1,
                                0,
                                0,
                                new TreeMap<>(Map.of("C6_BUSINESS_TRAVEL", -5.0)),
                                new ElectricityUse(0, 0, 0, 1)))
                .isInstanceOf(ValueOutOfRange.class)
                .hasMessageContaining("scope3TonnesByCategory.C6_BUSINESS_TRAVEL is -5");
    }

    @Test
    void refusesAnInputWithoutItsSource() {
        assertThatThrownBy(() -> Evidence.estimated("")).isInstanceOf(ValueOutOfRange.class);
    }

    @Test
    void refusesAPriceInNoCurrency() {
        assertThatThrownBy(() -> new Cost(1, 1, "yuan"))
                .isInstanceOf(ValueOutOfRange.class)
                .hasMessageContaining("currency is yuan")
                .hasMessageContaining("ISO 4217");
    }

    private static Scenario scenario(String id, int baseYear, int targetYear) {
        return new Scenario(
                id,
                "Name",
                baseYear,
                targetYear,
                electricity(noGrowth()),
                noGrowth(),
                List.of(),
                List.of(),
                CREDITS_PERMITTED);
    }
}
