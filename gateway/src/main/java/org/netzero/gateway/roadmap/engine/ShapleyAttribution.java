package org.netzero.gateway.roadmap.engine;

import java.util.ArrayList;
import java.util.List;

/// Shares a cut among the levers that made it together: each gets its mean marginal cut over every
/// order in which they could have come (Shapley, "A value for n-person games", 1953). The shares
/// sum to the whole cut.
final class ShapleyAttribution {

    /// Work doubles with each lever: 4,096 evaluations of the model a year are still done at once.
    static final int MAXIMUM_LEVERS = 12;

    private ShapleyAttribution() {}

    /// One wedge per lever, in the order in which they act; 0 before a lever is deployed, negative
    /// where it adds emissions.
    static List<Wedge> wedges(EmissionsModel model, int year) {
        List<Lever> levers = model.levers();
        List<Integer> deployed = new ArrayList<>();
        for (int i = 0; i < levers.size(); i++) {
            if (levers.get(i).deployment().in(year) > 0) {
                deployed.add(i);
            }
        }
        double[] shares = shares(grossByCoalition(model, year, deployed), deployed.size());
        List<Wedge> wedges = new ArrayList<>();
        for (int i = 0; i < levers.size(); i++) {
            int player = deployed.indexOf(i);
            wedges.add(new Wedge(levers.get(i).id(), player < 0 ? 0 : shares[player]));
        }
        return List.copyOf(wedges);
    }

    private static double[] grossByCoalition(
            EmissionsModel model, int year, List<Integer> deployed) {
        double[] gross = new double[1 << deployed.size()];
        for (int coalition = 0; coalition < gross.length; coalition++) {
            int chosen = 0;
            for (int player = 0; player < deployed.size(); player++) {
                if ((coalition & (1 << player)) != 0) {
                    chosen |= 1 << deployed.get(player);
                }
            }
            gross[coalition] = model.with(chosen, year).grossTonnes();
        }
        return gross;
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
}
