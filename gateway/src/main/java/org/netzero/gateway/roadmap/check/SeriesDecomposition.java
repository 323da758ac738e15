package org.netzero.gateway.roadmap.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.netzero.gateway.roadmap.engine.Decomposition;

/// What each factor contributed to the change of a sum of products over years: of every year
/// against the one before it, and of the last against the first.
///
/// @param years in their order, at least two
/// @param parts such as regions, all of the same factors
record SeriesDecomposition(List<Integer> years, List<Part> parts) {

    static final String EQUATION =
            "E = Σ_parts Π_k x_k; LMDI effect of x_k = Σ_parts L(E_T, E_0)·ln(x_k,T/x_k,0) with L(a,b) ="
                    + " (a − b)/ln(a/b); index of x_k = exp(Σ_parts L(part)/L(sum)·ln(x_k,T/x_k,0)); a factor that"
                    + " alone was or became 0 has the whole change; shapley = mean over every order of the"
                    + " factors; inOrder = one factor after the other as listed";

    SeriesDecomposition {
        years = List.copyOf(years);
        parts = List.copyOf(parts);
    }

    record Part(String name, List<Factor> factors) {

        Part {
            factors = List.copyOf(factors);
        }

        double product(int year) {
            double product = 1;
            for (Factor factor : factors) {
                product *= factor.values().get(year);
            }
            return product;
        }

        /// @throws IllegalArgumentException where several factors were or became 0 together
        Decomposition between(int from, int to) {
            return Decomposition.of(
                    factors.stream()
                            .map(factor ->
                                    new Decomposition.Factor(
                                            factor.name(),
                                            factor.values().get(from),
                                            factor.values().get(to)))
                            .toList());
        }

        /// With those factors of `to` whose bit is set, the others of `from`.
        double mixed(int from, int to, int changed) {
            double product = 1;
            for (int k = 0; k < factors.size(); k++) {
                product *= factors.get(k).values().get((changed & (1 << k)) == 0 ? from : to);
            }
            return product;
        }
    }

    /// @param values by year, in the order of the years
    record Factor(String name, List<Double> values) {

        Factor {
            values = List.copyOf(values);
        }
    }

    /// @param index multiplicative; empty where something was or became 0
    record Effect(
            String factor, double amount, OptionalDouble index, double shapley, double inOrder) {}

    record Change(int from, int to, double before, double after, List<Effect> effects) {}

    List<Change> yearly() {
        List<Change> changes = new ArrayList<>();
        for (int year = 1; year < years.size(); year++) {
            changes.add(between(year - 1, year));
        }
        return changes;
    }

    Change overall() {
        return between(0, years.size() - 1);
    }

    /// Of one part over all years.
    List<Double> effectsOf(Part part) {
        return part.between(0, years.size() - 1).effects().stream()
                .map(Decomposition.Effect::amount)
                .toList();
    }

    private Change between(int from, int to) {
        double before = parts.stream().mapToDouble(part -> part.product(from)).sum();
        double after = parts.stream().mapToDouble(part -> part.product(to)).sum();
        List<Decomposition> byPart = parts.stream().map(part -> part.between(from, to)).toList();
        List<Factor> factors = parts.getFirst().factors();
        List<Effect> effects = new ArrayList<>();
        for (int k = 0; k < factors.size(); k++) {
            int factor = k;
            double amount =
                    byPart.stream().mapToDouble(d -> d.effects().get(factor).amount()).sum();
            effects.add(
                    new Effect(
                            factors.get(k).name(),
                            amount,
                            index(amount, before, after, from, to),
                            shapley(k, from, to),
                            mixed(from, to, (2 << k) - 1) - mixed(from, to, (1 << k) - 1)));
        }
        return new Change(years.get(from), years.get(to), before, after, effects);
    }

    /// `exp(amount / L(after, before))`, which is the multiplicative index of the same weights.
    private OptionalDouble index(double amount, double before, double after, int from, int to) {
        boolean positive =
                parts.stream().allMatch(part -> part.product(from) > 0 && part.product(to) > 0);
        if (!positive) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.exp(amount / Decomposition.logarithmicMean(after, before)));
    }

    private double mixed(int from, int to, int changed) {
        return parts.stream().mapToDouble(part -> part.mixed(from, to, changed)).sum();
    }

    private double shapley(int factor, int from, int to) {
        int count = parts.getFirst().factors().size();
        double[] weights = Decomposition.shapleyWeights(count);
        double share = 0;
        for (int changed = 0; changed < 1 << count; changed++) {
            if ((changed & (1 << factor)) == 0) {
                share +=
                        weights[Integer.bitCount(changed)]
                                * (mixed(from, to, changed | (1 << factor))
                                        - mixed(from, to, changed));
            }
        }
        return share;
    }
}
