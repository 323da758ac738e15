package org.netzero.gateway.roadmap.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Attributes what levers cut from the electricity of some regions.
///
/// Where the levers leave polynomials of each other, exactly ([MultilinearCuts]). Elsewhere every
/// coalition is tried up to a number of levers. Above, the mean is taken over random orders and
/// their reverses (Castro, Gómez, Tejada, "Polynomial calculation of the Shapley value based on
/// sampling", 2009), the same in every year, until no share's standard error is above [#TOLERANCE]
/// of all that the levers move, and over [#MOST_PAIRS] pairs at most. The shares of every single
/// order sum to the whole cut, and so do the means.
final class ElectricityCuts {

    static final int FEWEST_PAIRS = 8;
    static final int MOST_PAIRS = 64;
    static final double TOLERANCE = 0.001;

    private static final long SEED = 2030;

    private final ElectricityPart part;
    private final MultilinearCuts multilinear;
    private final SplittableRandom random;
    private final List<int[]> orders = new ArrayList<>();
    private final double[][] states;
    private double[] cuts = new double[0];

    ElectricityCuts(ElectricityPart part) {
        this.part = part;
        multilinear = new MultilinearCuts(part);
        random = new SplittableRandom(SEED + part.region[0]);
        states = new double[ShapleyAttribution.MAXIMUM_EXACT + 1][];
        Arrays.setAll(states, _ -> part.newState());
    }

    /// @param simulated begun, without any lever
    /// @param exact to so many deployed levers every coalition is tried
    void attribute(SimulatedYear simulated, int exact, Attributed to) {
        int[] players = part.begin(simulated);
        if (players.length == 0) {
            return;
        }
        if (multilinear.holds(players)) {
            multilinear.attribute(players, to);
            multilinear.addAlone(players, to);
            multilinear.addLastIn(players, player -> lastIn(player, players), to);
        } else if (players.length <= exact) {
            attributeExactly(players, to);
        } else {
            sample(players, to);
            addAloneAndLastIn(players, to);
        }
    }

    // Every coalition.

    private void attributeExactly(int[] players, Attributed to) {
        int coalitions = 1 << players.length;
        if (cuts.length < coalitions) {
            cuts = new double[coalitions];
        }
        part.clear(states[0]);
        double none = part.tonnes(states[0]);
        tryAll(players, 0, 0, 0, states[0], none);
        double all = cuts[coalitions - 1];
        for (int player = 0; player < players.length; player++) {
            to.alone[part.lever[players[player]]] += cuts[1 << player];
            to.lastIn[part.lever[players[player]]] += all - cuts[coalitions - 1 - (1 << player)];
        }
        addShares(players, coalitions, to);
    }

    private void tryAll(
            int[] players, int next, int coalition, long chosen, double[] state, double none) {
        if (next == players.length) {
            cuts[coalition] = none - part.tonnes(state);
            return;
        }
        tryAll(players, next + 1, coalition, chosen, state, none);
        double[] with = states[next + 1];
        System.arraycopy(state, 0, with, 0, with.length);
        long also = chosen | 1L << players[next];
        part.apply(players[next], also, with);
        tryAll(players, next + 1, coalition | 1 << next, also, with, none);
    }

    /// `Σ_{S∋i} [w(|S| − 1) + w(|S|)]·u(S) − Σ_S w(|S|)·u(S)` with u the cut of a coalition and
    /// `w(s) = s! (n − s − 1)! / n!`; the first sum for all levers at once, by halving the table.
    private void addShares(int[] players, int coalitions, Attributed to) {
        double[] weights = Decomposition.shapleyWeights(players.length);
        double without = 0;
        for (int coalition = 1; coalition < coalitions; coalition++) {
            int size = Integer.bitCount(coalition);
            double cut = cuts[coalition];
            without += weights[size] * cut;
            cuts[coalition] = (weights[size - 1] + weights[size]) * cut;
        }
        cuts[0] = 0;
        for (int player = players.length - 1; player >= 0; player--) {
            int half = 1 << player;
            double with = 0;
            for (int coalition = 0; coalition < half; coalition++) {
                with += cuts[coalition + half];
                cuts[coalition] += cuts[coalition + half];
            }
            to.shares[part.lever[players[player]]] += with - without;
        }
    }

    // Random orders.

    private void sample(int[] players, Attributed to) {
        double[] sums = new double[part.lever.length];
        double[] squares = new double[part.lever.length];
        double[] pair = new double[part.lever.length];
        long deployed = bits(players);
        int pairs = 0;
        while (pairs < MOST_PAIRS
                && (pairs < FEWEST_PAIRS || !isClose(players, sums, squares, pairs))) {
            Arrays.fill(pair, 0);
            addMarginals(order(pairs), false, deployed, pair);
            addMarginals(order(pairs), true, deployed, pair);
            pairs++;
            for (int player : players) {
                sums[player] += pair[player] / 2;
                squares[player] += pair[player] / 2 * (pair[player] / 2);
            }
        }
        for (int player : players) {
            to.addSampled(
                    part.lever[player],
                    sums[player] / pairs,
                    variance(sums[player], squares[player], pairs));
        }
    }

    /// Of the mean over the pairs.
    private static double variance(double sum, double squares, int pairs) {
        double mean = sum / pairs;
        return Math.max(0, squares / pairs - mean * mean) / (pairs - 1);
    }

    private static boolean isClose(int[] players, double[] sums, double[] squares, int pairs) {
        double moved = 0;
        double largest = 0;
        for (int player : players) {
            moved += Math.abs(sums[player] / pairs);
            largest = Math.max(largest, variance(sums[player], squares[player], pairs));
        }
        return Math.sqrt(largest) <= TOLERANCE * moved;
    }

    private int[] order(int pair) {
        if (pair == orders.size()) {
            int[] order = new int[part.lever.length];
            for (int i = 0; i < order.length; i++) {
                int j = random.nextInt(i + 1);
                order[i] = order[j];
                order[j] = i;
            }
            orders.add(order);
        }
        return orders.get(pair);
    }

    private void addMarginals(int[] order, boolean reverse, long deployed, double[] to) {
        double[] state = states[0];
        part.clear(state);
        double before = part.tonnes(state);
        long chosen = 0;
        for (int i = 0; i < order.length; i++) {
            int player = order[reverse ? order.length - 1 - i : i];
            if ((deployed & (1L << player)) != 0) {
                chosen |= 1L << player;
                part.apply(player, chosen, state);
                double after = part.tonnes(state);
                to[player] += before - after;
                before = after;
            }
        }
    }

    private void addAloneAndLastIn(int[] players, Attributed to) {
        double none = tonnesOf(players, 0);
        for (int player : players) {
            to.alone[part.lever[player]] += none - tonnesOf(players, 1L << player);
            to.lastIn[part.lever[player]] += lastIn(player, players);
        }
    }

    private double lastIn(int player, int[] players) {
        long all = bits(players);
        return tonnesOf(players, all & ~(1L << player)) - tonnesOf(players, all);
    }

    private double tonnesOf(int[] players, long chosen) {
        double[] state = states[0];
        part.clear(state);
        for (int player : players) {
            if ((chosen & (1L << player)) != 0) {
                part.apply(player, chosen, state);
            }
        }
        return part.tonnes(state);
    }

    private static long bits(int[] players) {
        long bits = 0;
        for (int player : players) {
            bits |= 1L << player;
        }
        return bits;
    }
}
