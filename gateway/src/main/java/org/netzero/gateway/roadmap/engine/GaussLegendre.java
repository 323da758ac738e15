package org.netzero.gateway.roadmap.engine;

/// Nodes and weights of the Gauss–Legendre quadrature from 0 to 1: exact for polynomials of a
/// degree below twice the number of nodes (Abramowitz and Stegun, "Handbook of Mathematical
/// Functions", 25.4.29).
@SuppressWarnings("ArrayRecordComponent") // Read and never compared.
record GaussLegendre(double[] nodes, double[] weights) {

    private static final int MOST_STEPS = 100;

    static GaussLegendre of(int size) {
        double[] nodes = new double[size];
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            double z = Math.cos(Math.PI * (i + 0.75) / (size + 0.5));
            double slope = 1;
            for (int step = 0; step < MOST_STEPS; step++) {
                double value = 1;
                double previous = 0;
                for (int k = 0; k < size; k++) {
                    double earlier = previous;
                    previous = value;
                    value = ((2 * k + 1) * z * previous - k * earlier) / (k + 1);
                }
                slope = size * (z * value - previous) / (z * z - 1);
                double change = value / slope;
                z -= change;
                if (Math.abs(change) < 1e-15) {
                    break;
                }
            }
            nodes[i] = (1 + z) / 2;
            weights[i] = 1 / ((1 - z * z) * slope * slope);
        }
        return new GaussLegendre(nodes, weights);
    }

    int size() {
        return nodes.length;
    }

    double node(int i) {
        return nodes[i];
    }

    double weight(int i) {
        return weights[i];
    }
}
