package org.netzero.gateway.roadmap.plan;

import java.util.List;
import java.util.OptionalDouble;

/// The answer of the planner.
///
/// @param proven whether no better plan exists; not where blocks and groups were too many to try
///   all
/// @param levers in the order of their ids
/// @param years every planned year
/// @param targets in the order of their ids
/// @param shareTargets in the order of their ids
/// @param bindingLimits what a smaller gap would need more of; empty where every target is kept
public record Plan(
        Status status,
        boolean proven,
        List<LeverPlan> levers,
        List<PlanYear> years,
        List<TargetResult> targets,
        List<ShareResult> shareTargets,
        Costs costs,
        List<BindingLimit> bindingLimits) {

    public Plan {
        levers = List.copyOf(levers);
        years = List.copyOf(years);
        targets = List.copyOf(targets);
        shareTargets = List.copyOf(shareTargets);
        bindingLimits = List.copyOf(bindingLimits);
    }

    boolean isKept() {
        return targets.stream().allMatch(target -> target.gapTonnes() == 0)
                && shareTargets.stream().allMatch(share -> share.gapMwh() == 0);
    }

    Plan withYears(List<PlanYear> others) {
        return new Plan(
                status, proven, levers, others, targets, shareTargets, costs, bindingLimits);
    }

    public enum Status {
        EVERY_TARGET_KEPT,
        /// No plan keeps every target: this one has the smallest sum of gaps.
        SMALLEST_GAP,
        /// The linear plan keeps every target and the simulator misses some: there may be a better
        /// plan.
        MISSED_WHEN_SIMULATED
    }

    /// What is done with one lever, in its own units.
    ///
    /// @param decided units decided in each year; they take effect after the lead time
    /// @param inUse units in use in each year
    public record LeverPlan(String id, List<Double> decided, List<Double> inUse) {

        public LeverPlan {
            decided = List.copyOf(decided);
            inUse = List.copyOf(inUse);
        }
    }

    /// One year, in tonnes and in money of that year, not discounted.
    ///
    /// @param renewableShare of the electricity after levers; empty where no electricity is stated
    /// @param unusedCapital what is left of the year's capital in the last year, in money of that
    ///   one
    /// @param internalCarbonCost the internal price on gross emissions; no real cost
    /// @param creditsBlockedBy why credits do not meet a net target of the year that is missed, in
    ///   plain sentences with numbers
    public record PlanYear(
            int year,
            double baselineTonnes,
            double grossTonnes,
            double creditsTonnes,
            OptionalDouble renewableShare,
            double capitalCost,
            double unusedCapital,
            double operatingCost,
            double creditsCost,
            double internalCarbonCost,
            List<String> creditsBlockedBy) {

        public PlanYear {
            creditsBlockedBy = List.copyOf(creditsBlockedBy);
        }

        public double netTonnes() {
            return grossTonnes - creditsTonnes;
        }

        PlanYear blockedBy(List<String> reasons) {
            return new PlanYear(
                    year,
                    baselineTonnes,
                    grossTonnes,
                    creditsTonnes,
                    renewableShare,
                    capitalCost,
                    unusedCapital,
                    operatingCost,
                    creditsCost,
                    internalCarbonCost,
                    reasons);
        }

        /// The same deployment with the figures of a simulator.
        PlanYear as(
                double baseline, double gross, OptionalDouble share, double internalCarbonCost) {
            return new PlanYear(
                    year,
                    baseline,
                    gross,
                    creditsTonnes,
                    share,
                    capitalCost,
                    unusedCapital,
                    operatingCost,
                    creditsCost,
                    internalCarbonCost,
                    creditsBlockedBy);
        }

        public double realCost() {
            return capitalCost + operatingCost + creditsCost;
        }
    }

    /// The whole plan, discounted to the base year.
    ///
    /// @param real capital, operation and credits, less the unused capital
    /// @param unusedCapital what is left of the capital in the last year
    /// @param internalCarbon the internal price on gross emissions, apart from the real cost
    public record Costs(double real, double unusedCapital, double internalCarbon) {}

    /// @param reachedTonnes what the plan has over the target's years, by the target's measure
    /// @param gapTonnes how far above the target it stays; 0 where it is kept
    /// @param shadowPricePerTonne discounted cost of the plan for each tonne the target is
    ///   tightened; empty where it is missed, or where the solver's prices do not explain the cost
    public record TargetResult(
            EmissionTarget target,
            double reachedTonnes,
            double gapTonnes,
            OptionalDouble shadowPricePerTonne) {}

    /// @param gapMwh renewable electricity missing; 0 where the target is kept
    /// @param shadowPricePerMwh discounted cost of the plan for each MWh of renewable electricity
    ///   more; empty where the target is missed
    public record ShareResult(
            RenewablePath.ShareTarget target,
            double reachedShare,
            double gapMwh,
            OptionalDouble shadowPricePerMwh) {}

    /// A limit that keeps the gap from being smaller.
    ///
    /// @param subject the lever it is of; empty where it is of all
    /// @param years the years in which it binds; empty where it is of no year
    /// @param gapPerUnit how much one unit more of it makes the gap smaller, in tonnes or MWh;
    ///   empty where no single unit does
    public record BindingLimit(
            Kind kind, String subject, List<Integer> years, OptionalDouble gapPerUnit) {

        public BindingLimit {
            years = List.copyOf(years);
        }

        public enum Kind {
            BUILD_LIMIT,
            POTENTIAL,
            LEAD_TIME,
            EXCLUSIVE_GROUP,
            CAPITAL_CAP,
            CREDITS_AVAILABLE
        }
    }
}
