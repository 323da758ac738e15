package org.netzero.gateway.roadmap.engine;

import java.util.Arrays;
import java.util.OptionalDouble;

/// What a year's cut comes to by lever while its parts are attributed one after the other.
final class Attributed {

    final double[] shares;
    final double[] alone;
    final double[] lastIn;
    private final double[] variances;
    private final boolean[] sampled;

    Attributed(int levers) {
        shares = new double[levers];
        alone = new double[levers];
        lastIn = new double[levers];
        variances = new double[levers];
        sampled = new boolean[levers];
    }

    void clear() {
        Arrays.fill(shares, 0);
        Arrays.fill(alone, 0);
        Arrays.fill(lastIn, 0);
        Arrays.fill(variances, 0);
        Arrays.fill(sampled, false);
    }

    /// Parts are sampled independently of each other, so their variances add.
    void addSampled(int lever, double share, double variance) {
        shares[lever] += share;
        variances[lever] += variance;
        sampled[lever] = true;
    }

    Wedge wedge(int lever, String id) {
        return new Wedge(
                id,
                shares[lever],
                alone[lever],
                lastIn[lever],
                sampled[lever]
                        ? OptionalDouble.of(Math.sqrt(variances[lever]))
                        : OptionalDouble.empty());
    }
}
