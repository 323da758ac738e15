package org.netzero.gateway.roadmap.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.ASSUMED;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.CREDITS_PERMITTED;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.cutOfScope3;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.in;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.lever;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.published2021;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.target;
import static org.netzero.gateway.roadmap.engine.RoadmapFixtures.withoutGrowth;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class OffsetsLastTest {

    private static final Target NET_ZERO =
            target("net", TargetMetric.NET_EMISSIONS, new TargetLevel.Tonnes(0));
    private static final Target GREEN =
            target("green", TargetMetric.RENEWABLE_SHARE, new TargetLevel.Share(1));
    private static final Target GROSS =
            target("gross", TargetMetric.GROSS_EMISSIONS, new TargetLevel.ChangeFromBase(-0.5));
    private static final Lever GREEN_POWER =
            lever("green", LeverNode.GREEN_POWER, new LeverEffect.RenewableShareTarget(1));
    private static final Lever SUPPLIERS = cutOfScope3("suppliers", LeverNode.SUPPLIER_FACTOR, 0.2);

    @Test
    void creditsMeetWhatStaysOnceBothPathsAreKept() {
        ProjectionYear year =
                target2030(List.of(GREEN_POWER, SUPPLIERS), List.of(NET_ZERO, GREEN, GROSS));
        assertThat(year.claim().status()).isEqualTo(Claim.Status.ALLOWED);
        assertThat(year.grossTonnes()).isCloseTo(15_282.54 + 2_743_000 * 0.8, within(1e-6));
        assertThat(year.creditsTonnes()).isEqualTo(year.grossTonnes());
        assertThat(year.netTonnes()).isZero();
        assertThat(year.claim().reasons()).anyMatch(reason -> reason.contains("not a reduction"));
    }

    @Test
    void grossAboveItsPathBlocksEveryCredit() {
        ProjectionYear year = target2030(List.of(GREEN_POWER), List.of(NET_ZERO, GREEN, GROSS));
        assertBlocked(
                year,
                Claim.Ground.GROSS_ABOVE_PATH,
                "Gross emissions of 2,758,283 t are 117,667 t above their path of 2,640,616 t.");
        assertThat(year.gapTonnes().orElseThrow())
                .isCloseTo(2_758_282.54 - 5_281_231.972 / 2, within(1e-6));
    }

    @Test
    void aShareBelowItsPathBlocksEveryCredit() {
        Lever almost =
                lever(
                        "green",
                        LeverNode.GREEN_POWER,
                        new LeverEffect.RenewableShareTarget(0.99996));
        ProjectionYear year =
                target2030(List.of(almost, SUPPLIERS), List.of(NET_ZERO, GREEN, GROSS));
        assertBlocked(
                year,
                Claim.Ground.SHARE_BELOW_PATH,
                "The renewable share of 99.99 % is below its path of 100.00 %.");
    }

    @Test
    void everyReasonIsGiven() {
        ProjectionYear year = target2030(List.of(), List.of(NET_ZERO, GREEN, GROSS));
        assertThat(year.claim().reasons()).hasSize(2);
        assertThat(year.claim().grounds())
                .containsExactly(Claim.Ground.GROSS_ABOVE_PATH, Claim.Ground.SHARE_BELOW_PATH);
    }

    @Test
    void withoutAPathForAllGrossEmissionsNothingIsAllowed() {
        Target half = target("s12", TargetMetric.SCOPE_1_2, new TargetLevel.ChangeFromBase(-0.7));
        ProjectionYear year =
                target2030(List.of(GREEN_POWER, SUPPLIERS), List.of(NET_ZERO, GREEN, half));
        assertThat(year.targetTonnes()).isEmpty();
        assertThat(year.gapTonnes()).isEmpty();
        assertBlocked(
                year,
                Claim.Ground.NO_GROSS_PATH,
                "No target covers all gross emissions: set one on GROSS_EMISSIONS, or on both SCOPE_1_2 and SCOPE_3.");
    }

    @Test
    void withoutAShareTargetNothingIsAllowed() {
        ProjectionYear year = target2030(List.of(GREEN_POWER, SUPPLIERS), List.of(NET_ZERO, GROSS));
        assertBlocked(
                year,
                Claim.Ground.NO_SHARE_PATH,
                "No target sets the renewable share: set one on RENEWABLE_SHARE.");
    }

    @Test
    void aPolicyWithoutCreditsBlocksWhatStays() {
        OffsetPolicy none = new OffsetPolicy(false, OptionalDouble.empty(), ASSUMED);
        ProjectionYear year =
                target2030(List.of(GREEN_POWER, SUPPLIERS), List.of(NET_ZERO, GREEN, GROSS), none);
        assertBlocked(
                year,
                Claim.Ground.NOT_PERMITTED,
                "2,209,683 t stay above the net target and the scenario permits no credits.");
    }

    @Test
    void aPolicyWithTooFewCreditsBlocksInsteadOfClaimingAPart() {
        OffsetPolicy few = new OffsetPolicy(true, OptionalDouble.of(1_000_000), ASSUMED);
        ProjectionYear year =
                target2030(List.of(GREEN_POWER, SUPPLIERS), List.of(NET_ZERO, GREEN, GROSS), few);
        assertBlocked(
                year,
                Claim.Ground.ABOVE_MAXIMUM,
                "2,209,683 t stay above the net target and the scenario permits credits for 1,000,000 t a year.");
    }

    @Test
    void creditsAreNeverNegativeWhereGrossLiesBelowTheNetTarget() {
        Target generous =
                target("net", TargetMetric.NET_EMISSIONS, new TargetLevel.Tonnes(3_000_000));
        ProjectionYear year =
                target2030(List.of(GREEN_POWER, SUPPLIERS), List.of(generous, GREEN, GROSS));
        assertThat(year.claim().status()).isEqualTo(Claim.Status.ALLOWED);
        assertThat(year.creditsTonnes()).isZero();
        assertThat(year.netTonnes()).isEqualTo(year.grossTonnes());
    }

    @Test
    void beforeTheYearOfTheNetTargetNoCreditIsUsed() {
        Projection projection =
                project(
                        List.of(GREEN_POWER, SUPPLIERS),
                        List.of(NET_ZERO, GREEN, GROSS),
                        CREDITS_PERMITTED);
        assertThat(projection.years().subList(0, 9))
                .allSatisfy(year -> {
                    assertThat(year.claim().status()).isEqualTo(Claim.Status.NOT_YET_DUE);
                    assertThat(year.creditsTonnes()).isZero();
                });
    }

    @Test
    void withoutANetTargetThereIsNothingToClaim() {
        ProjectionYear year = target2030(List.of(GREEN_POWER), List.of(GREEN, GROSS));
        assertThat(year.claim().status()).isEqualTo(Claim.Status.NO_NET_TARGET);
        assertThat(year.netTonnes()).isEqualTo(year.grossTonnes());
    }

    private static void assertBlocked(ProjectionYear year, Claim.Ground ground, String reason) {
        assertThat(year.claim())
                .isEqualTo(new Claim(Claim.Status.BLOCKED, List.of(reason), List.of(ground)));
        assertThat(year.creditsTonnes()).isZero();
        assertThat(year.netTonnes()).isEqualTo(year.grossTonnes());
    }

    private static ProjectionYear target2030(List<Lever> levers, List<Target> targets) {
        return target2030(levers, targets, CREDITS_PERMITTED);
    }

    private static ProjectionYear target2030(
            List<Lever> levers, List<Target> targets, OffsetPolicy offsets) {
        return in(2030, project(levers, targets, offsets));
    }

    private static Projection project(
            List<Lever> levers, List<Target> targets, OffsetPolicy offsets) {
        return Roadmap.project(
                withoutGrowth(levers, targets, offsets), published2021(), Actuals.NONE);
    }
}
