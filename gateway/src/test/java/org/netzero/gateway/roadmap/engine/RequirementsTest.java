package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.ASSUMED;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.in;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.onlyScope3;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.withoutGrowth;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RequirementsTest {

    private static final Deployment SLOW = new Deployment(2025, 0.25, 0, OptionalInt.empty());
    private static final Deployment FAST = new Deployment(2022, 1, 0, OptionalInt.empty());

    @Test
    void aLeverIsDeployedNoFurtherThanWhatItRequires() {
        Projection projection =
                Roadmap.project(
                        withoutGrowth(lever("trade", FAST, "contracts"), lever("contracts", SLOW)),
                        onlyScope3(1_000),
                        Actuals.NONE);
        assertThat(in(2024, projection).grossTonnes()).isEqualTo(1_000);
        assertThat(in(2026, projection).grossTonnes()).isCloseTo(1_000 * 0.95 * 0.95, within(1e-9));
    }

    @Test
    void whatIsRequiredLimitsThroughOthers() {
        Projection projection =
                Roadmap.project(
                        withoutGrowth(
                                lever("a", FAST, "b"), lever("b", FAST, "c"), lever("c", SLOW)),
                        onlyScope3(1_000),
                        Actuals.NONE);
        assertThat(in(2025, projection).grossTonnes())
                .isCloseTo(1_000 * Math.pow(0.975, 3), within(1e-9));
    }

    @Test
    void refusesACircleAtItsPath() {
        assertThatThrownBy(() ->
                        withoutGrowth(
                                lever("free", FAST),
                                lever("a", FAST, "b"),
                                lever("b", FAST, "c"),
                                lever("c", FAST, "a")))
                .isInstanceOf(LeversRequireEachOther.class)
                .hasMessageContaining("lever a requires itself by way of c")
                .extracting(refused -> ((RoadmapRefusal) refused).path())
                .isEqualTo("levers[1].requires");
    }

    @Test
    void refusesALeverThatRequiresItself() {
        assertThatThrownBy(() -> withoutGrowth(lever("a", FAST, "a")))
                .isInstanceOf(LeversRequireEachOther.class);
    }

    @Test
    void refusesARequiredLeverThatIsNotThere() {
        assertThatThrownBy(() -> withoutGrowth(lever("a", FAST, "b")))
                .isInstanceOf(UnknownName.class)
                .hasMessageContaining("lever a names the lever b")
                .extracting(refused -> ((RoadmapRefusal) refused).path())
                .isEqualTo("levers[0].requires[0]");
    }

    private static Lever lever(String id, Deployment deployment, String... requires) {
        return new Lever(
                id,
                "Lever " + id,
                LeverNode.SUPPLIER_FACTOR,
                new LeverEffect.Reduction(new Reach.Scope3(), 0.1),
                deployment,
                Optional.empty(),
                Optional.empty(),
                Place.EVERYWHERE,
                List.of(requires),
                ASSUMED);
    }
}
