package org.netzero.gateway.roadmap.planning;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.netzero.gateway.roadmap.engine.Cost;
import org.netzero.gateway.roadmap.engine.TargetMetric;
import org.netzero.gateway.roadmap.plan.CapitalCap;
import org.netzero.gateway.roadmap.plan.CreditMarket;
import org.netzero.gateway.roadmap.plan.ExclusiveGroup;

/// What a plan stands on beside its scenario. What is empty is taken from the scenario, or assumed
/// and said to be.
///
/// @param decideFrom first year in which anything is decided
/// @param targets in the place of the scenario's targets in tonnes
/// @param renewablePath in the place of its targets on the renewable share
/// @param levers by their ids
record PlanTerms(
        Optional<String> currency,
        OptionalDouble discountRate,
        OptionalDouble internalCarbonPrice,
        Optional<Boolean> deductUnusedLife,
        OptionalInt decideFrom,
        List<CapitalCap> capitalCaps,
        Optional<List<StatedTarget>> targets,
        Optional<List<StatedShare>> renewablePath,
        Credits credits,
        List<ExclusiveGroup> exclusiveGroups,
        SortedMap<String, LeverTerms> levers) {

    static final PlanTerms NONE =
            new PlanTerms(
                    Optional.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    new Credits(
                            OptionalDouble.empty(),
                            List.of(),
                            OptionalDouble.empty(),
                            List.of(),
                            Optional.empty()),
                    List.of(),
                    new TreeMap<>());

    PlanTerms {
        capitalCaps = List.copyOf(capitalCaps);
        targets = targets.map(List::copyOf);
        renewablePath = renewablePath.map(List::copyOf);
        exclusiveGroups = List.copyOf(exclusiveGroups);
    }

    /// @param metric not [TargetMetric#RENEWABLE_SHARE]
    /// @param fromYear the same as `year`, or the first year of a cumulative budget
    record StatedTarget(String id, TargetMetric metric, int fromYear, int year, double tonnes) {

        boolean isBudget() {
            return fromYear < year;
        }
    }

    record StatedShare(int year, double share) {}

    /// @param priceSteps in the order of their years; before the first of them `pricePerTonne`
    ///   holds, without it the first
    /// @param availableSteps likewise; before the first of them `availableTonnesPerYear` holds,
    ///   without it none can be had
    record Credits(
            OptionalDouble pricePerTonne,
            List<Step> priceSteps,
            OptionalDouble availableTonnesPerYear,
            List<Step> availableSteps,
            Optional<CreditMarket.Order> offsets) {

        Credits {
            priceSteps = List.copyOf(priceSteps);
            availableSteps = List.copyOf(availableSteps);
        }

        /// Empty where no price is stated.
        OptionalDouble price(int year) {
            OptionalDouble before =
                    pricePerTonne.isPresent() || priceSteps.isEmpty()
                            ? pricePerTonne
                            : OptionalDouble.of(priceSteps.getFirst().value());
            return Step.in(year, priceSteps, before);
        }

        /// Empty where nothing is stated.
        OptionalDouble availableTonnes(int year) {
            OptionalDouble before =
                    availableTonnesPerYear.isPresent() || availableSteps.isEmpty()
                            ? availableTonnesPerYear
                            : OptionalDouble.of(0);
            return Step.in(year, availableSteps, before);
        }
    }

    /// A value from a year on, until the next one.
    record Step(int fromYear, double value) {

        static OptionalDouble in(int year, List<Step> steps, OptionalDouble before) {
            OptionalDouble value = before;
            for (Step step : steps) {
                if (step.fromYear() <= year) {
                    value = OptionalDouble.of(step.value());
                }
            }
            return value;
        }
    }

    /// Limits of one lever; what is empty is as its deployment in the scenario states it.
    ///
    /// @param place in the request
    record LeverTerms(
            int place,
            OptionalDouble buildLimitPerYear,
            OptionalInt startYear,
            OptionalInt leadTimeYears,
            OptionalInt lifeYears,
            OptionalDouble blockSize,
            boolean mayStandIdle,
            Optional<Cost> cost) {

        static final LeverTerms NONE =
                new LeverTerms(
                        -1,
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalDouble.empty(),
                        false,
                        Optional.empty());
    }

    LeverTerms of(String leverId) {
        return levers.getOrDefault(leverId, LeverTerms.NONE);
    }
}
