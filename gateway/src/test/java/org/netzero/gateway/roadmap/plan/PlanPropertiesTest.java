package org.netzero.gateway.roadmap.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanPropertiesTest {

    private static final int INSTANCES = 150;

    @Test
    void moreDepthNeverRaisesTheCostOfKeepingTheTargets() {
        int compared = 0;
        for (PlanInput input : inputs()) {
            PlanInput mild = PlanCase.withLevers(input, lever -> scaled(lever, 1));
            PlanInput deeper = PlanCase.withLevers(input, lever -> scaled(lever, 1.2));
            Plan before = LeastCostPlanner.plan(mild);
            Plan after = LeastCostPlanner.plan(deeper);
            assertThat(PlanCase.gaps(after)).isLessThanOrEqualTo(PlanCase.gaps(before) + 1e-6);
            if (before.status() == Plan.Status.EVERY_TARGET_KEPT
                    && PlanCase.credits(after) >= PlanCase.credits(before) - 1e-6) {
                assertThat(PlanCase.total(after))
                        .isLessThanOrEqualTo(PlanCase.total(before) + 1e-5);
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(20);
    }

    @Test
    void fasterBuildingNeverRaisesTheCostOfKeepingTheTargetsNorTheGap() {
        int cheaper = 0;
        int nearer = 0;
        for (PlanInput slow : inputs()) {
            PlanInput fast = PlanCase.withLevers(slow, lever -> PlanCase.builtFaster(lever, 1.5));
            Plan before = LeastCostPlanner.plan(slow);
            Plan after = LeastCostPlanner.plan(fast);
            assertThat(PlanCase.gaps(withoutCredits(fast)))
                    .isLessThanOrEqualTo(PlanCase.gaps(withoutCredits(slow)) + 1e-6);
            nearer += PlanCase.gaps(after) < PlanCase.gaps(before) - 1 ? 1 : 0;
            if (before.status() == Plan.Status.EVERY_TARGET_KEPT) {
                assertThat(after.status()).isEqualTo(Plan.Status.EVERY_TARGET_KEPT);
                if (PlanCase.credits(after) >= PlanCase.credits(before) - 1e-6) {
                    assertThat(PlanCase.total(after))
                            .isLessThanOrEqualTo(PlanCase.total(before) + 1e-5);
                    cheaper += PlanCase.total(after) < PlanCase.total(before) - 1 ? 1 : 0;
                }
            }
        }
        assertThat(cheaper).isGreaterThan(10);
        assertThat(nearer).isGreaterThan(10);
    }

    private static Plan withoutCredits(PlanInput input) {
        return LeastCostPlanner.plan(PlanCase.with(input, input.levers(), Optional.empty()));
    }

    /// Cuts only, so that depth means depth; without costs below zero nothing else is harmed.
    private static PlanLever scaled(PlanLever lever, double factor) {
        List<Cut> cuts = new ArrayList<>();
        for (Cut cut : lever.cuts()) {
            cuts.add(
                    switch (cut) {
                        case Cut.ShareOfNode share ->
                                new Cut.ShareOfNode(share.node(), share.depth() * factor);
                        case Cut.TonnesPerUnit tonnes ->
                                new Cut.TonnesPerUnit(
                                        tonnes.node(),
                                        new YearPath(
                                                tonnes.tonnesPerUnit().values().stream()
                                                        .map(x -> Math.max(0, x) * factor)
                                                        .toList()));
                    });
        }
        return PlanCase.with(lever, lever.cost(), cuts, lever.electricity());
    }

    @Test
    void noCreditPriceMakesTheCreditsMoreOrFewer() {
        int compared = 0;
        for (PlanInput input : inputs()) {
            if (input.credits().isEmpty()) {
                continue;
            }
            double[] fewest =
                    IntStream.of(0, 1, 100, 1_000_000)
                            .mapToDouble(price ->
                                    PlanCase.credits(LeastCostPlanner.plan(priced(input, price))))
                            .toArray();
            for (double credits : fewest) {
                assertThat(credits).isCloseTo(fewest[0], within(1e-5));
            }
            compared += fewest[0] > 1 ? 1 : 0;
        }
        assertThat(compared).isGreaterThan(10);
    }

    private static PlanInput priced(PlanInput input, double price) {
        CreditMarket market = input.credits().orElseThrow();
        return PlanCase.with(
                input,
                input.levers(),
                Optional.of(
                        new CreditMarket(
                                YearPath.constant(price),
                                market.availableTonnes(),
                                market.heldTonnes(),
                                CreditMarket.Order.LAST)));
    }

    @Test
    void oneLeverMoreNeverRaisesTheCredits() {
        int fewer = 0;
        Random random = new Random(7);
        for (PlanInput input : inputs()) {
            PlanInput last = input.credits().isPresent() ? priced(input, 10) : input;
            List<PlanLever> more = new ArrayList<>(last.levers());
            more.add(
                    PlanCase.standing(
                            PlanCase.randomLever("more", random, last.lastYear() - last.baseYear()),
                            0));
            Plan before = LeastCostPlanner.plan(last);
            Plan after = LeastCostPlanner.plan(PlanCase.with(last, more, last.credits()));
            assertThat(PlanCase.gaps(after)).isLessThanOrEqualTo(PlanCase.gaps(before) + 1e-6);
            if (before.status() == Plan.Status.EVERY_TARGET_KEPT) {
                assertThat(PlanCase.credits(after))
                        .isLessThanOrEqualTo(PlanCase.credits(before) + 1e-6);
                fewer += PlanCase.credits(after) < PlanCase.credits(before) - 1 ? 1 : 0;
            }
        }
        assertThat(fewer).isGreaterThan(5);
    }

    @Test
    void withoutGreenPowerTheCreditsAreNeverFewer() {
        PlanLever green =
                PlanCase.with(
                        PlanCase.lever("green", 15, 100, 40),
                        PlanCost.of(0, 15),
                        List.of(new Cut.TonnesPerUnit("power", YearPath.constant(0.6))),
                        new ElectricityEffect(YearPath.constant(0), YearPath.constant(1)));
        int fewer = 0;
        for (PlanInput input : inputs()) {
            if (input.credits().isEmpty()) {
                continue;
            }
            PlanInput without = priced(input, 10);
            List<PlanLever> more = new ArrayList<>(without.levers());
            more.add(green);
            Plan withGreen = LeastCostPlanner.plan(PlanCase.with(without, more, without.credits()));
            Plan withoutGreen = LeastCostPlanner.plan(without);
            if (withGreen.status() == Plan.Status.EVERY_TARGET_KEPT
                    && withoutGreen.status() == Plan.Status.EVERY_TARGET_KEPT) {
                assertThat(PlanCase.credits(withoutGreen))
                        .isGreaterThanOrEqualTo(PlanCase.credits(withGreen) - 1e-6);
                fewer += PlanCase.credits(withoutGreen) > PlanCase.credits(withGreen) + 1 ? 1 : 0;
            }
        }
        assertThat(fewer).isGreaterThan(2);
    }

    @Test
    void unitsOfMassAndMoneyChangeNothing() {
        for (PlanInput input : inputs()) {
            Plan plain = LeastCostPlanner.plan(input);
            for (double[] units : new double[][] {{1e-3, 1e-4}, {1e6, 1e4}, {1e3, 1}}) {
                Plan other = LeastCostPlanner.plan(inUnits(input, units[0], units[1]));
                assertThat(other.status()).isEqualTo(plain.status());
                assertThat(PlanCase.gaps(other) / units[0])
                        .isCloseTo(PlanCase.gaps(plain), within(1e-5));
                assertThat(PlanCase.credits(other) / units[0])
                        .isCloseTo(PlanCase.credits(plain), within(1e-5));
                assertThat(PlanCase.total(other) / units[1])
                        .isCloseTo(
                                PlanCase.total(plain),
                                within(1e-6 * (1 + Math.abs(PlanCase.total(plain)))));
            }
        }
    }

    private static PlanInput inUnits(PlanInput input, double mass, double money) {
        return new PlanInput(
                input.baseYear(),
                input.lastYear(),
                input.baselines().stream()
                        .map(b -> new NodeBaseline(b.node(), times(b.tonnes(), mass)))
                        .toList(),
                input.levers().stream().map(lever -> inUnits(lever, mass, money)).toList(),
                input.groups(),
                input.targets().stream()
                        .map(t ->
                                new EmissionTarget(
                                        t.id(),
                                        t.measure(),
                                        t.fromYear(),
                                        t.untilYear(),
                                        t.nodes(),
                                        t.tonnes() * mass))
                        .toList(),
                input.renewable(),
                input.capitalCaps().stream()
                        .map(cap -> new CapitalCap(cap.year(), cap.amount() * money))
                        .toList(),
                input.credits()
                        .map(c ->
                                new CreditMarket(
                                        times(c.pricePerTonne(), money / mass),
                                        times(c.availableTonnes(), mass),
                                        c.heldTonnes().map(held -> times(held, mass)),
                                        c.order())),
                new PlanFinance(
                        input.finance().discountRatePerYear(),
                        times(input.finance().internalCarbonPricePerTonne(), money / mass)));
    }

    private static PlanLever inUnits(PlanLever lever, double mass, double money) {
        return PlanCase.with(
                lever,
                new PlanCost(
                        times(lever.cost().capitalPerUnit(), money),
                        times(lever.cost().unusedCapitalPerUnit(), money),
                        times(lever.cost().operatingPerUnit(), money)),
                lever.cuts().stream()
                        .<Cut>map(cut ->
                                switch (cut) {
                                    case Cut.ShareOfNode share -> share;
                                    case Cut.TonnesPerUnit tonnes ->
                                            new Cut.TonnesPerUnit(
                                                    tonnes.node(),
                                                    times(tonnes.tonnesPerUnit(), mass));
                                })
                        .toList(),
                lever.electricity());
    }

    private static YearPath times(YearPath path, double factor) {
        return new YearPath(path.values().stream().map(x -> x * factor).toList());
    }

    @Test
    void theOrderOfTheInputChangesNothing() {
        Random random = new Random(1);
        for (PlanInput input : inputs()) {
            assertThat(LeastCostPlanner.plan(PlanCase.shuffled(input, random)).toString())
                    .isEqualTo(LeastCostPlanner.plan(input).toString());
        }
    }

    @Test
    void anInternalPriceSteersAndIsNoRealCost() {
        PlanCase priced = PlanCase.of(2, 100).levers(PlanCase.lever("a", 20, 30, 30));
        priced.finance = new PlanFinance(0.1, YearPath.constant(50));
        Plan plan = priced.plan();
        assertThat(plan.levers().getFirst().inUse()).containsExactly(30.0, 30.0);
        assertThat(plan.costs().real()).isCloseTo(600 / 1.1 + 600 / 1.21, within(1e-9));
        assertThat(plan.costs().internalCarbon())
                .isCloseTo(70 * 50 / 1.1 + 70 * 50 / 1.21, within(1e-9));
        priced.finance = new PlanFinance(0.1, YearPath.constant(10));
        assertThat(priced.plan().costs().real()).isZero();
    }

    /// For 100 a unit it saves 12 in each year. Of four years' plan 60 are left where it is decided
    /// in the first.
    @Test
    void whatIsLeftOfTheCapitalIsTakenOff() {
        PlanCase full = PlanCase.of(4, 100).levers(saving(0, 0, 0, 0));
        assertThat(full.plan().levers().getFirst().inUse()).containsOnly(0.0);

        Plan plan = PlanCase.of(4, 100).levers(saving(60, 70, 80, 90)).plan();

        assertThat(plan.levers().getFirst().decided()).containsExactly(1.0, 0.0, 0.0, 0.0);
        assertThat(plan.years().getFirst().capitalCost()).isCloseTo(100, within(1e-9));
        assertThat(plan.years().getFirst().unusedCapital()).isCloseTo(60, within(1e-9));
        assertThat(plan.costs().unusedCapital()).isCloseTo(60, within(1e-9));
        assertThat(plan.costs().real()).isCloseTo(100 - 4 * 12 - 60, within(1e-9));
    }

    private static PlanLever saving(double... left) {
        return PlanCase.with(
                PlanCase.lever("a", 0, 1, 1),
                new PlanCost(
                        YearPath.constant(100),
                        new YearPath(DoubleStream.of(left).boxed().toList()),
                        YearPath.constant(-12)),
                List.of(),
                ElectricityEffect.NONE);
    }

    @Test
    void creditsNeverStandForAGrossTarget() {
        Plan plan =
                PlanCase.of(1, 100)
                        .levers(PlanCase.lever("a", 20, 30, 30))
                        .gross(2021, 60)
                        .net(2021, 0)
                        .credits(1, 1e6, CreditMarket.Order.LAST)
                        .plan();
        assertThat(plan.status()).isEqualTo(Plan.Status.SMALLEST_GAP);
        assertThat(plan.targets())
                .extracting(Plan.TargetResult::gapTonnes)
                .satisfiesExactly(
                        gross -> assertThat(gross).isCloseTo(10, within(1e-6)),
                        net -> assertThat(net).isCloseTo(70, within(1e-6)));
        assertThat(plan.years().getFirst().creditsTonnes()).isZero();
        assertThat(plan.years().getFirst().creditsBlockedBy())
                .containsExactly(
                        "No credits for 'net-2021': 'gross-2021' is missed by 10.0 t before credits.");
    }

    @Test
    void whereOneYearIsMissedTheCreditsOfAnotherStillMeetTheirOwn() {
        Plan plan =
                PlanCase.of(2, 100)
                        .levers(PlanCase.lever("a", 20, 30, 30))
                        .gross(2021, 70)
                        .net(2021, 0)
                        .gross(2022, 60)
                        .net(2022, 0)
                        .credits(1, 1e6, CreditMarket.Order.LAST)
                        .plan();
        assertThat(plan.status()).isEqualTo(Plan.Status.SMALLEST_GAP);
        assertThat(plan.years())
                .extracting(Plan.PlanYear::creditsTonnes)
                .satisfiesExactly(
                        allowed -> assertThat(allowed).isCloseTo(70, within(1e-6)),
                        blocked -> assertThat(blocked).isZero());
        assertThat(plan.years().getFirst().creditsBlockedBy()).isEmpty();
        assertThat(plan.years().getLast().creditsBlockedBy()).hasSize(1);
    }

    @Test
    void tooFewCreditsMeetNothing() {
        Plan plan =
                PlanCase.of(1, 100)
                        .levers(PlanCase.lever("a", 20, 30, 30))
                        .net(2021, 0)
                        .credits(1, 69, CreditMarket.Order.LAST)
                        .plan();
        assertThat(plan.status()).isEqualTo(Plan.Status.SMALLEST_GAP);
        assertThat(plan.years().getFirst().creditsTonnes()).isZero();
        assertThat(plan.years().getFirst().creditsBlockedBy())
                .containsExactly(
                        "No credits for 'net-2021': 70.0 t stay above it and credits for 69.0 t can be had.");
    }

    private static PlanCase needing40And50(Double... held) {
        return PlanCase.of(2, 100)
                .levers(PlanCase.lever("a", 20, 0, 0))
                .net(2021, 60)
                .net(2022, 50)
                .credits(1, 1e6, CreditMarket.Order.LAST)
                .held(held);
    }

    private static double[] creditsOfYears(Plan plan) {
        return plan.years().stream().mapToDouble(Plan.PlanYear::creditsTonnes).toArray();
    }

    @Test
    void creditsThatOneYearLeavesMeetTheNext() {
        Plan plan = needing40And50(90.0, 90.0).plan();
        assertThat(plan.status()).isEqualTo(Plan.Status.EVERY_TARGET_KEPT);
        assertThat(creditsOfYears(plan)).containsExactly(new double[] {40, 50}, within(1e-6));
    }

    @Test
    void noCreditIsUsedTwice() {
        Plan plan = needing40And50(85.0, 85.0).plan();
        assertThat(plan.status()).isEqualTo(Plan.Status.SMALLEST_GAP);
        assertThat(creditsOfYears(plan)).containsExactly(new double[] {40, 0}, within(1e-6));
        assertThat(plan.years().getLast().creditsBlockedBy())
                .containsExactly(
                        "No credits for 'net-2022': 50.0 t stay above it and credits for 45.0 t can be had.");
    }

    @Test
    void noCreditIsUsedBeforeItsVintage() {
        Plan plan = needing40And50(39.0, 500.0).plan();
        assertThat(plan.status()).isEqualTo(Plan.Status.SMALLEST_GAP);
        assertThat(creditsOfYears(plan)).containsExactly(new double[] {0, 50}, within(1e-6));
        assertThat(plan.years().getFirst().creditsBlockedBy())
                .containsExactly(
                        "No credits for 'net-2021': 40.0 t stay above it and credits for 39.0 t can be had.");
    }

    @Test
    void aBudgetAndAYearWithinItShareTheirCredits() {
        PlanCase both =
                needing40And50(0.0, 50.0)
                        .target("both", EmissionTarget.Measure.NET, 2021, 2022, 150);
        both.targets.removeIf(target -> target.id().equals("net-2021"));
        Plan plan = both.plan();
        assertThat(plan.status()).isEqualTo(Plan.Status.EVERY_TARGET_KEPT);
        assertThat(creditsOfYears(plan)).containsExactly(new double[] {0, 50}, within(1e-6));
        both.gross(2021, 99);
        Plan missed = both.plan();
        assertThat(missed.targets())
                .filteredOn(target -> target.gapTonnes() > 0)
                .extracting(target -> target.target().id())
                .containsExactly("gross-2021");
        assertThat(creditsOfYears(missed)).containsExactly(new double[] {0, 50}, within(1e-6));
    }

    @Test
    void ofLeversThatCostNothingAsMuchIsBuiltAsCanBe() {
        PlanCase free =
                PlanCase.of(3, 100).levers(PlanCase.lever("free", 0, 30, 10)).gross(2023, 95);
        assertThat(free.plan().levers().getFirst().inUse())
                .usingComparatorForType(
                        (one, other) ->
                                Math.abs(one - other) < 1e-6 ? 0 : Double.compare(one, other),
                        Double.class)
                .containsExactly(10.0, 20.0, 30.0);
        assertThat(free.plan().targets().getFirst().shadowPricePerTonne()).hasValue(0);
    }

    @Test
    void aLeverIsInUseNoFurtherThanWhatItRequires() {
        PlanLever first = PlanCase.lever("first", 50, 30, 10);
        PlanLever second = PlanCase.requiring(PlanCase.lever("second", 1, 60, 60), "first");
        Plan plan = PlanCase.of(2, 100).levers(first, second).gross(2021, 70).plan();
        // A third of each cuts 10 t and 20 t.
        assertThat(plan.status()).isEqualTo(Plan.Status.EVERY_TARGET_KEPT);
        assertThat(plan.levers())
                .extracting(lever -> lever.inUse().getFirst())
                .satisfiesExactly(
                        one -> assertThat(one).isCloseTo(10, within(1e-6)),
                        other -> assertThat(other).isCloseTo(20, within(1e-6)));
    }

    private static List<PlanInput> inputs() {
        return IntStream.range(0, INSTANCES)
                .mapToObj(seed ->
                        seed % 3 == 0
                                ? PlanCase.randomHolding(new Random(1_000 + seed))
                                : PlanCase.random(new Random(1_000 + seed)))
                .toList();
    }
}
