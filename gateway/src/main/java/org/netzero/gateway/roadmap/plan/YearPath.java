package org.netzero.gateway.roadmap.plan;

import java.util.List;

/// A value for each planned year, the first one for the year after the base year.
///
/// @param values one value that holds in every year, or one per planned year
public record YearPath(List<Double> values) {

    public YearPath {
        values = List.copyOf(values);
    }

    public static YearPath constant(double value) {
        return new YearPath(List.of(value));
    }

    /// @param index 0 for the year after the base year
    double at(int index) {
        return values.size() == 1 ? values.getFirst() : values.get(index);
    }
}
