package org.netzero.gateway.roadmap.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.netzero.gateway.roadmap.engine.Actuals;
import org.netzero.gateway.roadmap.engine.Cost;
import org.netzero.gateway.roadmap.engine.CreditLot;
import org.netzero.gateway.roadmap.engine.CreditPriceRange;
import org.netzero.gateway.roadmap.engine.DeployedYears;
import org.netzero.gateway.roadmap.engine.Deployment;
import org.netzero.gateway.roadmap.engine.Evidence;
import org.netzero.gateway.roadmap.engine.Inventory;
import org.netzero.gateway.roadmap.engine.Lever;
import org.netzero.gateway.roadmap.engine.OffsetPolicy;
import org.netzero.gateway.roadmap.engine.Projection;
import org.netzero.gateway.roadmap.engine.Roadmap;
import org.netzero.gateway.roadmap.engine.RoadmapRefusal;
import org.netzero.gateway.roadmap.engine.Scenario;
import org.netzero.gateway.roadmap.engine.Target;
import org.netzero.gateway.roadmap.engine.TargetLevel;
import org.netzero.gateway.roadmap.engine.TargetMetric;
import org.netzero.gateway.roadmap.engine.UnusedLife;
import org.netzero.gateway.roadmap.plan.CreditMarket;
import org.netzero.gateway.roadmap.plan.ElectricityEffect;
import org.netzero.gateway.roadmap.plan.EmissionTarget;
import org.netzero.gateway.roadmap.plan.NodeBaseline;
import org.netzero.gateway.roadmap.plan.PlanCost;
import org.netzero.gateway.roadmap.plan.PlanFinance;
import org.netzero.gateway.roadmap.plan.PlanInput;
import org.netzero.gateway.roadmap.plan.PlanInputRefused;
import org.netzero.gateway.roadmap.plan.PlanLever;
import org.netzero.gateway.roadmap.plan.RenewablePath;
import org.netzero.gateway.roadmap.plan.YearPath;

/// A scenario and the terms of its plan as the planner's input, with everything that was assumed.
final class PlanQuestion {

    private static final String CURRENCY = "CNY";
    private static final double DISCOUNT_RATE = 0.08;

    /// Nine ninths are a whole, which nine times a rounded ninth is not.
    private static final double ROUNDING = 1e-9;

    private static final Evidence BY_THE_CALLER = Evidence.stated("Stated for the plan.");

    private final PlanTerms terms;
    private final Scenario scenario;

    /// Without levers: of it the levels and paths of the targets count.
    private final Projection projection;

    private final String currency;
    private final PlanTargets targets;
    private final double[] grossWithoutLevers;
    private final List<Assumed> assumed = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final List<String> freeLevers = new ArrayList<>();
    private final List<String> paidInFull = new ArrayList<>();
    private final PlanInput input;

    private PlanQuestion(Scenario stored, Inventory base, Actuals actuals, PlanTerms terms) {
        this.terms = terms;
        checkLevers(stored);
        checkBudgets(stored);
        scenario = withTargets(stored);
        projection = Roadmap.project(scenario.withLevers(List.of()), base, actuals);
        currency = currency();
        targets =
                new PlanTargets(
                        projection,
                        terms.targets().orElse(List.of()).stream()
                                .filter(PlanTerms.StatedTarget::isBudget)
                                .toList());
        DeployedYears years = DeployedYears.of(scenario, base, actuals);
        grossWithoutLevers = new double[years()];
        for (int t = 0; t < years(); t++) {
            int year = scenario.baseYear() + 1 + t;
            grossWithoutLevers[t] = years.in(year, Map.of()).grossTonnes();
            if (years.isActual(year)) {
                remarks.add(
                        "%d has a complete inventory: no lever moves its figures.".formatted(year));
            }
        }
        try {
            input = input();
        } catch (PlanInputRefused refused) {
            throw refused(refused);
        }
        remarks.addAll(targets.remarks());
        saySource();
    }

    /// @throws PlanRefused where the terms, or the scenario for want of them, break a rule
    static PlanQuestion of(Scenario stored, Inventory base, Actuals actuals, PlanTerms terms) {
        return new PlanQuestion(stored, base, actuals, terms);
    }

    private int years() {
        return scenario.targetYear() - scenario.baseYear();
    }

    private void checkLevers(Scenario stored) {
        Set<String> known = new HashSet<>();
        stored.levers().forEach(lever -> known.add(lever.id()));
        for (String id : terms.levers().keySet()) {
            if (!known.contains(id)) {
                throw new PlanRefused(
                        "levers[%d].id".formatted(terms.of(id).place()),
                        "UNKNOWN_NAME",
                        "'%s' is no lever of the scenario; it has %s"
                                .formatted(id, String.join(", ", new TreeSet<>(known))));
            }
        }
    }

    private void checkBudgets(Scenario stored) {
        List<PlanTerms.StatedTarget> stated = terms.targets().orElse(List.of());
        for (int i = 0; i < stated.size(); i++) {
            PlanTerms.StatedTarget target = stated.get(i);
            if (target.isBudget()
                    && (target.fromYear() <= stored.baseYear()
                            || target.year() > stored.targetYear())) {
                throw new PlanRefused(
                        "targets[%d].%s"
                                .formatted(
                                        i,
                                        target.fromYear() <= stored.baseYear()
                                                ? "fromYear"
                                                : "year"),
                        "VALUE_OUT_OF_RANGE",
                        "a budget from %d to %d does not lie in the planned years %d to %d"
                                .formatted(
                                        target.fromYear(),
                                        target.year(),
                                        stored.baseYear() + 1,
                                        stored.targetYear()));
            }
        }
    }

    private Scenario withTargets(Scenario stored) {
        List<Target> counted = new ArrayList<>();
        for (PlanTerms.StatedTarget target : terms.targets().orElse(List.of())) {
            if (!target.isBudget()) {
                counted.add(
                        new Target(
                                target.id(),
                                target.metric(),
                                new TargetLevel.Tonnes(target.tonnes()),
                                target.year(),
                                BY_THE_CALLER));
            }
        }
        if (terms.targets().isEmpty()) {
            stored.targets().stream()
                    .filter(target -> target.metric() != TargetMetric.RENEWABLE_SHARE)
                    .forEach(counted::add);
        }
        int ofTonnes = counted.size();
        if (terms.renewablePath().isEmpty()) {
            stored.targets().stream()
                    .filter(target -> target.metric() == TargetMetric.RENEWABLE_SHARE)
                    .forEach(counted::add);
        } else {
            for (PlanTerms.StatedShare share : terms.renewablePath().get()) {
                counted.add(
                        new Target(
                                "renewable-" + share.year(),
                                TargetMetric.RENEWABLE_SHARE,
                                new TargetLevel.Share(share.share()),
                                share.year(),
                                BY_THE_CALLER));
            }
        }
        try {
            return stored.withTargets(counted);
        } catch (RoadmapRefusal refused) {
            throw new PlanRefused(
                    FieldPaths.ofTargets(refused.path(), terms, ofTonnes),
                    "BREAKS_A_RULE",
                    String.valueOf(refused.getMessage()));
        }
    }

    /// Of the costs that count, which have to be of one.
    private String currency() {
        Optional<String> found = terms.currency();
        List<Lever> levers = scenario.levers();
        for (int i = 0; i < levers.size(); i++) {
            Optional<Cost> cost = costOf(levers.get(i));
            if (cost.isEmpty()) {
                continue;
            }
            String its = cost.get().currency();
            if (found.isPresent() && !found.get().equals(its)) {
                throw new PlanRefused(
                        FieldPaths.ofLever(terms, levers.get(i).id(), i) + ".cost.currency",
                        "ANOTHER_CURRENCY",
                        "lever '%s' costs %s and the plan counts %s; state its cost for the plan in %s"
                                .formatted(levers.get(i).id(), its, found.get(), found.get()));
            }
            found = Optional.of(its);
        }
        if (found.isEmpty()) {
            assumed.add(new Assumed("currency", CURRENCY, "No lever has a cost."));
        }
        return found.orElse(CURRENCY);
    }

    private Optional<Cost> costOf(Lever lever) {
        return terms.of(lever.id()).cost().or(lever::cost);
    }

    private PlanInput input() {
        Optional<CreditMarket> credits = credits();
        return new PlanInput(
                scenario.baseYear(),
                scenario.targetYear(),
                List.of(
                        nothing(PlanTargets.SCOPE_1),
                        nothing(PlanTargets.SCOPE_2),
                        nothing(PlanTargets.SCOPE_3)),
                scenario.levers().stream().map(this::lever).toList(),
                terms.exclusiveGroups(),
                targets.emissions(),
                Optional.of(
                        new RenewablePath(
                                YearPath.constant(0), YearPath.constant(0), targets.shares())),
                terms.capitalCaps(),
                credits,
                finance());
    }

    /// The simulator's figures take its place.
    private static NodeBaseline nothing(String node) {
        return new NodeBaseline(node, YearPath.constant(0));
    }

    private PlanFinance finance() {
        if (terms.deductUnusedLife().isEmpty()) {
            assumed.add(
                    new Assumed("deductUnusedLife", "true", "Assumed, as for abatement costs."));
        }
        if (terms.discountRate().isEmpty()) {
            assumed.add(
                    new Assumed(
                            "discountRate",
                            Double.toString(DISCOUNT_RATE),
                            "Assumed, as for abatement costs."));
        }
        if (terms.internalCarbonPrice().isEmpty()) {
            assumed.add(new Assumed("internalCarbonPrice", "0", "None is stated."));
        }
        return new PlanFinance(
                discountRate(), YearPath.constant(terms.internalCarbonPrice().orElse(0)));
    }

    private PlanLever lever(Lever lever) {
        PlanTerms.LeverTerms stated = terms.of(lever.id());
        Deployment deployment = lever.deployment();
        Optional<Cost> cost = costOf(lever);
        if (cost.isEmpty()) {
            freeLevers.add(lever.id());
        }
        int start =
                Math.max(
                        stated.startYear().orElse(deployment.startYear()),
                        terms.decideFrom().orElse(scenario.baseYear() + 1));
        double limit = stated.buildLimitPerYear().orElse(deployment.rampPerYear()) * (1 + ROUNDING);
        List<Double> limits = new ArrayList<>();
        List<Double> capital = new ArrayList<>();
        List<Double> unused = new ArrayList<>();
        int leadTime = stated.leadTimeYears().orElse(deployment.leadTimeYears());
        OptionalInt life =
                stated.lifeYears().isPresent() ? stated.lifeYears() : deployment.lifeYears();
        if (life.isEmpty()
                && terms.deductUnusedLife().orElse(true)
                && cost.filter(known -> known.capital() > 0).isPresent()) {
            paidInFull.add(lever.id());
        }
        for (int year = 1; year <= years(); year++) {
            limits.add(scenario.baseYear() + year < start ? 0 : limit);
            int after = year;
            double paid = cost.map(known -> known.capitalAfter(after)).orElse(0.0);
            capital.add(paid);
            unused.add(life.isPresent() ? paid * unusedPart(year, leadTime, life.getAsInt()) : 0);
        }
        return new PlanLever(
                lever.id(),
                1,
                0,
                new YearPath(limits),
                leadTime,
                life,
                !stated.mayStandIdle(),
                stated.blockSize(),
                new PlanCost(
                        new YearPath(capital),
                        new YearPath(unused),
                        YearPath.constant(cost.map(Cost::operatingPerYear).orElse(0.0))),
                List.of(),
                ElectricityEffect.NONE,
                lever.requires());
    }

    /// 0 where it would have no effect within the plan, in which nothing is decided.
    private double unusedPart(int year, int leadTime, int life) {
        int before = year - 1 + leadTime;
        return terms.deductUnusedLife().orElse(true) && before < years()
                ? UnusedLife.part(discountRate(), leadTime, life, before + life - years())
                : 0;
    }

    private double discountRate() {
        return terms.discountRate().orElse(DISCOUNT_RATE);
    }

    private Optional<CreditMarket> credits() {
        if (targets.emissions().stream()
                .noneMatch(target -> target.measure() == EmissionTarget.Measure.NET)) {
            return Optional.empty();
        }
        CreditMarket.Order order = terms.credits().offsets().orElse(CreditMarket.Order.LAST);
        if (terms.credits().offsets().isEmpty()) {
            assumed.add(new Assumed("credits.offsets", "LAST", "Credits come last."));
        }
        OffsetPolicy policy = scenario.offsets();
        boolean stated = terms.credits().availableTonnes(scenario.targetYear()).isPresent();
        boolean permitted = policy.permitted() || stated;
        if (order == CreditMarket.Order.LAST && permitted) {
            targets.claim();
        }
        if (!stated) {
            assumed.add(
                    new Assumed(
                            "credits.availableTonnesPerYear",
                            available(policy),
                            "The scenario's use of credits."));
        }
        List<Double> available = new ArrayList<>();
        for (int t = 0; t < years(); t++) {
            int year = scenario.baseYear() + 1 + t;
            boolean usable =
                    permitted && (order == CreditMarket.Order.BY_COST || targets.isClaimable(year));
            double most =
                    (stated ? terms.credits().availableTonnes(year) : policy.maximumTonnesPerYear())
                            .orElse(Double.POSITIVE_INFINITY);
            available.add(usable ? Math.min(most, 2 * grossWithoutLevers[t]) : 0.0);
        }
        return Optional.of(
                new CreditMarket(
                        creditPrices(),
                        new YearPath(available),
                        stated ? Optional.empty() : policy.register().map(this::held),
                        order));
    }

    private static String available(OffsetPolicy policy) {
        if (!policy.permitted()) {
            return "none";
        }
        String most =
                policy.maximumTonnesPerYear().isPresent()
                        ? FieldPaths.number(policy.maximumTonnesPerYear().getAsDouble())
                                + " t a year"
                        : "as many as are needed";
        return policy.register().isEmpty()
                ? most
                : most
                        + ", of the lots in the register: up to each year those of vintages up to it, each used once";
    }

    /// What the register holds of vintages up to each year, of which the plan uses none twice; as
    /// far as a plan could use it.
    private YearPath held(List<CreditLot> lots) {
        double most = 2 * Arrays.stream(grossWithoutLevers).sum();
        List<Double> held = new ArrayList<>();
        for (int t = 0; t < years(); t++) {
            int year = scenario.baseYear() + 1 + t;
            double tonnes =
                    lots.stream()
                            .filter(lot -> lot.vintageYear() <= year)
                            .mapToDouble(CreditLot::tonnes)
                            .sum();
            held.add(Math.max(t == 0 ? 0 : held.getLast(), Math.min(most, tonnes)));
        }
        return new YearPath(held);
    }

    private YearPath creditPrices() {
        if (terms.credits().price(scenario.targetYear()).isEmpty()) {
            return YearPath.constant(creditPrice());
        }
        List<Double> prices = new ArrayList<>();
        for (int t = 0; t < years(); t++) {
            prices.add(terms.credits().price(scenario.baseYear() + 1 + t).orElseThrow());
        }
        return new YearPath(prices);
    }

    private double creditPrice() {
        var stated = scenario.offsets().price();
        if (stated.isPresent() && stated.get().currency().equals(currency)) {
            assumed.add(
                    new Assumed(
                            "credits.pricePerTonne",
                            FieldPaths.number(stated.get().perTonne()),
                            "The scenario's price of a credit."));
            return stated.get().perTonne();
        }
        if (!currency.equals(CreditPriceRange.ASSUMED.currency())) {
            throw new PlanRefused(
                    "credits.pricePerTonne",
                    "REQUIRED",
                    "no price of a credit is known in %s; state one".formatted(currency));
        }
        assumed.add(
                new Assumed(
                        "credits.pricePerTonne",
                        FieldPaths.number(CreditPriceRange.ASSUMED.expected()),
                        CreditPriceRange.ASSUMED.source()));
        return CreditPriceRange.ASSUMED.expected();
    }

    private void saySource() {
        if (terms.targets().isEmpty()) {
            assumed.add(
                    new Assumed(
                            "targets",
                            "the scenario's",
                            "Each in its year, the last of a kind held to the end, a net target until the next."));
        }
        if (terms.renewablePath().isEmpty()) {
            assumed.add(
                    new Assumed(
                            "renewablePath",
                            "the scenario's",
                            "Its targets on the renewable share."));
        }
        if (terms.capitalCaps().isEmpty()) {
            assumed.add(new Assumed("capitalCaps", "none", "None is stated."));
        }
        if (terms.decideFrom().isEmpty()) {
            assumed.add(
                    new Assumed(
                            "decideFrom",
                            Integer.toString(scenario.baseYear() + 1),
                            "The year after the base year; a lever not before its own start."));
        }
        assumed.add(
                new Assumed(
                        "levers",
                        "the scenario's",
                        "Start, ramp as the build limit, lead time and life of each, unless stated; built in any part and always in use unless stated."));
        if (!paidInFull.isEmpty()) {
            assumed.add(
                    new Assumed(
                            "levers.lifeYears",
                            "capital in full for " + String.join(", ", paidInFull),
                            "No life is stated, so nothing is taken off for the years after the last."));
        }
        if (!freeLevers.isEmpty()) {
            assumed.add(
                    new Assumed(
                            "levers.cost",
                            "0 for " + String.join(", ", freeLevers),
                            "No cost of them is stated, so they count as free; of plans that cost the same, the one that emits least is taken."));
        }
        scenario.targets().stream()
                .filter(target -> target.year() > scenario.targetYear())
                .forEach(target ->
                        remarks.add(
                                "Target '%s' of %d lies after the last planned year."
                                        .formatted(target.id(), target.year())));
    }

    PlanRefused refused(PlanInputRefused refused) {
        return FieldPaths.refused(refused, terms, scenario);
    }

    Scenario scenario() {
        return scenario;
    }

    String planCurrency() {
        return currency;
    }

    PlanInput planInput() {
        return input;
    }

    List<String> freeLevers() {
        return freeLevers;
    }

    List<Assumed> assumed() {
        return assumed;
    }

    List<String> remarks() {
        return remarks;
    }
}
