package org.netzero.gateway.roadmap.engine;

import java.util.ArrayList;
import java.util.List;

/// What each factor of a product contributed to its change, without a rest: the additive
/// logarithmic mean Divisia index (Ang, "The LMDI approach to decomposition analysis: a practical
/// guide", 2005).
///
/// A factor that was or became nothing makes the whole change where it alone did: the limit of the
/// index (Ang and Liu, "Handling zero values in the logarithmic mean Divisia index decomposition
/// approach", 2007).
///
/// @param effects in the order of the factors; they sum to `after − before`
public record Decomposition(double before, double after, List<Effect> effects) {

    public Decomposition {
        effects = List.copyOf(effects);
    }

    /// A factor, such as electricity or the emission factor of the grid.
    public record Factor(String name, double before, double after) {

        public Factor {
            Require.text("name", name, 100);
            Require.amount("before", before);
            Require.amount("after", after);
        }

        private boolean isOrBecameNothing() {
            return before == 0 || after == 0;
        }
    }

    /// What one factor contributed, in the unit of the product.
    public record Effect(String factor, double amount) {}

    /// `L(P_1, P_0) · ln(x_1 / x_0)` for each factor x of the product P, with the logarithmic mean
    /// `L(a, b) = (a − b) / ln(a / b)`.
    ///
    /// @throws IllegalArgumentException where the product was or became nothing by several factors:
    ///   none of them can be told from the others
    public static Decomposition of(List<Factor> factors) {
        double before = 1;
        double after = 1;
        for (Factor factor : factors) {
            before *= factor.before();
            after *= factor.after();
        }
        List<Factor> nothing = factors.stream().filter(Factor::isOrBecameNothing).toList();
        if (nothing.size() > 1 && before != after) {
            throw new IllegalArgumentException(
                    "%s were or became 0 together: state their change apart"
                            .formatted(nothing.stream().map(Factor::name).toList()));
        }
        double mean = before == 0 || after == 0 ? 0 : logarithmicMean(after, before);
        List<Effect> effects = new ArrayList<>();
        for (Factor factor : factors) {
            effects.add(
                    new Effect(
                            factor.name(),
                            factor.isOrBecameNothing()
                                    ? after - before
                                    : mean * Math.log(factor.after() / factor.before())));
        }
        return new Decomposition(before, after, effects);
    }

    /// `L(a, b)` of two figures above 0, by its series where they are so near that the quotient
    /// would lose its digits.
    public static double logarithmicMean(double a, double b) {
        double logarithm = Math.log(a / b);
        return Math.abs(logarithm) < 1e-6
                ? b * (1 + logarithm / 2 + logarithm * logarithm / 6)
                : (a - b) / logarithm;
    }

    /// Of a coalition of s out of n players that one more joins, `s! (n − s − 1)! / n!`, by s; 0
    /// for the coalition of all, which nobody joins.
    public static double[] shapleyWeights(int players) {
        double[] weights = new double[players + 1];
        for (int size = 0; size < players; size++) {
            double weight = 1.0 / players;
            for (int k = 1; k <= size; k++) {
                weight *= (double) k / (players - k);
            }
            weights[size] = weight;
        }
        return weights;
    }
}
