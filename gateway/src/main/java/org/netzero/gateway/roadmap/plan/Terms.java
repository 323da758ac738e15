package org.netzero.gateway.roadmap.plan;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjDoubleConsumer;

/// A linear expression: a constant, and a coefficient for each column of a program.
final class Terms {

    private final SortedMap<Integer, Double> coefficients = new TreeMap<>();
    private double constant;

    Terms add(int column, double coefficient) {
        if (coefficient != 0) {
            coefficients.merge(column, coefficient, Double::sum);
        }
        return this;
    }

    Terms add(double value) {
        constant += value;
        return this;
    }

    Terms add(Terms other, double factor) {
        constant += other.constant * factor;
        other.forEach((column, coefficient) -> add(column, coefficient * factor));
        return this;
    }

    Terms times(double factor) {
        return new Terms().add(this, factor);
    }

    /// The greatest coefficient, without its sign.
    double largest() {
        double largest = 0;
        for (double coefficient : coefficients.values()) {
            largest = Math.max(largest, Math.abs(coefficient));
        }
        return largest;
    }

    double constant() {
        return constant;
    }

    boolean isConstant() {
        return coefficients.isEmpty();
    }

    void forEach(ObjDoubleConsumer<Integer> action) {
        coefficients.forEach(action::accept);
    }

    double at(double[] point) {
        double sum = constant;
        for (var entry : coefficients.entrySet()) {
            sum += entry.getValue() * point[entry.getKey()];
        }
        return sum;
    }
}
