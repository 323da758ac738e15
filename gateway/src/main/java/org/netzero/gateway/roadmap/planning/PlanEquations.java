package org.netzero.gateway.roadmap.planning;

import java.util.ArrayList;
import java.util.List;
import org.netzero.gateway.roadmap.engine.DeployedYears;
import org.netzero.gateway.roadmap.engine.Equation;
import org.netzero.gateway.roadmap.engine.Equation.Term;
import org.netzero.gateway.roadmap.plan.Plan;
import org.netzero.gateway.roadmap.plan.PlanInput;
import org.netzero.gateway.roadmap.plan.PlanLever;

/// How the figures of a plan came about. The emissions are the simulator's.
final class PlanEquations {

    private static final String TONNES = "t";

    private final ScenarioPlan made;
    private final PlanInput input;
    private final Plan plan;
    private final List<Equation> equations = new ArrayList<>();

    private PlanEquations(ScenarioPlan made) {
        this.made = made;
        input = made.input();
        plan = made.outcome().judged();
    }

    static List<Equation> of(ScenarioPlan made) {
        PlanEquations all = new PlanEquations(made);
        for (int t = 0; t < all.plan.years().size(); t++) {
            all.addYear(t);
        }
        all.addTargets();
        all.addCosts();
        return all.equations;
    }

    private void add(
            String figure, int year, String formula, List<Term> terms, double value, String unit) {
        equations.add(new Equation(figure, year, formula, terms, value, unit));
    }

    private void addYear(int t) {
        Plan.PlanYear year = plan.years().get(t);
        DeployedYears.Figures figures = made.figures().get(t);
        add(
                "grossTonnes",
                year.year(),
                "scope1 + scope2Market + scope3",
                List.of(
                        new Term("scope1", figures.scope1Tonnes()),
                        new Term("scope2Market", figures.scope2MarketTonnes()),
                        new Term("scope3", figures.scope3Tonnes())),
                year.grossTonnes(),
                TONNES);
        add(
                "differenceTonnes",
                year.year(),
                "linear - simulated",
                List.of(
                        new Term("linear", linear(t).grossTonnes()),
                        new Term("simulated", year.grossTonnes())),
                linear(t).grossTonnes() - year.grossTonnes(),
                TONNES);
        add(
                "netTonnes",
                year.year(),
                "gross - credits",
                List.of(
                        new Term("gross", year.grossTonnes()),
                        new Term("credits", year.creditsTonnes())),
                year.netTonnes(),
                TONNES);
        if (figures.electricityMwh() > 0) {
            add(
                    "renewableShare",
                    year.year(),
                    "renewable / demand",
                    List.of(
                            new Term("renewable", figures.renewableMwh()),
                            new Term("demand", figures.electricityMwh())),
                    figures.renewableMwh() / figures.electricityMwh(),
                    "1");
        }
        addMoney(t, year);
    }

    private Plan.PlanYear linear(int t) {
        return made.outcome().plan().years().get(t);
    }

    private void addMoney(int t, Plan.PlanYear year) {
        List<Term> capital = new ArrayList<>();
        List<Term> unused = new ArrayList<>();
        List<Term> operating = new ArrayList<>();
        List<String> capitalSum = new ArrayList<>();
        List<String> unusedSum = new ArrayList<>();
        List<String> operatingSum = new ArrayList<>();
        for (Plan.LeverPlan lever : plan.levers()) {
            PlanLever of = lever(lever.id());
            double decided = lever.decided().get(t);
            double inUse = lever.inUse().get(t);
            double paid = at(of.cost().capitalPerUnit().values(), t);
            double run = at(of.cost().operatingPerUnit().values(), t);
            if (decided > 0 && paid != 0) {
                capitalSum.add("capital[%1$s]*decided[%1$s]".formatted(lever.id()));
                capital.add(new Term("capital[%s]".formatted(lever.id()), paid));
                capital.add(new Term("decided[%s]".formatted(lever.id()), decided));
                double left = at(of.cost().unusedCapitalPerUnit().values(), t);
                if (left > 0) {
                    unusedSum.add("unused[%1$s]*decided[%1$s]".formatted(lever.id()));
                    unused.add(new Term("unused[%s]".formatted(lever.id()), left));
                    unused.add(new Term("decided[%s]".formatted(lever.id()), decided));
                    addUnused(of, t, paid, left);
                }
            }
            if (inUse > 0 && run != 0) {
                operatingSum.add("operating[%1$s]*inUse[%1$s]".formatted(lever.id()));
                operating.add(new Term("operating[%s]".formatted(lever.id()), run));
                operating.add(new Term("inUse[%s]".formatted(lever.id()), inUse));
            }
        }
        String money = made.currency();
        if (!capital.isEmpty()) {
            add(
                    "capitalCost",
                    year.year(),
                    String.join(" + ", capitalSum),
                    capital,
                    year.capitalCost(),
                    money);
        }
        if (!unused.isEmpty()) {
            add(
                    "unusedCapital",
                    year.year(),
                    String.join(" + ", unusedSum),
                    unused,
                    year.unusedCapital(),
                    money);
        }
        if (!operating.isEmpty()) {
            add(
                    "operatingCost",
                    year.year(),
                    String.join(" + ", operatingSum),
                    operating,
                    year.operatingCost(),
                    money);
        }
        if (year.creditsTonnes() > 0) {
            add(
                    "creditsCost",
                    year.year(),
                    "price*credits",
                    List.of(
                            new Term(
                                    "price",
                                    at(input.credits().orElseThrow().pricePerTonne().values(), t)),
                            new Term("credits", year.creditsTonnes())),
                    year.creditsCost(),
                    money);
        }
        if (year.internalCarbonCost() != 0) {
            add(
                    "internalCarbonCost",
                    year.year(),
                    "internalPrice*gross",
                    List.of(
                            new Term(
                                    "internalPrice",
                                    at(input.finance().internalCarbonPricePerTonne().values(), t)),
                            new Term("gross", year.grossTonnes())),
                    year.internalCarbonCost(),
                    money);
        }
        add(
                "realCost",
                year.year(),
                "capital + operating + credits",
                List.of(
                        new Term("capital", year.capitalCost()),
                        new Term("operating", year.operatingCost()),
                        new Term("credits", year.creditsCost())),
                year.realCost(),
                money);
    }

    private void addUnused(PlanLever lever, int t, double paid, double left) {
        double rate = input.finance().discountRatePerYear();
        int life = lever.lifeYears().orElseThrow();
        int lead = lever.leadTimeYears();
        List<Term> terms =
                new ArrayList<>(
                        List.of(
                                new Term("capital", paid),
                                new Term("after", t + lead + life - plan.years().size()),
                                new Term("life", life)));
        if (rate > 0) {
            terms.add(new Term("lead", lead));
            terms.add(new Term("rate", rate));
        }
        add(
                "unused[%s]".formatted(lever.id()),
                input.baseYear() + 1 + t,
                rate > 0
                        ? "capital*(1 + rate)^(lead - 1)*(1 - (1 + rate)^-after)/(1 - (1 + rate)^-life)"
                        : "capital*after/life",
                terms,
                left,
                made.currency());
    }

    private PlanLever lever(String id) {
        return input.levers().stream()
                .filter(lever -> lever.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static double at(List<Double> values, int t) {
        return values.size() == 1 ? values.getFirst() : values.get(t);
    }

    private void addTargets() {
        for (Plan.TargetResult result : plan.targets()) {
            add(
                    "gap[%s]".formatted(result.target().id()),
                    result.target().untilYear(),
                    "reached - target",
                    List.of(
                            new Term("reached", result.reachedTonnes()),
                            new Term("target", result.target().tonnes())),
                    result.reachedTonnes() - result.target().tonnes(),
                    TONNES);
        }
        for (Plan.ShareResult result : plan.shareTargets()) {
            int t = result.target().year() - input.baseYear() - 1;
            DeployedYears.Figures figures = made.figures().get(t);
            add(
                    "missing[%s]".formatted(result.target().id()),
                    result.target().year(),
                    "share*demand - renewable",
                    List.of(
                            new Term("share", result.target().share()),
                            new Term("demand", figures.electricityMwh()),
                            new Term("renewable", figures.renewableMwh())),
                    result.target().share() * figures.electricityMwh() - figures.renewableMwh(),
                    "MWh");
        }
    }

    private void addCosts() {
        List<Term> terms = new ArrayList<>();
        List<String> sum = new ArrayList<>();
        List<String> unused = new ArrayList<>();
        terms.add(new Term("rate", input.finance().discountRatePerYear()));
        for (int t = 0; t < plan.years().size(); t++) {
            Plan.PlanYear year = plan.years().get(t);
            if (year.realCost() != 0) {
                sum.add("real[%d]/(1 + rate)^%d".formatted(year.year(), t + 1));
                terms.add(new Term("real[%d]".formatted(year.year()), year.realCost()));
            }
            if (year.unusedCapital() != 0) {
                unused.add("unused[%d]".formatted(year.year()));
                terms.add(new Term("unused[%d]".formatted(year.year()), year.unusedCapital()));
            }
        }
        String deducted =
                unused.isEmpty()
                        ? ""
                        : " - (%s)/(1 + rate)^%d"
                                .formatted(String.join(" + ", unused), plan.years().size());
        add(
                "costs.real",
                plan.years().getLast().year(),
                (sum.isEmpty() ? "0" : String.join(" + ", sum)) + deducted,
                terms,
                plan.costs().real(),
                made.currency());
        addInternalCosts();
    }

    private void addInternalCosts() {
        if (plan.costs().internalCarbon() == 0) {
            return;
        }
        List<Term> terms = new ArrayList<>();
        List<String> sum = new ArrayList<>();
        terms.add(new Term("rate", input.finance().discountRatePerYear()));
        for (int t = 0; t < plan.years().size(); t++) {
            Plan.PlanYear year = plan.years().get(t);
            sum.add("internal[%d]/(1 + rate)^%d".formatted(year.year(), t + 1));
            terms.add(new Term("internal[%d]".formatted(year.year()), year.internalCarbonCost()));
        }
        add(
                "costs.internalCarbon",
                plan.years().getLast().year(),
                String.join(" + ", sum),
                terms,
                plan.costs().internalCarbon(),
                made.currency());
    }
}
