package org.netzero.gateway.roadmap.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.UnaryOperator;

/// A small language for inputs in tests. Years run from 2021 on, the base year is 2020.
final class PlanCase {

    static final int BASE = 2020;

    int lastYear;
    List<NodeBaseline> baselines = new ArrayList<>();
    List<PlanLever> levers = new ArrayList<>();
    List<ExclusiveGroup> groups = new ArrayList<>();
    List<EmissionTarget> targets = new ArrayList<>();
    Optional<RenewablePath> renewable = Optional.empty();
    List<CapitalCap> caps = new ArrayList<>();
    Optional<CreditMarket> credits = Optional.empty();
    PlanFinance finance = PlanFinance.UNDISCOUNTED;

    private PlanCase(int years) {
        lastYear = BASE + years;
    }

    static PlanCase of(int years, double baseline) {
        PlanCase made = new PlanCase(years);
        made.baselines.add(new NodeBaseline("all", YearPath.constant(baseline)));
        return made;
    }

    /// A lever of tonnes: one unit cuts one tonne a year and costs so much for each.
    static PlanLever lever(String id, double cost, double potential, double perYear) {
        return new PlanLever(
                id,
                potential,
                0,
                YearPath.constant(perYear),
                0,
                OptionalInt.empty(),
                true,
                OptionalDouble.empty(),
                PlanCost.of(0, cost),
                List.of(new Cut.TonnesPerUnit("all", YearPath.constant(1))),
                ElectricityEffect.NONE);
    }

    static PlanLever inBlocks(PlanLever lever, double size) {
        return new PlanLever(
                lever.id(),
                lever.potential(),
                lever.deployedBefore(),
                lever.buildLimitPerYear(),
                lever.leadTimeYears(),
                lever.lifeYears(),
                lever.irreversible(),
                OptionalDouble.of(size),
                lever.cost(),
                lever.cuts(),
                lever.electricity());
    }

    static PlanLever standing(PlanLever lever, double units) {
        return new PlanLever(
                lever.id(),
                lever.potential(),
                units,
                lever.buildLimitPerYear(),
                lever.leadTimeYears(),
                lever.lifeYears(),
                lever.irreversible(),
                lever.blockSize(),
                lever.cost(),
                lever.cuts(),
                lever.electricity());
    }

    static PlanLever builtFaster(PlanLever lever, double factor) {
        return new PlanLever(
                lever.id(),
                lever.potential(),
                lever.deployedBefore(),
                new YearPath(
                        lever.buildLimitPerYear().values().stream().map(x -> x * factor).toList()),
                lever.leadTimeYears(),
                lever.lifeYears(),
                lever.irreversible(),
                lever.blockSize(),
                lever.cost(),
                lever.cuts(),
                lever.electricity(),
                lever.requires());
    }

    static PlanLever timed(PlanLever lever, int leadTime, OptionalInt life, boolean irreversible) {
        return new PlanLever(
                lever.id(),
                lever.potential(),
                lever.deployedBefore(),
                lever.buildLimitPerYear(),
                leadTime,
                life,
                irreversible,
                lever.blockSize(),
                lever.cost(),
                lever.cuts(),
                lever.electricity());
    }

    static PlanLever requiring(PlanLever lever, String... others) {
        return new PlanLever(
                lever.id(),
                lever.potential(),
                lever.deployedBefore(),
                lever.buildLimitPerYear(),
                lever.leadTimeYears(),
                lever.lifeYears(),
                lever.irreversible(),
                lever.blockSize(),
                lever.cost(),
                lever.cuts(),
                lever.electricity(),
                List.of(others));
    }

    static PlanLever with(
            PlanLever lever, PlanCost cost, List<Cut> cuts, ElectricityEffect electricity) {
        return new PlanLever(
                lever.id(),
                lever.potential(),
                lever.deployedBefore(),
                lever.buildLimitPerYear(),
                lever.leadTimeYears(),
                lever.lifeYears(),
                lever.irreversible(),
                lever.blockSize(),
                cost,
                cuts,
                electricity);
    }

    PlanCase levers(PlanLever... more) {
        levers.addAll(List.of(more));
        return this;
    }

    PlanCase gross(int year, double tonnes) {
        return target("gross-" + year, EmissionTarget.Measure.GROSS, year, year, tonnes);
    }

    PlanCase net(int year, double tonnes) {
        return target("net-" + year, EmissionTarget.Measure.NET, year, year, tonnes);
    }

    PlanCase budget(double tonnes) {
        return target("budget", EmissionTarget.Measure.GROSS, BASE + 1, lastYear, tonnes);
    }

    PlanCase target(String id, EmissionTarget.Measure measure, int from, int until, double tonnes) {
        targets.add(new EmissionTarget(id, measure, from, until, List.of(), tonnes));
        return this;
    }

    PlanCase credits(double price, double available, CreditMarket.Order order) {
        credits =
                Optional.of(
                        new CreditMarket(
                                YearPath.constant(price), YearPath.constant(available), order));
        return this;
    }

    /// Of vintages up to each year.
    PlanCase held(Double... tonnes) {
        credits = credits.map(market -> holding(market, List.of(tonnes)));
        return this;
    }

    private static CreditMarket holding(CreditMarket market, List<Double> tonnes) {
        return new CreditMarket(
                market.pricePerTonne(),
                market.availableTonnes(),
                Optional.of(new YearPath(tonnes)),
                market.order());
    }

    PlanInput input() {
        return new PlanInput(
                BASE, lastYear, baselines, levers, groups, targets, renewable, caps, credits,
                finance);
    }

    Plan plan() {
        return LeastCostPlanner.plan(input());
    }

    static double credits(Plan plan) {
        return plan.years().stream().mapToDouble(Plan.PlanYear::creditsTonnes).sum();
    }

    static double gaps(Plan plan) {
        return plan.targets().stream().mapToDouble(Plan.TargetResult::gapTonnes).sum();
    }

    static double total(Plan plan) {
        return plan.costs().real() + plan.costs().internalCarbon();
    }

    /// The same with every lever changed.
    static PlanInput withLevers(PlanInput input, UnaryOperator<PlanLever> change) {
        return with(input, input.levers().stream().map(change).toList(), input.credits());
    }

    static PlanInput with(PlanInput input, List<PlanLever> levers, Optional<CreditMarket> credits) {
        return new PlanInput(
                input.baseYear(),
                input.lastYear(),
                input.baselines(),
                levers,
                input.groups(),
                input.targets(),
                input.renewable(),
                input.capitalCaps(),
                credits,
                input.finance());
    }

    static PlanInput shuffled(PlanInput input, Random random) {
        return new PlanInput(
                input.baseYear(),
                input.lastYear(),
                shuffled(input.baselines(), random),
                shuffled(input.levers(), random),
                shuffled(input.groups(), random),
                shuffled(input.targets(), random),
                input.renewable(),
                shuffled(input.capitalCaps(), random),
                input.credits(),
                input.finance());
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    /// A random input without whole numbers: two nodes, one to five levers, targets, credits, a
    /// budget, caps, a renewable path, each now and then. Some have no plan that keeps every
    /// target.
    static PlanInput random(Random random) {
        int years = 3 + random.nextInt(4);
        PlanCase made = new PlanCase(years);
        made.baselines.add(new NodeBaseline("fuel", path(random, years, 50, 100)));
        made.baselines.add(new NodeBaseline("power", path(random, years, 50, 100)));
        int levers = 1 + random.nextInt(5);
        for (int i = 0; i < levers; i++) {
            made.levers.add(randomLever("lever-" + i, random, years));
        }
        for (int i = 1; i <= years; i++) {
            if (random.nextInt(3) == 0) {
                made.gross(BASE + i, 60 + random.nextDouble() * 100);
            }
        }
        if (random.nextBoolean()) {
            made.net(BASE + years, random.nextDouble() * 120);
            made.credits(
                    random.nextDouble() * 50,
                    random.nextInt(4) == 0 ? 10 : 1_000,
                    random.nextInt(4) == 0 ? CreditMarket.Order.BY_COST : CreditMarket.Order.LAST);
        }
        if (random.nextInt(3) == 0) {
            made.budget((90 + random.nextDouble() * 60) * years);
        }
        if (random.nextInt(3) == 0) {
            made.caps.add(
                    new CapitalCap(BASE + 1 + random.nextInt(years), random.nextDouble() * 100));
        }
        if (random.nextInt(3) == 0) {
            made.renewable =
                    Optional.of(
                            new RenewablePath(
                                    path(random, years, 80, 120),
                                    path(random, years, 5, 20),
                                    List.of(
                                            new RenewablePath.ShareTarget(
                                                    "green",
                                                    BASE + years,
                                                    random.nextDouble() * 0.6))));
        }
        made.finance =
                new PlanFinance(
                        random.nextBoolean() ? 0.05 : 0,
                        YearPath.constant(random.nextInt(3) == 0 ? random.nextDouble() * 20 : 0));
        return made.input();
    }

    /// The same with credits that are held and a second year that needs some, where it has credits.
    static PlanInput randomHolding(Random random) {
        PlanInput input = random(random);
        double held = 0;
        List<Double> upToYear = new ArrayList<>();
        for (int year = input.baseYear() + 1; year <= input.lastYear(); year++) {
            held += random.nextInt(2) * random.nextDouble() * 80;
            upToYear.add(held);
        }
        List<EmissionTarget> targets = new ArrayList<>(input.targets());
        if (input.credits().isPresent()) {
            targets.add(
                    EmissionTarget.inYear(
                            "earlier",
                            EmissionTarget.Measure.NET,
                            input.lastYear() - 1,
                            random.nextDouble() * 120));
        }
        return new PlanInput(
                input.baseYear(),
                input.lastYear(),
                input.baselines(),
                input.levers(),
                input.groups(),
                targets,
                input.renewable(),
                input.capitalCaps(),
                input.credits().map(market -> holding(market, upToYear)),
                input.finance());
    }

    static PlanLever randomLever(String id, Random random, int years) {
        double potential = 5 + random.nextDouble() * 30;
        List<Cut> cuts = new ArrayList<>();
        cuts.add(
                random.nextBoolean()
                        ? new Cut.ShareOfNode("power", random.nextDouble() * 0.8)
                        : new Cut.TonnesPerUnit("power", path(random, years, 0.5, 2)));
        if (random.nextBoolean()) {
            cuts.add(new Cut.TonnesPerUnit("fuel", path(random, years, -0.3, 1.5)));
        }
        return new PlanLever(
                id,
                potential,
                random.nextInt(4) == 0 ? potential / 5 : 0,
                path(random, years, 0, 15),
                random.nextInt(3),
                random.nextInt(3) == 0
                        ? OptionalInt.of(1 + random.nextInt(years))
                        : OptionalInt.empty(),
                random.nextBoolean(),
                OptionalDouble.empty(),
                new PlanCost(
                        path(random, years, 0, 30),
                        path(random, years, 0, random.nextInt(2) * 30),
                        path(random, years, -2, 20)),
                cuts,
                new ElectricityEffect(
                        path(random, years, -1, 1), YearPath.constant(random.nextInt(2) * 1.5)));
    }

    private static YearPath path(Random random, int years, double from, double to) {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < years; i++) {
            values.add(from + random.nextDouble() * (to - from));
        }
        return new YearPath(values);
    }
}
