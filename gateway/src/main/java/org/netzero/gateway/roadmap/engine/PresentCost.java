package org.netzero.gateway.roadmap.engine;

/// What a lever costs in the years of a projection, in the money of each, and what all of it is
/// worth in the base year.
public final class PresentCost {

    private final double rate;
    private final double[] capital;
    private final double[] operation;
    private double unused;

    /// Of nothing so far.
    ///
    /// @param rate discount rate per year
    /// @param years after the base year
    PresentCost(double rate, int years) {
        this.rate = rate;
        capital = new double[years + 1];
        operation = new double[years + 1];
    }

    /// @param year from 1, the one after the base year
    /// @param left of the capital in the last year ([UnusedLife])
    void pay(int year, double amount, double left) {
        capital[year] += amount;
        unused += left;
    }

    void operate(int year, double amount) {
        operation[year] += amount;
    }

    /// Discounted to the base year.
    public double value() {
        double value = 0;
        for (int year = 1; year < capital.length; year++) {
            value += (capital[year] + operation[year]) / Math.pow(1 + rate, year);
        }
        return value - unused / Math.pow(1 + rate, capital.length - 1.0);
    }

    /// How it came about, with its numbers.
    public String equation() {
        return "capital (%s) + operation (%s) - left %s/%s^%d = %s"
                .formatted(
                        sum(capital),
                        sum(operation),
                        Text.rounded(unused),
                        Text.significant(1 + rate),
                        capital.length - 1,
                        Text.rounded(value()));
    }

    private String sum(double[] amounts) {
        StringBuilder sum = new StringBuilder();
        for (int year = 1; year < amounts.length; year++) {
            if (amounts[year] != 0) {
                sum.append(sum.isEmpty() ? "" : " + ")
                        .append(Text.rounded(amounts[year]))
                        .append('/')
                        .append(Text.significant(1 + rate))
                        .append('^')
                        .append(year);
            }
        }
        return sum.isEmpty() ? "0" : sum.toString();
    }
}
