package org.netzero.gateway.roadmap.engine;

import java.util.Arrays;

/// Attributes what levers cut from figures that they leave as `Π(1 − cut)` each: scope 1, heat, and
/// scope 3 but for what follows the electricity used.
///
/// Exact for any number of levers. Of a figure b, the Shapley share of lever i that cuts `a_i` is
/// `b · a_i · ∫₀¹ Π_{j≠i}(1 − a_j·x) dx`, by the multilinear extension of the game (Owen,
/// "Multilinear extensions of games", 1972). With n levers the integrand is a polynomial of degree
/// n − 1, so Gauss's quadrature at n/2 nodes has no error but rounding, and no cancellation, since
/// every factor lies between 0 and 1.
final class ProductCuts {

    private final Layout layout;

    /// Levers, a bit each, that cut the same figures together.
    private final long[] groups;

    /// Group of each figure, or -1 where no lever cuts it.
    private final int[] scope1Group;

    private final int[] heatGroup;
    private final int[] cellGroup;

    /// Nodes and weights by the number of nodes, where they were needed.
    private final GaussLegendre[] quadratures;

    private final double[] amounts;
    private final int[] players;
    private final double[] cuts;
    private final double[] after;

    ProductCuts(Layout layout) {
        this.layout = layout;
        int regions = layout.regions;
        long[] scope1 = new long[regions];
        long[] heat = new long[regions];
        long[] cells = new long[layout.categories * regions];
        for (int lever = 0; lever < layout.levers.size(); lever++) {
            for (int r = 0; r < regions; r++) {
                if ((layout.places[lever] & (1L << r)) != 0) {
                    mark(lever, r, scope1, heat, cells);
                }
            }
        }
        groups =
                Arrays.stream(new long[][] {scope1, heat, cells})
                        .flatMapToLong(Arrays::stream)
                        .filter(levers -> levers != 0)
                        .distinct()
                        .sorted()
                        .toArray();
        scope1Group = groupsOf(scope1);
        heatGroup = groupsOf(heat);
        cellGroup = groupsOf(cells);
        quadratures = new GaussLegendre[layout.levers.size() / 2 + 2];
        amounts = new double[groups.length];
        players = new int[layout.levers.size()];
        cuts = new double[layout.levers.size()];
        after = new double[layout.levers.size() + 1];
    }

    private void mark(int lever, int r, long[] scope1, long[] heat, long[] cells) {
        long bit = 1L << lever;
        switch (layout.levers.get(lever).effect()) {
            case LeverEffect.Reduction(Reach.Scope1 _, double _), LeverEffect.Electrification _ ->
                    scope1[r] |= bit;
            case LeverEffect.Reduction(Reach.Heat _, double _) -> heat[r] |= bit;
            case LeverEffect.Reduction(Reach.Scope3 _, double _) -> {
                for (int c = 0; c < layout.categories; c++) {
                    markCell(c, r, bit, cells);
                }
            }
            case LeverEffect.Reduction(Reach.Scope3Category(String name), double _) -> {
                int c = Arrays.binarySearch(layout.category, name);
                if (c >= 0) {
                    markCell(c, r, bit, cells);
                }
            }
            case LeverEffect.Reduction(Reach.Electricity _, double _),
                    LeverEffect.PueTarget _,
                    LeverEffect.OwnGeneration _,
                    LeverEffect.RenewableShareTarget _,
                    LeverEffect.Certificates _ -> {}
        }
    }

    private void markCell(int c, int r, long bit, long[] cells) {
        if (c != layout.energyRelated) {
            cells[c * layout.regions + r] |= bit;
        }
    }

    private int[] groupsOf(long[] levers) {
        return Arrays.stream(levers)
                .mapToInt(mask -> mask == 0 ? -1 : Arrays.binarySearch(groups, mask))
                .toArray();
    }

    /// @param year begun, without any lever
    void attribute(SimulatedYear year, Attributed to) {
        Arrays.fill(amounts, 0);
        for (int r = 0; r < layout.regions; r++) {
            add(scope1Group[r], year.scope1Tonnes(r));
            add(heatGroup[r], year.heatTonnes(r));
        }
        for (int cell = 0; cell < cellGroup.length; cell++) {
            add(cellGroup[cell], year.cellBefore(cell));
        }
        for (int group = 0; group < groups.length; group++) {
            attribute(group, year, to);
        }
    }

    private void add(int group, double tonnes) {
        if (group >= 0) {
            amounts[group] += tonnes;
        }
    }

    private void attribute(int group, SimulatedYear year, Attributed to) {
        int count = 0;
        for (long left = groups[group]; left != 0; left &= left - 1) {
            int lever = Long.numberOfTrailingZeros(left);
            if (year.deployment(lever) > 0) {
                players[count] = lever;
                cuts[count++] = layout.depth(lever) * year.deployment(lever);
            }
        }
        double tonnes = amounts[group];
        for (int i = 0; i < count; i++) {
            to.alone[players[i]] += tonnes * cuts[i];
        }
        addProducts(1, tonnes, count, to.lastIn);
        if (count > 0) {
            GaussLegendre quadrature = quadrature((count + 1) / 2);
            for (int node = 0; node < quadrature.size(); node++) {
                addProducts(
                        quadrature.node(node), tonnes * quadrature.weight(node), count, to.shares);
            }
        }
    }

    /// Adds `tonnes · a_i · Π_{j≠i}(1 − a_j·x)` to each lever i.
    private void addProducts(double x, double tonnes, int count, double[] to) {
        after[count] = 1;
        for (int i = count - 1; i >= 0; i--) {
            after[i] = after[i + 1] * (1 - cuts[i] * x);
        }
        double before = tonnes;
        for (int i = 0; i < count; i++) {
            to[players[i]] += before * cuts[i] * after[i + 1];
            before *= 1 - cuts[i] * x;
        }
    }

    private GaussLegendre quadrature(int nodes) {
        if (quadratures[nodes] == null) {
            quadratures[nodes] = GaussLegendre.of(nodes);
        }
        return quadratures[nodes];
    }
}
