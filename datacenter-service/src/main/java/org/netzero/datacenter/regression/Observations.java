package org.netzero.datacenter.regression;

import java.util.List;

/// What a model is fitted to.
///
/// @param variables names of the independent variables
/// @param y energy by interval, kWh, in the order of time
/// @param x for each interval its variables
public record Observations(List<String> variables, List<Double> y, List<List<Double>> x) {

    public Observations {
        if (y.size() != x.size()) {
            throw new IllegalArgumentException(
                    "%d energies, %d rows of variables".formatted(y.size(), x.size()));
        }
        variables = List.copyOf(variables);
        y = List.copyOf(y);
        x = x.stream().map(List::copyOf).toList();
        for (List<Double> row : x) {
            if (row.size() != variables.size()) {
                throw new IllegalArgumentException(
                        "%d variables, %d values".formatted(variables.size(), row.size()));
            }
        }
    }

    public int count() {
        return y.size();
    }

    /// The values of one variable.
    public double[] column(int variable) {
        return x.stream().mapToDouble(row -> row.get(variable)).toArray();
    }

    double[] energies() {
        return y.stream().mapToDouble(Double::doubleValue).toArray();
    }

    double[][] rows() {
        return x.stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }
}
