package org.netzero.gateway.roadmap.plan;

/// What a unit of a lever costs, real and before discounting.
///
/// @param capitalPerUnit once, in the year of the decision, not negative
/// @param operatingPerUnit in each year of use; negative where the lever saves money
public record PlanCost(YearPath capitalPerUnit, YearPath operatingPerUnit) {

    public static PlanCost of(double capitalPerUnit, double operatingPerUnit) {
        return new PlanCost(YearPath.constant(capitalPerUnit), YearPath.constant(operatingPerUnit));
    }
}
