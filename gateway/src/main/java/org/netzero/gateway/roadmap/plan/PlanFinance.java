package org.netzero.gateway.roadmap.plan;

/// How money of different years compares.
///
/// @param discountRatePerYear 0.05 for 5 % a year; costs are discounted to the base year
/// @param internalCarbonPricePerTonne steers the plan by each tonne emitted, and is no real cost
public record PlanFinance(double discountRatePerYear, YearPath internalCarbonPricePerTonne) {

    public static final PlanFinance UNDISCOUNTED = new PlanFinance(0, YearPath.constant(0));

    double discount(int index) {
        return Math.pow(1 + discountRatePerYear, -(index + 1.0));
    }
}
