package org.netzero.gateway.roadmap.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlanInputRefusalsTest {

    private static final PlanLever A = PlanCase.lever("a", 20, 60, 30);
    private static final PlanLever B = PlanCase.lever("b", 20, 60, 30);

    @Test
    void aSoundInputIsTaken() {
        assertThat(sound().input().levers()).hasSize(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void whatBreaksARuleIsRefusedWithItsPath(String path, PlanCase broken) {
        assertThatThrownBy(broken::input)
                .isInstanceOfSatisfying(
                        PlanInputRefused.class,
                        refused -> assertThat(refused.path()).isEqualTo(path))
                .hasMessageStartingWith(path + " ")
                .hasMessageContaining(": ");
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                broken("lastYear", with(of -> of.lastYear = PlanCase.BASE)),
                broken("lastYear", with(of -> of.lastYear = PlanCase.BASE + 61)),
                broken("baselines[1].node", with(of -> of.baselines.add(of.baselines.getFirst()))),
                broken("baselines[0].tonnes", with(of -> of.baselines = baseline(-1.0))),
                broken("baselines[0].tonnes[1]", with(of -> of.baselines = baseline(1, -1, 1))),
                broken("baselines[0].tonnes", with(of -> of.baselines = baseline(1, 1))),
                broken("baselines[0].tonnes", with(of -> of.baselines = baseline(Double.NaN))),
                broken("levers[2].id", with(of -> of.levers.add(A))),
                broken("levers[1].id", second(PlanCase.lever(" ", 20, 60, 30))),
                broken("levers[1].potential", second(PlanCase.lever("b", 20, -60, 30))),
                broken("levers[1].deployedBefore", second(PlanCase.standing(B, 61))),
                broken("levers[1].buildLimitPerYear", second(PlanCase.lever("b", 20, 60, -1))),
                broken(
                        "levers[1].leadTimeYears",
                        second(PlanCase.timed(B, -1, OptionalInt.empty(), true))),
                broken(
                        "levers[1].lifeYears",
                        second(PlanCase.timed(B, 0, OptionalInt.of(0), true))),
                broken("levers[1].blockSize", second(PlanCase.inBlocks(B, 0))),
                broken("levers[1].blockSize", second(PlanCase.inBlocks(B, 0.001))),
                broken(
                        "levers[1].cost.capitalPerUnit",
                        second(PlanCase.with(B, PlanCost.of(-1, 0), B.cuts(), B.electricity()))),
                broken(
                        "levers[1].cost.operatingPerUnit",
                        second(
                                PlanCase.with(
                                        B,
                                        PlanCost.of(0, Double.POSITIVE_INFINITY),
                                        B.cuts(),
                                        B.electricity()))),
                broken("levers[1].cuts[0].depth", cutting(new Cut.ShareOfNode("all", -0.1))),
                broken("levers[1].cuts[0].depth", cutting(new Cut.ShareOfNode("all", 1.1))),
                broken("levers[1].cuts[0].node", cutting(new Cut.ShareOfNode("none", 0.1))),
                broken(
                        "levers[1].cuts[1].node",
                        cutting(
                                new Cut.ShareOfNode("all", 0.1),
                                new Cut.TonnesPerUnit("all", YearPath.constant(1)))),
                broken(
                        "levers[1].electricity.renewableMwhPerUnit",
                        second(
                                PlanCase.with(
                                        B,
                                        B.cost(),
                                        B.cuts(),
                                        new ElectricityEffect(
                                                YearPath.constant(0),
                                                YearPath.constant(Double.NaN))))),
                broken("groups[0].members[1]", grouped(group("g", "a", "nobody"))),
                broken("groups[1].members[0]", grouped(group("g", "a", "b"), group("h", "b"))),
                broken("groups[1].id", grouped(group("g", "a"), group("g", "b"))),
                broken("groups[0].members", grouped(group("g", "h"), group("h", "g"))),
                broken("groups[0].members", grouped(group("g", "g"))),
                broken(
                        "groups",
                        with(of -> {
                            of.levers = List.of(PlanCase.standing(A, 1), PlanCase.standing(B, 1));
                            of.groups = List.of(group("g", "a", "b"));
                        })),
                broken("targets[0].fromYear", with(of -> of.gross(PlanCase.BASE, 100))),
                broken(
                        "targets[0].untilYear",
                        with(of ->
                                of.target(
                                        "t",
                                        EmissionTarget.Measure.GROSS,
                                        PlanCase.BASE + 1,
                                        PlanCase.BASE + 4,
                                        100))),
                broken(
                        "targets[0].untilYear",
                        with(of ->
                                of.target(
                                        "t",
                                        EmissionTarget.Measure.GROSS,
                                        PlanCase.BASE + 3,
                                        PlanCase.BASE + 1,
                                        100))),
                broken("targets[0].tonnes", with(of -> of.gross(PlanCase.BASE + 1, -1))),
                broken(
                        "targets[1].id",
                        with(of -> of.gross(PlanCase.BASE + 1, 1).gross(PlanCase.BASE + 1, 2))),
                broken("targets[0].nodes", narrowed(EmissionTarget.Measure.NET, "all")),
                broken("targets[0].nodes[0]", narrowed(EmissionTarget.Measure.GROSS, "none")),
                broken(
                        "renewable.targets[0].share",
                        renewable(new RenewablePath.ShareTarget("s", PlanCase.BASE + 1, 1.01))),
                broken(
                        "renewable.targets[0].year",
                        renewable(new RenewablePath.ShareTarget("s", PlanCase.BASE, 0.5))),
                broken(
                        "capitalCaps[1].year",
                        with(of -> {
                            of.caps.add(new CapitalCap(PlanCase.BASE + 1, 1));
                            of.caps.add(new CapitalCap(PlanCase.BASE + 1, 2));
                        })),
                broken(
                        "credits.pricePerTonne",
                        with(of -> of.credits(-1, 1, CreditMarket.Order.LAST))),
                broken(
                        "credits.availableTonnes",
                        with(of -> of.credits(1, -1, CreditMarket.Order.LAST))),
                broken(
                        "finance.discountRatePerYear",
                        with(of -> of.finance = new PlanFinance(-0.1, YearPath.constant(0)))),
                broken(
                        "finance.internalCarbonPricePerTonne",
                        with(of -> of.finance = new PlanFinance(0, YearPath.constant(-1)))));
    }

    private interface Change {
        void to(PlanCase input);
    }

    private static PlanCase sound() {
        return PlanCase.of(3, 200).levers(A, B);
    }

    private static PlanCase with(Change change) {
        PlanCase changed = sound();
        change.to(changed);
        return changed;
    }

    private static Arguments broken(String path, PlanCase input) {
        return Arguments.of(path, input);
    }

    private static PlanCase second(PlanLever lever) {
        return with(of -> of.levers = new ArrayList<>(List.of(A, lever)));
    }

    private static PlanCase cutting(Cut... cuts) {
        return second(PlanCase.with(B, B.cost(), List.of(cuts), B.electricity()));
    }

    private static List<NodeBaseline> baseline(double... tonnes) {
        return List.of(
                new NodeBaseline("all", new YearPath(Arrays.stream(tonnes).boxed().toList())));
    }

    private static PlanCase grouped(ExclusiveGroup... groups) {
        return with(of -> of.groups = List.of(groups));
    }

    private static ExclusiveGroup group(String id, String... members) {
        return new ExclusiveGroup(id, List.of(members));
    }

    private static PlanCase narrowed(EmissionTarget.Measure measure, String node) {
        return with(of ->
                of.targets.add(
                        new EmissionTarget(
                                "t",
                                measure,
                                PlanCase.BASE + 1,
                                PlanCase.BASE + 1,
                                List.of(node),
                                100)));
    }

    private static PlanCase renewable(RenewablePath.ShareTarget target) {
        return with(of ->
                of.renewable =
                        Optional.of(
                                new RenewablePath(
                                        YearPath.constant(100),
                                        YearPath.constant(10),
                                        List.of(target))));
    }
}
