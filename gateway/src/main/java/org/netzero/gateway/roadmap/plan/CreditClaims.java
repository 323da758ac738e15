package org.netzero.gateway.roadmap.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// Which missed net targets credits may meet: those in whose years emissions as a whole and the
/// renewable share are on target, and for the whole of which there are credits. A part of what
/// stays could not be claimed. Credits are used in the order of the years, those left in one year
/// in the next.
final class CreditClaims {

    private final PlanInput input;
    private final Plan plan;
    private final Set<Integer> years = new TreeSet<>();
    private final Set<String> keptTargets = new TreeSet<>();
    private final Set<String> keptShares = new TreeSet<>();

    /// @param plan the smallest gap without any credit
    CreditClaims(PlanInput input, Plan plan) {
        this.input = input;
        this.plan = plan;
        CreditsLeft left = new CreditsLeft(input);
        for (Plan.TargetResult result : inTheOrderOfTheirYears(plan)) {
            EmissionTarget target = result.target();
            if (isMissedNet(result) && reasons(result, plan, left).isEmpty()) {
                left.use(target, result.gapTonnes());
                years.addAll(yearsOf(target));
                keptTargets.add(target.id());
                keep(target);
            }
        }
    }

    /// As credits are retired.
    private static List<Plan.TargetResult> inTheOrderOfTheirYears(Plan plan) {
        return plan.targets().stream()
                .sorted(
                        Comparator.<Plan.TargetResult>comparingInt(
                                        result -> result.target().untilYear())
                                .thenComparingInt(result -> result.target().fromYear())
                                .thenComparing(result -> result.target().id()))
                .toList();
    }

    private void keep(EmissionTarget net) {
        plan.targets().stream()
                .filter(other -> isGrossWithin(other.target(), net))
                .forEach(other -> keptTargets.add(other.target().id()));
        plan.shareTargets().stream()
                .filter(share -> yearsOf(net).contains(share.target().year()))
                .forEach(share -> keptShares.add(share.target().id()));
    }

    /// Years in which credits may be used.
    Set<Integer> years() {
        return input.credits().isPresent() ? years : Set.of();
    }

    /// The net targets that credits meet, and what has to be kept for it.
    Set<String> keptTargets() {
        return keptTargets;
    }

    Set<String> keptShares() {
        return keptShares;
    }

    static Set<Integer> yearsOf(EmissionTarget target) {
        Set<Integer> years = new TreeSet<>();
        IntStream.rangeClosed(target.fromYear(), target.untilYear()).forEach(years::add);
        return years;
    }

    private static boolean isMissedNet(Plan.TargetResult result) {
        return result.target().measure() == EmissionTarget.Measure.NET && result.gapTonnes() > 0;
    }

    private static boolean isGrossWithin(EmissionTarget gross, EmissionTarget net) {
        return gross.measure() == EmissionTarget.Measure.GROSS
                && gross.nodes().isEmpty()
                && gross.fromYear() <= net.untilYear()
                && gross.untilYear() >= net.fromYear();
    }

    /// The plan with the reasons in the years whose net target is missed for want of credits that
    /// could be claimed.
    static Plan saidIn(Plan plan, PlanInput input) {
        if (input.credits().isEmpty()
                || plan.targets().stream().noneMatch(CreditClaims::isMissedNet)) {
            return plan;
        }
        CreditsLeft left = new CreditsLeft(input);
        plan.years().forEach(year -> left.use(year.year(), year.creditsTonnes()));
        List<Plan.PlanYear> years = new ArrayList<>();
        for (Plan.PlanYear year : plan.years()) {
            Set<String> reasons = new TreeSet<>();
            for (Plan.TargetResult result : plan.targets()) {
                if (isMissedNet(result) && yearsOf(result.target()).contains(year.year())) {
                    reasons.addAll(reasons(result, plan, left));
                }
            }
            years.add(year.blockedBy(List.copyOf(reasons)));
        }
        return plan.withYears(years);
    }

    private static List<String> reasons(Plan.TargetResult net, Plan plan, CreditsLeft left) {
        List<String> reasons = new ArrayList<>();
        for (Plan.TargetResult other : plan.targets()) {
            if (isGrossWithin(other.target(), net.target()) && other.gapTonnes() > 0) {
                reasons.add(
                        "No credits for '%s': '%s' is missed by %s t before credits."
                                .formatted(
                                        net.target().id(),
                                        other.target().id(),
                                        number(other.gapTonnes())));
            }
        }
        for (Plan.ShareResult share : plan.shareTargets()) {
            if (yearsOf(net.target()).contains(share.target().year()) && share.gapMwh() > 0) {
                reasons.add(
                        "No credits for '%s': '%s' lacks %s MWh of renewable electricity."
                                .formatted(
                                        net.target().id(),
                                        share.target().id(),
                                        number(share.gapMwh())));
            }
        }
        double available = left.tonnes(net.target());
        if (net.gapTonnes() > available) {
            reasons.add(
                    "No credits for '%s': %s t stay above it and credits for %s t can be had."
                            .formatted(
                                    net.target().id(), number(net.gapTonnes()), number(available)));
        }
        return reasons;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }
}
