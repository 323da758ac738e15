package org.netzero.gateway.roadmap.plan;

/// What a unit of a lever costs, real and before discounting.
///
/// @param capitalPerUnit once, in the year of the decision, not negative
/// @param unusedCapitalPerUnit by the year of the decision, what is left of the capital in the last
///   year, in money of that one: without it a plan of few years builds nothing that pays for itself
///   in more
/// @param operatingPerUnit in each year of use; negative where the lever saves money
public record PlanCost(
        YearPath capitalPerUnit, YearPath unusedCapitalPerUnit, YearPath operatingPerUnit) {

    /// Of whose capital nothing is left.
    public static PlanCost of(double capitalPerUnit, double operatingPerUnit) {
        return new PlanCost(
                YearPath.constant(capitalPerUnit),
                YearPath.constant(0),
                YearPath.constant(operatingPerUnit));
    }
}
