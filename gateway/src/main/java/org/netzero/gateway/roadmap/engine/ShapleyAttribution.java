package org.netzero.gateway.roadmap.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/// Shares a cut among the levers that made it together: each gets its mean marginal cut over every
/// order in which they could have come (Shapley, "A value for n-person games", 1953). The shares
/// sum to the whole cut.
///
/// With more than [#MAXIMUM_EXACT] levers deployed, the mean is taken over [#PAIRS] random orders
/// and their reverses, the same in every year (Castro, Gómez, Tejada, "Polynomial calculation of
/// the Shapley value based on sampling", 2009), and each share has its standard error. The shares
/// of every single order sum to the whole cut, and so do the means.
final class ShapleyAttribution {

    /// Work doubles with each lever: 4,096 evaluations of the model a year are still done at once.
    static final int MAXIMUM_EXACT = 12;

    static final int PAIRS = 64;
    private static final long SEED = 2030;

    private final EmissionsModel model;
    private final SimulatedYear simulated;
    private final int[][] orders;

    ShapleyAttribution(EmissionsModel model) {
        this.model = model;
        simulated = new SimulatedYear(model.layout());
        orders =
                model.levers().size() > MAXIMUM_EXACT
                        ? orders(model.levers().size())
                        : new int[0][];
    }

    private static int[][] orders(int levers) {
        SplittableRandom random = new SplittableRandom(SEED);
        int[][] orders = new int[PAIRS][levers];
        for (int[] order : orders) {
            for (int i = 0; i < levers; i++) {
                int j = random.nextInt(i + 1);
                order[i] = order[j];
                order[j] = i;
            }
        }
        return orders;
    }

    /// One wedge per lever, in the order in which they act; 0 before a lever is deployed, negative
    /// where it adds emissions.
    List<Wedge> wedges(int year) {
        List<Lever> levers = model.levers();
        model.begin(simulated, year);
        int[] players = new int[levers.size()];
        int count = 0;
        for (int i = 0; i < levers.size(); i++) {
            if (simulated.deployment(i) > 0) {
                players[count++] = i;
            }
        }
        long all = 0;
        for (int player = 0; player < count; player++) {
            all |= 1L << players[player];
        }
        double[] errors = new double[count];
        double[] shares =
                count <= MAXIMUM_EXACT
                        ? exactShares(year, players, count)
                        : sampledShares(year, players, count, all, errors);
        double none = gross(0, year);
        double whole = gross(all, year);
        List<Wedge> wedges = new ArrayList<>();
        int player = 0;
        for (int i = 0; i < levers.size(); i++) {
            String id = levers.get(i).id();
            if (player < count && players[player] == i) {
                wedges.add(
                        new Wedge(
                                id,
                                shares[player],
                                none - gross(1L << i, year),
                                gross(all & ~(1L << i), year) - whole,
                                count <= MAXIMUM_EXACT
                                        ? OptionalDouble.empty()
                                        : OptionalDouble.of(errors[player])));
                player++;
            } else {
                wedges.add(new Wedge(id, 0, 0, 0, OptionalDouble.empty()));
            }
        }
        return List.copyOf(wedges);
    }

    /// @param chosen bit i chooses lever i
    private double gross(long chosen, int year) {
        model.begin(simulated, year);
        for (long left = chosen; left != 0; left &= left - 1) {
            simulated.apply(Long.numberOfTrailingZeros(left));
        }
        simulated.settle();
        return simulated.grossTonnes();
    }

    private double[] exactShares(int year, int[] players, int count) {
        double[] gross = new double[1 << count];
        for (int coalition = 0; coalition < gross.length; coalition++) {
            long chosen = 0;
            for (int player = 0; player < count; player++) {
                if ((coalition & (1 << player)) != 0) {
                    chosen |= 1L << players[player];
                }
            }
            gross[coalition] = gross(chosen, year);
        }
        return shares(gross, count);
    }

    /// @param gross emissions left by each coalition; bit i of the index says whether player i
    ///   takes part
    private static double[] shares(double[] gross, int players) {
        double[] weights = weightsBySize(players);
        double[] shares = new double[players];
        for (int player = 0; player < players; player++) {
            int bit = 1 << player;
            for (int coalition = 0; coalition < gross.length; coalition++) {
                if ((coalition & bit) == 0) {
                    shares[player] +=
                            weights[Integer.bitCount(coalition)]
                                    * (gross[coalition] - gross[coalition | bit]);
                }
            }
        }
        return shares;
    }

    /// `s! (n − s − 1)! / n!` for a coalition of s among n players.
    private static double[] weightsBySize(int players) {
        double[] weights = new double[players];
        for (int size = 0; size < players; size++) {
            double weight = 1.0 / players;
            for (int k = 1; k <= size; k++) {
                weight *= (double) k / (players - k);
            }
            weights[size] = weight;
        }
        return weights;
    }

    /// Means over the pairs of an order and its reverse; the error is that of the mean of the
    /// pairs' means.
    private double[] sampledShares(int year, int[] players, int count, long all, double[] errors) {
        double[] sums = new double[model.levers().size()];
        double[] squares = new double[model.levers().size()];
        double[] pair = new double[model.levers().size()];
        for (int[] order : orders) {
            Arrays.fill(pair, 0);
            addMarginals(order, false, year, all, pair);
            addMarginals(order, true, year, all, pair);
            for (int lever = 0; lever < pair.length; lever++) {
                sums[lever] += pair[lever] / 2;
                squares[lever] += pair[lever] / 2 * (pair[lever] / 2);
            }
        }
        double[] shares = new double[count];
        for (int player = 0; player < count; player++) {
            double mean = sums[players[player]] / PAIRS;
            double variance = Math.max(0, squares[players[player]] / PAIRS - mean * mean);
            shares[player] = mean;
            errors[player] = Math.sqrt(variance / (PAIRS - 1));
        }
        return shares;
    }

    private void addMarginals(int[] order, boolean reverse, int year, long all, double[] to) {
        double before = gross(0, year);
        long chosen = 0;
        for (int i = 0; i < order.length; i++) {
            int lever = order[reverse ? order.length - 1 - i : i];
            if ((all & (1L << lever)) != 0) {
                chosen |= 1L << lever;
                double after = gross(chosen, year);
                to[lever] += before - after;
                before = after;
            }
        }
    }
}
