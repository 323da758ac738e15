package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.ASSUMED;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.CREDITS_PERMITTED;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.in;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.onlyScope3;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.published2021;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.target;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.withoutGrowth;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetPathsTest {

    private static final Target SCOPE_1_2 =
            target("s12", TargetMetric.SCOPE_1_2, new TargetLevel.ChangeFromBase(-0.7));
    private static final Target SCOPE_3 =
            target("s3", TargetMetric.SCOPE_3, new TargetLevel.Tonnes(2_000_000));

    @Test
    void thePathOfGrossEmissionsIsLinearFromTheBaseToBothAbsoluteTargets() {
        Projection projection = project(SCOPE_1_2, SCOPE_3);
        double base = 15_282.54 + 2_522_949.432 + 2_743_000;
        double end = (15_282.54 + 2_522_949.432) * 0.3 + 2_000_000;
        for (int t = 0; t <= 9; t++) {
            assertThat(in(2021 + t, projection).targetTonnes().orElseThrow())
                    .isCloseTo(base + (end - base) * t / 9, within(1e-6));
        }
    }

    @Test
    void aTargetOfAnEarlierYearBendsThePathAndTheLastOneHolds() {
        Target early =
                new Target(
                        "early",
                        TargetMetric.GROSS_EMISSIONS,
                        new TargetLevel.Tonnes(900),
                        2023,
                        ASSUMED);
        Target late =
                new Target(
                        "late",
                        TargetMetric.GROSS_EMISSIONS,
                        new TargetLevel.Tonnes(100),
                        2027,
                        ASSUMED);
        Projection projection =
                Roadmap.project(
                        withoutGrowth(List.of(), List.of(late, early), CREDITS_PERMITTED),
                        onlyScope3(1_000),
                        Actuals.NONE);
        assertThat(projection.years())
                .extracting(year -> year.targetTonnes().orElseThrow())
                .containsExactly(
                        1_000.0, 950.0, 900.0, 700.0, 500.0, 300.0, 100.0, 100.0, 100.0, 100.0);
    }

    @Test
    void eachTargetIsAnsweredWithItsNumbers() {
        assertThat(project(SCOPE_1_2, SCOPE_3).targets().getLast())
                .isEqualTo(
                        new TargetStanding(
                                "s3",
                                TargetMetric.SCOPE_3,
                                2030,
                                2_743_000,
                                2_000_000,
                                2_743_000,
                                false));
    }

    @Test
    void anAbsoluteTargetIsHeldAgainstTheBaseInventoryInARemark() {
        assertThat(project(SCOPE_1_2, SCOPE_3).remarks())
                .contains(
                        "Target s3 of 2,000,000 t is 27.09 % below the 2,743,000 t of the base inventory. Its source: assumed for the test");
    }

    @Test
    void refusesTonnesAsAShare() {
        assertThatThrownBy(() ->
                        target("t", TargetMetric.RENEWABLE_SHARE, new TargetLevel.Tonnes(100)))
                .isInstanceOf(TargetLevelOfAnotherKind.class)
                .hasMessageContaining("target t sets RENEWABLE_SHARE")
                .hasMessageContaining("state a share");
    }

    @Test
    void refusesAShareAsEmissions() {
        assertThatThrownBy(() -> target("t", TargetMetric.NET_EMISSIONS, new TargetLevel.Share(0)))
                .isInstanceOf(TargetLevelOfAnotherKind.class);
    }

    @Test
    void refusesTwoTargetsOnOneMetricAndYear() {
        Target other = target("other", TargetMetric.SCOPE_3, new TargetLevel.Tonnes(1));
        assertThatThrownBy(
                        () -> withoutGrowth(List.of(), List.of(SCOPE_3, other), CREDITS_PERMITTED))
                .isInstanceOf(DuplicateEntry.class)
                .hasMessageContaining("SCOPE_3 in 2030");
    }

    @Test
    void refusesATargetOfTheBaseYear() {
        Target past =
                new Target("past", TargetMetric.SCOPE_3, new TargetLevel.Tonnes(1), 2021, ASSUMED);
        assertThatThrownBy(() -> withoutGrowth(List.of(), List.of(past), CREDITS_PERMITTED))
                .isInstanceOf(ValueOutOfRange.class)
                .hasMessageContaining("year of target past is 2021");
    }

    private static Projection project(Target... targets) {
        return Roadmap.project(
                withoutGrowth(List.of(), List.of(targets), CREDITS_PERMITTED),
                published2021(),
                Actuals.NONE);
    }
}
