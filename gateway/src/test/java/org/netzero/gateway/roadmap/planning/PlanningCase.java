package org.netzero.gateway.roadmap.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.netzero.gateway.roadmap.engine.Actuals;
import org.netzero.gateway.roadmap.engine.Assumption;
import org.netzero.gateway.roadmap.engine.Cost;
import org.netzero.gateway.roadmap.engine.Deployment;
import org.netzero.gateway.roadmap.engine.Driver;
import org.netzero.gateway.roadmap.engine.ElectricityAssumptions;
import org.netzero.gateway.roadmap.engine.ElectricityUse;
import org.netzero.gateway.roadmap.engine.Evidence;
import org.netzero.gateway.roadmap.engine.GridFactorPaths;
import org.netzero.gateway.roadmap.engine.Inventory;
import org.netzero.gateway.roadmap.engine.Lever;
import org.netzero.gateway.roadmap.engine.LeverEffect;
import org.netzero.gateway.roadmap.engine.LeverNode;
import org.netzero.gateway.roadmap.engine.OffsetPolicy;
import org.netzero.gateway.roadmap.engine.Reach;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.engine.Target;
import org.netzero.gateway.roadmap.engine.TargetLevel;
import org.netzero.gateway.roadmap.engine.TargetMetric;
import org.netzero.gateway.roadmap.plan.CreditMarket;
import org.netzero.gateway.roadmap.plan.ExclusiveGroup;

/// A small language for scenarios to plan, from the published company's figures or of one's own.
final class PlanningCase {

    static final Evidence MADE_UP = Evidence.estimated("made up for a test");
    static final int BASE = 2021;

    Inventory base =
            new Inventory(
                    BASE,
                    15_282.54,
                    2_399_228.928,
                    2_522_949.432,
                    new TreeMap<>(Map.of("UNSPECIFIED", 2_743_000.0)),
                    new ElectricityUse(4_308_960, 2_334, 63_000, 1.32));
    Actuals actuals = Actuals.NONE;
    int lastYear = 2030;
    Driver electricity = new Driver(0.0781, 0.02, 0.9, MADE_UP);
    Driver other = new Driver(0.03, 0.01, 0.8, MADE_UP);
    List<Lever> levers = new ArrayList<>();
    List<Target> targets = new ArrayList<>();
    OffsetPolicy offsets = new OffsetPolicy(true, OptionalDouble.empty(), MADE_UP);
    PlanTerms terms = PlanTerms.NONE;

    /// A pue, a supply-chain and a green-power lever with costs, and the published targets.
    static PlanningCase published() {
        PlanningCase made = new PlanningCase();
        made.levers.add(
                lever(
                        "pue",
                        LeverNode.EFFICIENCY,
                        new LeverEffect.PueTarget(1.2),
                        0.2,
                        1,
                        3e9,
                        -2e8));
        made.levers.add(
                lever(
                        "green",
                        LeverNode.GREEN_POWER,
                        new LeverEffect.RenewableShareTarget(1),
                        0.25,
                        0,
                        0,
                        3e8));
        made.levers.add(
                lever(
                        "suppliers",
                        LeverNode.SUPPLIER_FACTOR,
                        new LeverEffect.Reduction(new Reach.Scope3(), 0.3),
                        0.15,
                        2,
                        1e9,
                        5e7));
        made.levers.add(
                lever(
                        "heat-pumps",
                        LeverNode.ELECTRIFICATION,
                        new LeverEffect.Electrification(0.6, 0.03),
                        0.3,
                        0,
                        1e8,
                        0));
        return made;
    }

    /// 200 t a year, 60 t of them of scope 1 that lever A cuts, 140 t of scope 3 of which lever B
    /// cuts 100 t; a tonne of A costs 20, of B 60.
    static PlanningCase twoLevers(int years) {
        PlanningCase made = new PlanningCase();
        made.base =
                new Inventory(
                        BASE,
                        60,
                        0,
                        0,
                        new TreeMap<>(Map.of("UNSPECIFIED", 140.0)),
                        new ElectricityUse(0, 0, 0, 1));
        made.electricity = new Driver(0, 0, 0.5, MADE_UP);
        made.other = made.electricity;
        made.lastYear = BASE + years;
        made.levers.add(
                lever(
                        "A",
                        LeverNode.RESIDUAL,
                        new LeverEffect.Reduction(new Reach.Scope1(), 1),
                        0.5,
                        0,
                        0,
                        20 * 60));
        made.levers.add(
                lever(
                        "B",
                        LeverNode.RESIDUAL,
                        new LeverEffect.Reduction(new Reach.Scope3(), 100 / 140.0),
                        0.1,
                        0,
                        0,
                        60 * 100));
        made.terms = new Terms().discount(0).build();
        return made;
    }

    static Lever lever(
            String id,
            LeverNode node,
            LeverEffect effect,
            double ramp,
            int leadTime,
            double capital,
            double operating) {
        return new Lever(
                id,
                "Lever " + id,
                node,
                effect,
                new Deployment(BASE + 1, ramp, leadTime, OptionalInt.empty()),
                Optional.of(new Cost(capital, operating, "CNY")),
                Optional.empty(),
                MADE_UP);
    }

    PlanningCase target(String id, TargetMetric metric, int year, double tonnes) {
        targets.add(new Target(id, metric, new TargetLevel.Tonnes(tonnes), year, MADE_UP));
        return this;
    }

    PlanningCase share(int year, double share) {
        targets.add(
                new Target(
                        "share-" + year,
                        TargetMetric.RENEWABLE_SHARE,
                        new TargetLevel.Share(share),
                        year,
                        MADE_UP));
        return this;
    }

    /// The same company with its tonnes and its money in other units.
    PlanningCase inUnits(double mass, double money) {
        TreeMap<String, Double> scope3 = new TreeMap<>(base.scope3TonnesByCategory());
        scope3.replaceAll((_, tonnes) -> tonnes * mass);
        base =
                new Inventory(
                        base.year(),
                        base.scope1Tonnes() * mass,
                        base.scope2LocationTonnes() * mass,
                        base.scope2MarketTonnes() * mass,
                        scope3,
                        base.electricity());
        levers.replaceAll(lever -> inUnits(lever, mass, money));
        targets.replaceAll(target ->
                target.level() instanceof TargetLevel.Tonnes(double tonnes)
                        ? new Target(
                                target.id(),
                                target.metric(),
                                new TargetLevel.Tonnes(tonnes * mass),
                                target.year(),
                                target.evidence())
                        : target);
        return this;
    }

    private static Lever inUnits(Lever lever, double mass, double money) {
        Cost cost = lever.cost().orElseThrow();
        return new Lever(
                lever.id(),
                lever.name(),
                lever.node(),
                lever.effect()
                                instanceof
                                LeverEffect.Electrification(double depth, double mwhPerTonne)
                        ? new LeverEffect.Electrification(depth, mwhPerTonne / mass)
                        : lever.effect(),
                lever.deployment(),
                Optional.of(
                        new Cost(
                                cost.capital() * money,
                                cost.operatingPerYear() * money,
                                cost.currency())),
                Optional.empty(),
                lever.evidence());
    }

    Scenario scenario() {
        return new Scenario(
                "case",
                "Case",
                base.year(),
                lastYear,
                new ElectricityAssumptions(
                        electricity,
                        new Assumption(0.9, MADE_UP),
                        new Assumption(0.6, MADE_UP),
                        new GridFactorPaths(
                                new Assumption(0, MADE_UP),
                                new Assumption(0, MADE_UP),
                                new Assumption(0, MADE_UP))),
                other,
                levers,
                targets,
                offsets);
    }

    ScenarioPlan plan() {
        return ScenarioPlan.of(scenario(), base, actuals, terms);
    }

    /// Terms, one after the other.
    static final class Terms {

        private OptionalDouble discount = OptionalDouble.empty();
        private OptionalDouble internalPrice = OptionalDouble.empty();
        private Optional<List<PlanTerms.StatedTarget>> targets = Optional.empty();
        private Optional<List<PlanTerms.StatedShare>> shares = Optional.empty();
        private PlanTerms.Credits credits = PlanTerms.NONE.credits();
        private List<ExclusiveGroup> groups = List.of();
        private final TreeMap<String, PlanTerms.LeverTerms> levers = new TreeMap<>();

        Terms internalCarbonPrice(double perTonne) {
            internalPrice = OptionalDouble.of(perTonne);
            return this;
        }

        Terms discount(double rate) {
            discount = OptionalDouble.of(rate);
            return this;
        }

        Terms targets(PlanTerms.StatedTarget... stated) {
            targets = Optional.of(List.of(stated));
            return this;
        }

        Terms shares(PlanTerms.StatedShare... stated) {
            shares = Optional.of(List.of(stated));
            return this;
        }

        Terms credits(double price, CreditMarket.Order order) {
            credits =
                    new PlanTerms.Credits(
                            OptionalDouble.of(price),
                            List.of(),
                            OptionalDouble.empty(),
                            List.of(),
                            Optional.of(order));
            return this;
        }

        Terms credits(List<PlanTerms.Step> prices, List<PlanTerms.Step> available) {
            credits =
                    new PlanTerms.Credits(
                            OptionalDouble.empty(),
                            prices,
                            OptionalDouble.empty(),
                            available,
                            Optional.empty());
            return this;
        }

        Terms groups(ExclusiveGroup... stated) {
            groups = List.of(stated);
            return this;
        }

        Terms lever(String id, PlanTerms.LeverTerms limits) {
            levers.put(id, limits);
            return this;
        }

        PlanTerms build() {
            return new PlanTerms(
                    Optional.empty(),
                    discount,
                    internalPrice,
                    Optional.empty(),
                    OptionalInt.empty(),
                    List.of(),
                    targets,
                    shares,
                    credits,
                    groups,
                    levers);
        }
    }
}
