package org.netzero.gateway.roadmap.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What the levers of a projection cost for each tonne they realise, in all its years.
///
/// The present cost of a lever is its capital in the year something is decided, the lead time
/// before its effect, and again where it is renewed, less the annuities of its life after the end
/// of the projection ([UnusedLife]), and its operation in each year by the deployed share; every
/// year discounted to the base year. Tonnes are the lever's realised share of the cut
/// ([Wedge#tonnes]), not discounted. A lever that saves money is shown by its net present value and
/// not ranked: a smaller cut would make it look better.
///
/// @param discountRate per year
/// @param curve with a positive cost, the cheapest tonne first, one currency after the other
/// @param savings by their net present value, the greatest first, one currency after the other
/// @param notRanked in the order in which they act
public record AbatementCosts(
        double discountRate, List<Ranked> curve, List<Saving> savings, List<NotRanked> notRanked) {

    static final String RULE =
            "Present cost = sum over the years of (capital of what is decided or renewed, the lead time before its effect, + operation x deployed share) /"
                    + " (1 + discount rate)^years since the base year, less the annuities of the life after the last year; cost per tonne = present cost"
                    + " / realised tonnes (Shapley, not discounted).";

    public AbatementCosts {
        curve = List.copyOf(curve);
        savings = List.copyOf(savings);
        notRanked = List.copyOf(notRanked);
    }

    /// A step of the curve.
    ///
    /// @param present in the currency
    /// @param tonnes realised over all years
    public record Ranked(String leverId, String currency, PresentCost present, double tonnes) {

        public double presentCost() {
            return present.value();
        }

        public double costPerTonne() {
            return presentCost() / tonnes;
        }

        /// The same with its numbers.
        public String equation() {
            return "%s %s / %s = %s %s/t"
                    .formatted(
                            Text.rounded(presentCost()),
                            currency,
                            Text.tonnes(tonnes),
                            Text.rounded(costPerTonne()),
                            currency);
        }
    }

    /// A lever that costs nothing or saves money.
    ///
    /// @param present in the currency, not positive
    public record Saving(String leverId, String currency, PresentCost present, double tonnes) {

        /// Not negative.
        public double netPresentValue() {
            return 0 - present.value();
        }
    }

    /// A lever that has no place on the curve.
    public record NotRanked(String leverId, String reason) {}

    /// @param discountRate per year, 0.08 for 8 %
    /// @throws ValueOutOfRange unless it is between 0 and 1
    public static AbatementCosts of(Scenario scenario, Projection projection, double discountRate) {
        Require.between("discountRate", discountRate, 0, 1, "state a rate per year, 0.08 for 8 %");
        List<Ranked> curve = new ArrayList<>();
        List<Saving> savings = new ArrayList<>();
        List<NotRanked> notRanked = new ArrayList<>();
        scenario.levers().stream()
                .sorted(Comparator.comparing(Lever::node).thenComparing(Lever::id))
                .forEach(lever -> {
                    double tonnes = tonnesOf(lever, projection);
                    if (lever.cost().isEmpty()) {
                        notRanked.add(new NotRanked(lever.id(), "Its cost is not stated."));
                        return;
                    }
                    Cost cost = lever.cost().get();
                    PresentCost present = presentCost(scenario, lever, cost, discountRate);
                    if (present.value() <= 0) {
                        savings.add(new Saving(lever.id(), cost.currency(), present, tonnes));
                    } else if (tonnes <= 0) {
                        notRanked.add(
                                new NotRanked(
                                        lever.id(),
                                        "It realises no cut: %s at a present cost of %s %s."
                                                .formatted(
                                                        Text.tonnes(tonnes),
                                                        Text.rounded(present.value()),
                                                        cost.currency())));
                    } else {
                        curve.add(new Ranked(lever.id(), cost.currency(), present, tonnes));
                    }
                });
        curve.sort(
                Comparator.comparing(Ranked::currency)
                        .thenComparingDouble(Ranked::costPerTonne)
                        .thenComparing(Ranked::leverId));
        savings.sort(
                Comparator.comparing(Saving::currency)
                        .thenComparingDouble(saving -> -saving.netPresentValue())
                        .thenComparing(Saving::leverId));
        return new AbatementCosts(discountRate, curve, savings, notRanked);
    }

    public static String rule() {
        return RULE;
    }

    private static double tonnesOf(Lever lever, Projection projection) {
        double tonnes = 0;
        for (ProjectionYear year : projection.years()) {
            for (Wedge wedge : year.wedges()) {
                tonnes += wedge.leverId().equals(lever.id()) ? wedge.tonnes() : 0;
            }
        }
        return tonnes;
    }

    private static PresentCost presentCost(
            Scenario scenario, Lever lever, Cost cost, double discountRate) {
        int years = scenario.targetYear() - scenario.baseYear();
        Deployment deployment = lever.deployment();
        double[] shares =
                new Deployments(scenario.levers(), scenario.baseYear(), years + 1).of(lever);
        double[] built = new double[years + 1];
        PresentCost present = new PresentCost(discountRate, years);
        double deployed = 0;
        for (int t = 1; t <= years; t++) {
            int year = scenario.baseYear() + t;
            double now = shares[t];
            built[t] = Math.max(0, now - deployed) + rebuilt(deployment, built, t);
            deployed = now;
            int paid = Math.max(1, t - deployment.leadTimeYears());
            double unused = unused(deployment, year, scenario.targetYear(), t - paid, discountRate);
            double capital = cost.inYear(paid, built[t], 0);
            present.pay(paid, capital, capital * unused);
            present.operate(t, cost.inYear(t, 0, now));
        }
        return present;
    }

    /// What comes to the end of its life in a year and is built again.
    private static double rebuilt(Deployment deployment, double[] built, int t) {
        if (!deployment.renewed()) {
            return 0;
        }
        int before = t - deployment.lifeYears().orElseThrow();
        return before > 0 ? built[before] : 0;
    }

    /// Part of the capital that is left after the last year, of what is built in a year.
    private static double unused(
            Deployment deployment, int builtIn, int lastYear, int lead, double discountRate) {
        if (deployment.lifeYears().isEmpty()) {
            return 0;
        }
        int life = deployment.lifeYears().getAsInt();
        int end = (deployment.renewed() ? builtIn : deployment.firstYearOfEffect()) + life;
        int yearsOfUse = end - builtIn;
        return yearsOfUse <= 0
                ? 0
                : UnusedLife.part(discountRate, lead, yearsOfUse, end - (lastYear + 1));
    }
}
