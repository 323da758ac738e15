package org.netzero.gateway.roadmap.plan;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// A lever with its physical limits, in units of its own (MW, vehicles, a share of the whole).
///
/// @param potential most units in use at once
/// @param deployedBefore units in use already in the base year; they stay, and cost their operation
/// @param buildLimitPerYear most units decided in a year; 0 in a year in which none can be
/// @param leadTimeYears years from the decision to the first effect
/// @param lifeYears years of effect, after which it may be built anew; empty for longer than the
///   plan
/// @param irreversible whether what is built must be used; otherwise it may stand idle, and then
///   costs no operation
/// @param blockSize units of one project that is built as a whole or not at all; empty where any
///   part can be built
/// @param requires ids of other levers, than which it is in use to no greater share of its
///   potential
public record PlanLever(
        String id,
        double potential,
        double deployedBefore,
        YearPath buildLimitPerYear,
        int leadTimeYears,
        OptionalInt lifeYears,
        boolean irreversible,
        OptionalDouble blockSize,
        PlanCost cost,
        List<Cut> cuts,
        ElectricityEffect electricity,
        List<String> requires) {

    public PlanLever {
        cuts = List.copyOf(cuts);
        requires = List.copyOf(requires);
    }

    /// A lever that requires no other.
    public PlanLever(
            String id,
            double potential,
            double deployedBefore,
            YearPath buildLimitPerYear,
            int leadTimeYears,
            OptionalInt lifeYears,
            boolean irreversible,
            OptionalDouble blockSize,
            PlanCost cost,
            List<Cut> cuts,
            ElectricityEffect electricity) {
        this(
                id,
                potential,
                deployedBefore,
                buildLimitPerYear,
                leadTimeYears,
                lifeYears,
                irreversible,
                blockSize,
                cost,
                cuts,
                electricity,
                List.of());
    }

    /// Whether it costs nothing in any year.
    boolean isFree() {
        return cost.capitalPerUnit().values().stream().allMatch(value -> value == 0)
                && cost.operatingPerUnit().values().stream().allMatch(value -> value == 0);
    }

    /// The same lever with other effects.
    PlanLever acting(List<Cut> otherCuts, ElectricityEffect otherElectricity) {
        return new PlanLever(
                id,
                potential,
                deployedBefore,
                buildLimitPerYear,
                leadTimeYears,
                lifeYears,
                irreversible,
                blockSize,
                cost,
                otherCuts,
                otherElectricity,
                requires);
    }
}
