package org.netzero.gateway.roadmap.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Attributes what levers cut from the electricity of some regions: their scope 2 market-based
/// without heat, and their upstream of electricity in scope 3 category 3. Regions are taken
/// together where certificates of one market zone meet the purchases of all of them, or where
/// upstream emissions follow the electricity of the whole company.
///
/// Up to a number of levers every coalition is tried. Above, the mean is taken over random orders
/// and their reverses (Castro, Gómez, Tejada, "Polynomial calculation of the Shapley value based on
/// sampling", 2009), the same in every year, until no share's standard error is above [#TOLERANCE]
/// of all that the levers move, and over [#MOST_PAIRS] pairs at most. The shares of every single
/// order sum to the whole cut, and so do the means.
final class ElectricityCuts {

    static final int FEWEST_PAIRS = 8;
    static final int MOST_PAIRS = 64;
    static final double TOLERANCE = 0.001;

    private static final long SEED = 2030;

    // What a state holds of each region, then the certificates of each zone.
    private static final int IT = 0;
    private static final int OFFICES = 1;
    private static final int PUE = 2;
    private static final int ELECTRIFIED = 3;
    private static final int NOT_OWN = 4;
    private static final int NOT_RENEWABLE = 5;
    private static final int UPSTREAM = 6;
    private static final int FIELDS = 7;

    private final Layout layout;
    private final int[] region;

    /// Index of each region's market zone within the state.
    private final int[] zoneField;

    private final int stateLength;

    /// Levers that touch these regions' electricity, in the order in which they act.
    private final int[] lever;

    /// Bit k of entry i says whether lever i acts in region k of these.
    private final long[] acts;

    private final boolean certified;
    private final SplittableRandom random;
    private final List<int[]> orders = new ArrayList<>();

    // Of the year at work.
    private final double[] left;
    private final boolean[] deployed;
    private final double[] itMwh;
    private final double[] officesMwh;
    private final double[] scope1Tonnes;
    private final double[] upstreamTonnes;
    private final double[] demandMwh;
    private final double[] openMwh;
    private final double[] ownMwh;
    private final double[] matchedMwh;
    private final double[] soldMwh;
    private int year;
    private final double[][] states;
    private double[] cuts = new double[0];

    private ElectricityCuts(Layout layout, int[] region, int[] lever) {
        this.layout = layout;
        this.region = region;
        this.lever = lever;
        acts = new long[lever.length];
        zoneField = new int[region.length];
        int[] zones = Arrays.stream(region).map(r -> layout.zoneOfRegion[r]).distinct().toArray();
        for (int k = 0; k < region.length; k++) {
            int zone = layout.zoneOfRegion[region[k]];
            int index = 0;
            while (zones[index] != zone) {
                index++;
            }
            zoneField[k] = region.length * FIELDS + index;
        }
        stateLength = region.length * FIELDS + zones.length;
        for (int i = 0; i < lever.length; i++) {
            for (int k = 0; k < region.length; k++) {
                acts[i] |= touches(layout, lever[i], region[k]) ? 1L << k : 0;
            }
        }
        certified = Arrays.stream(lever).anyMatch(l -> isCertificates(layout, l));
        random = new SplittableRandom(SEED + region[0]);
        left = new double[lever.length];
        deployed = new boolean[lever.length];
        itMwh = new double[region.length];
        officesMwh = new double[region.length];
        scope1Tonnes = new double[region.length];
        upstreamTonnes = new double[region.length];
        demandMwh = new double[region.length];
        openMwh = new double[stateLength];
        ownMwh = new double[region.length];
        matchedMwh = new double[region.length];
        soldMwh = new double[region.length];
        states = new double[ShapleyAttribution.MAXIMUM_EXACT + 1][stateLength];
    }

    /// The parts in which no lever reaches from one into another.
    static List<ElectricityCuts> of(Layout layout) {
        int[] part = new int[layout.regions];
        Arrays.setAll(part, r -> r);
        for (int l = 0; l < layout.levers.size(); l++) {
            if (isCertificates(layout, l)) {
                int zone = layout.zoneOfRegion[Long.numberOfTrailingZeros(layout.places[l])];
                join(part, r -> layout.zoneOfRegion[r] == zone);
            }
        }
        if (followsTheWhole(layout)) {
            join(part, _ -> true);
        }
        List<ElectricityCuts> parts = new ArrayList<>();
        for (int p = 0; p < part.length; p++) {
            int name = p;
            int[] regions = among(part.length, r -> part[r] == name);
            int[] levers =
                    among(
                            layout.levers.size(),
                            l -> Arrays.stream(regions).anyMatch(r -> touches(layout, l, r)));
            if (levers.length > 0) {
                parts.add(new ElectricityCuts(layout, regions, levers));
            }
        }
        return parts;
    }

    private interface Chosen {
        boolean is(int index);
    }

    private static int[] among(int count, Chosen chosen) {
        int[] indexes = new int[count];
        int found = 0;
        for (int i = 0; i < count; i++) {
            if (chosen.is(i)) {
                indexes[found++] = i;
            }
        }
        return Arrays.copyOf(indexes, found);
    }

    private static void join(int[] part, Chosen chosen) {
        int name = -1;
        for (int r = 0; r < part.length; r++) {
            if (chosen.is(r)) {
                int other = part[r];
                name = name < 0 ? other : name;
                for (int s = 0; s < part.length; s++) {
                    part[s] = part[s] == other ? name : part[s];
                }
            }
        }
    }

    /// Whether upstream emissions of a region without electricity follow the company's.
    private static boolean followsTheWhole(Layout layout) {
        for (int r = 0; r < layout.regions && layout.energyRelated >= 0; r++) {
            if (layout.consumptionMwh[r] <= 0
                    && layout.cellTonnes[layout.energyRelated * layout.regions + r] > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isCertificates(Layout layout, int lever) {
        return layout.levers.get(lever).effect() instanceof LeverEffect.Certificates;
    }

    private static boolean touches(Layout layout, int lever, int r) {
        if ((layout.places[lever] & (1L << r)) == 0) {
            return isCertificates(layout, lever)
                    && layout.zoneOfRegion[Long.numberOfTrailingZeros(layout.places[lever])]
                            == layout.zoneOfRegion[r];
        }
        return switch (layout.levers.get(lever).effect()) {
            case LeverEffect.Reduction(Reach reach, double _) ->
                    switch (reach) {
                        case Reach.Electricity _ -> true;
                        case Reach.Scope1 _ -> leavesLessToElectrify(layout, lever, r);
                        case Reach.Heat _ -> false;
                        case Reach.Scope3 _ -> layout.energyRelated >= 0;
                        case Reach.Scope3Category(String name) ->
                                layout.energyRelated >= 0
                                        && layout.category[layout.energyRelated].equals(name);
                    };
            case LeverEffect.PueTarget _,
                    LeverEffect.Electrification _,
                    LeverEffect.OwnGeneration _,
                    LeverEffect.RenewableShareTarget _,
                    LeverEffect.Certificates _ ->
                    true;
        };
    }

    private static boolean leavesLessToElectrify(Layout layout, int lever, int r) {
        for (int later = lever + 1; later < layout.levers.size(); later++) {
            if ((layout.places[later] & (1L << r)) != 0
                    && layout.levers.get(later).effect() instanceof LeverEffect.Electrification) {
                return true;
            }
        }
        return false;
    }

    /// @param simulated begun, without any lever
    /// @param exact to so many deployed levers every coalition is tried
    void attribute(SimulatedYear simulated, int exact, Attributed to) {
        int[] players = begin(simulated);
        if (players.length == 0) {
            return;
        }
        if (players.length <= exact) {
            attributeExactly(players, to);
        } else {
            sample(players, to);
        }
    }

    /// The levers deployed, as indexes of those here.
    private int[] begin(SimulatedYear simulated) {
        year = simulated.yearsSinceBase();
        for (int k = 0; k < region.length; k++) {
            int r = region[k];
            itMwh[k] = simulated.itMwh(r);
            officesMwh[k] = simulated.officesMwh(r);
            scope1Tonnes[k] = simulated.scope1Tonnes(r);
            upstreamTonnes[k] =
                    layout.energyRelated < 0
                            ? 0
                            : simulated.cellBefore(layout.energyRelated * layout.regions + r);
        }
        for (int i = 0; i < lever.length; i++) {
            double deployment = simulated.deployment(lever[i]);
            deployed[i] = deployment > 0;
            left[i] =
                    isCertificates(layout, lever[i])
                            ? layout.certificatesMwh(lever[i]) * deployment
                            : 1 - layout.depth(lever[i]) * deployment;
        }
        return among(lever.length, i -> deployed[i]);
    }

    private void clear(double[] state) {
        Arrays.fill(state, 0);
        for (int k = 0; k < region.length; k++) {
            int at = k * FIELDS;
            Arrays.fill(state, at, at + FIELDS, 1);
            state[at + ELECTRIFIED] = 0;
        }
    }

    // Every coalition.

    private void attributeExactly(int[] players, Attributed to) {
        int coalitions = 1 << players.length;
        if (cuts.length < coalitions) {
            cuts = new double[coalitions];
        }
        clear(states[0]);
        double none = tonnes(states[0]);
        tryAll(players, 0, 0, 0, states[0], none);
        double all = cuts[coalitions - 1];
        for (int player = 0; player < players.length; player++) {
            to.alone[lever[players[player]]] += cuts[1 << player];
            to.lastIn[lever[players[player]]] += all - cuts[coalitions - 1 - (1 << player)];
        }
        addShares(players, coalitions, to);
    }

    private void tryAll(
            int[] players, int next, int coalition, long chosen, double[] state, double none) {
        if (next == players.length) {
            cuts[coalition] = none - tonnes(state);
            return;
        }
        tryAll(players, next + 1, coalition, chosen, state, none);
        double[] with = states[next + 1];
        System.arraycopy(state, 0, with, 0, stateLength);
        long also = chosen | 1L << players[next];
        apply(players[next], also, with);
        tryAll(players, next + 1, coalition | 1 << next, also, with, none);
    }

    /// `Σ_{S∋i} [w(|S| − 1) + w(|S|)]·u(S) − Σ_S w(|S|)·u(S)` with u the cut of a coalition and
    /// `w(s) = s! (n − s − 1)! / n!`; the first sum for all levers at once, by halving the table.
    private void addShares(int[] players, int coalitions, Attributed to) {
        double[] weights = weightsBySize(players.length);
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
            to.shares[lever[players[player]]] += with - without;
        }
    }

    /// 0 for the coalition of all.
    private static double[] weightsBySize(int players) {
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

    // Random orders.

    private void sample(int[] players, Attributed to) {
        double[] sums = new double[lever.length];
        double[] squares = new double[lever.length];
        double[] pair = new double[lever.length];
        int pairs = 0;
        while (pairs < MOST_PAIRS
                && (pairs < FEWEST_PAIRS || !isClose(players, sums, squares, pairs))) {
            Arrays.fill(pair, 0);
            addMarginals(order(pairs), false, pair);
            addMarginals(order(pairs), true, pair);
            pairs++;
            for (int player : players) {
                sums[player] += pair[player] / 2;
                squares[player] += pair[player] / 2 * (pair[player] / 2);
            }
        }
        for (int player : players) {
            to.addSampled(
                    lever[player],
                    sums[player] / pairs,
                    variance(sums[player], squares[player], pairs));
        }
        addAloneAndLastIn(players, to);
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
            int[] order = new int[lever.length];
            for (int i = 0; i < order.length; i++) {
                int j = random.nextInt(i + 1);
                order[i] = order[j];
                order[j] = i;
            }
            orders.add(order);
        }
        return orders.get(pair);
    }

    private void addMarginals(int[] order, boolean reverse, double[] to) {
        double[] state = states[0];
        clear(state);
        double before = tonnes(state);
        long chosen = 0;
        for (int i = 0; i < order.length; i++) {
            int player = order[reverse ? order.length - 1 - i : i];
            if (deployed[player]) {
                chosen |= 1L << player;
                apply(player, chosen, state);
                double after = tonnes(state);
                to[player] += before - after;
                before = after;
            }
        }
    }

    private void addAloneAndLastIn(int[] players, Attributed to) {
        double none = tonnesOf(players, 0);
        long all = 0;
        for (int player : players) {
            all |= 1L << player;
        }
        double whole = tonnesOf(players, all);
        for (int player : players) {
            long bit = 1L << player;
            to.alone[lever[player]] += none - tonnesOf(players, bit);
            to.lastIn[lever[player]] += tonnesOf(players, all & ~bit) - whole;
        }
    }

    private double tonnesOf(int[] players, long chosen) {
        double[] state = states[0];
        clear(state);
        for (int player : players) {
            if ((chosen & (1L << player)) != 0) {
                apply(player, chosen, state);
            }
        }
        return tonnes(state);
    }

    // One lever more, and what is left.

    private void apply(int player, long chosen, double[] state) {
        switch (layout.levers.get(lever[player]).effect()) {
            case LeverEffect.Reduction(Reach reach, double _) ->
                    reduce(reach, player, chosen, state);
            case LeverEffect.PueTarget _ -> multiply(PUE, player, state);
            case LeverEffect.Electrification _ -> electrify(player, chosen, state);
            case LeverEffect.OwnGeneration _ -> multiply(NOT_OWN, player, state);
            case LeverEffect.RenewableShareTarget _ -> multiply(NOT_RENEWABLE, player, state);
            case LeverEffect.Certificates _ ->
                    state[zoneField[Long.numberOfTrailingZeros(acts[player])]] += left[player];
        }
    }

    private void reduce(Reach reach, int player, long chosen, double[] state) {
        switch (reach) {
            case Reach.Electricity(Reach.Electricity.Part part) -> {
                if (part != Reach.Electricity.Part.OFFICES) {
                    multiply(IT, player, state);
                }
                if (part != Reach.Electricity.Part.DATA_CENTERS) {
                    multiply(OFFICES, player, state);
                }
            }
            case Reach.Scope1 _ -> electrify(player, chosen, state);
            case Reach.Scope3 _, Reach.Scope3Category _ -> multiply(UPSTREAM, player, state);
            case Reach.Heat _ -> {}
        }
    }

    private void multiply(int field, int player, double[] state) {
        for (long places = acts[player]; places != 0; places &= places - 1) {
            state[Long.numberOfTrailingZeros(places) * FIELDS + field] *= left[player];
        }
    }

    /// Anew from the chosen levers in the order in which they act: each finds what those before it
    /// leave.
    private void electrify(int player, long chosen, double[] state) {
        for (long places = acts[player]; places != 0; places &= places - 1) {
            int k = Long.numberOfTrailingZeros(places);
            double tonnes = scope1Tonnes[k];
            double mwh = 0;
            for (long others = chosen; others != 0; others &= others - 1) {
                int other = Long.numberOfTrailingZeros(others);
                if ((acts[other] & (1L << k)) != 0) {
                    LeverEffect effect = layout.levers.get(lever[other]).effect();
                    if (effect instanceof LeverEffect.Electrification(double _, double added)) {
                        mwh += tonnes * (1 - left[other]) * added;
                        tonnes *= left[other];
                    } else if (effect instanceof LeverEffect.Reduction(Reach.Scope1 _, double _)) {
                        tonnes *= left[other];
                    }
                }
            }
            state[k * FIELDS + ELECTRIFIED] = mwh;
        }
    }

    /// As [SimulatedYear#settle] of these regions alone.
    private double tonnes(double[] state) {
        double allDemandMwh = 0;
        for (int k = 0; k < region.length; k++) {
            settleElectricity(k, state);
            allDemandMwh += demandMwh[k];
        }
        if (certified) {
            match(state);
        }
        double tonnes = 0;
        for (int k = 0; k < region.length; k++) {
            int r = region[k];
            tonnes +=
                    (demandMwh[k] - ownMwh[k] - matchedMwh[k] + soldMwh[k])
                                    * layout.residualFactor[r * layout.years + year]
                            + matchedMwh[k] * layout.factors.contractTonnesPerMwh();
            if (upstreamTonnes[k] > 0) {
                double ratio =
                        layout.consumptionMwh[r] > 0
                                ? demandMwh[k] / layout.consumptionMwh[r]
                                : allDemandMwh / layout.base.electricity().consumptionMwh();
                tonnes += upstreamTonnes[k] * state[k * FIELDS + UPSTREAM] * ratio;
            }
        }
        return tonnes;
    }

    private void settleElectricity(int k, double[] state) {
        int at = k * FIELDS;
        int r = region[k];
        double basePue = layout.base.electricity().pue();
        double demand =
                itMwh[k] * state[at + IT] * Math.max(1, basePue * state[at + PUE])
                        + officesMwh[k] * state[at + OFFICES]
                        + state[at + ELECTRIFIED];
        double own = Math.min(demand, layout.ownMwh[r] + (1 - state[at + NOT_OWN]) * demand);
        double sold = Math.min(own, layout.soldMwh[r]);
        double open = state[at + NOT_RENEWABLE];
        double wantedShare =
                open < 1 ? 1 - (1 - layout.base.electricity().renewableShare()) * open : 0;
        double wanted = Math.max(layout.matchedMwh[r], wantedShare * demand - (own - sold));
        demandMwh[k] = demand;
        ownMwh[k] = own;
        soldMwh[k] = sold;
        matchedMwh[k] = Math.min(wanted, demand - own);
    }

    private void match(double[] state) {
        Arrays.fill(openMwh, 0);
        for (int k = 0; k < region.length; k++) {
            openMwh[zoneField[k]] += demandMwh[k] - ownMwh[k] - matchedMwh[k];
        }
        for (int k = 0; k < region.length; k++) {
            double certificates = state[zoneField[k]];
            double open = openMwh[zoneField[k]];
            if (certificates > 0 && open > 0) {
                matchedMwh[k] +=
                        Math.min(1, certificates / open)
                                * (demandMwh[k] - ownMwh[k] - matchedMwh[k]);
            }
        }
    }
}
