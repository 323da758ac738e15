package org.netzero.gateway.roadmap.engine;

import java.util.Arrays;

/// Attributes what levers cut from the electricity of one region where no limit is met: neither a
/// PUE of 1, nor more own generation or green power than there is electricity, nor green power that
/// would be less than the base year's. What is left is then a polynomial in which no lever stands
/// twice in a term:
///
/// - with green power of the share w, `(1 − w)·D·g_res + (w·D − O + S)·g_contract`,
/// - without, `(D − O − Q + S)·g_res + Q·g_contract`, Q of the base year,
///
/// with `D = IT·PUE + offices + electrified` and `O = O_0 + own share·D`, and the upstream of D.
///
/// The mean of such a figure over levers that take part with the chance x each is the figure at
/// their mean effect, so the Shapley share `∫₀¹ (mean without i − mean with i) dx` (Owen,
/// "Multilinear extensions of games", 1972) comes out exactly at n/2 nodes of Gauss's quadrature.
final class MultilinearCuts {

    private static final double LEAST_LEFT = 1e-3;

    private final ElectricityPart part;
    private final GaussLegendre[] quadratures;
    private final double[] mean;

    // Of the year at work.
    private double residual;
    private double contract;
    private double own;
    private double sold;
    private double matched;
    private double basePue;
    private double notRenewable;
    private int green;

    // What the levers leave of each figure on average.
    private double it;
    private double offices;
    private double pue;
    private double electrified;
    private double notOwn;
    private double open;
    private double upstream;
    private double noGreen;

    MultilinearCuts(ElectricityPart part) {
        this.part = part;
        quadratures = new GaussLegendre[part.lever.length / 2 + 2];
        mean = new double[part.lever.length];
    }

    /// Whether no limit is met by any set of these levers: the least electricity, own generation
    /// and green power that there may be are held against each.
    boolean holds(int[] players) {
        if (part.certified || part.region.length > 1) {
            return false;
        }
        readYear();
        clear();
        green = 0;
        double leastGreen = 0;
        for (int i : players) {
            double left = part.left[i];
            if (part.kind[i] == ElectricityPart.Kind.GREEN_POWER && left < 1) {
                green++;
                leastGreen = Math.max(leastGreen, left);
            }
            multiply(i, left);
        }
        double leastMwh = demandMwh();
        boolean inside = basePue * pue >= 1 && sold <= own && matched <= notOwn * leastMwh - own;
        return inside
                && (green == 0
                        || (sold <= notRenewable * open * leastMwh
                                && matched + own - sold
                                        <= (notOwn - notRenewable * leastGreen) * leastMwh));
    }

    private void readYear() {
        Layout layout = part.layout;
        int r = part.region[0];
        residual = layout.residualFactor[r * layout.years + part.year];
        contract = layout.factors.contractTonnesPerMwh();
        own = layout.ownMwh[r];
        sold = layout.soldMwh[r];
        matched = layout.matchedMwh[r];
        basePue = layout.base.electricity().pue();
        notRenewable = 1 - layout.base.electricity().renewableShare();
    }

    private void clear() {
        it = 1;
        offices = 1;
        pue = 1;
        electrified = 0;
        notOwn = 1;
        open = 1;
        upstream = 1;
    }

    private void multiply(int i, double by) {
        switch (part.kind[i]) {
            case ELECTRICITY -> {
                it *= by;
                offices *= by;
            }
            case DATA_CENTERS -> it *= by;
            case OFFICES -> offices *= by;
            case PUE -> pue *= by;
            case OWN_GENERATION -> notOwn *= by;
            case GREEN_POWER -> open *= by;
            case UPSTREAM -> upstream *= by;
            case SCOPE_1, ELECTRIFICATION, CERTIFICATES -> {}
        }
    }

    private double demandMwh() {
        return part.itMwh[0] * it * basePue * pue + part.officesMwh[0] * offices + electrified;
    }

    /// After [#holds] of the same levers.
    void attribute(int[] players, Attributed to) {
        int nodes = (players.length + 1) / 2;
        if (quadratures[nodes] == null) {
            quadratures[nodes] = GaussLegendre.of(nodes);
        }
        GaussLegendre quadrature = quadratures[nodes];
        for (int node = 0; node < nodes; node++) {
            attribute(players, quadrature.node(node), quadrature.weight(node), to);
        }
    }

    /// At the chance x, which is below 1, so that something is left of every figure.
    private void attribute(int[] players, double x, double weight, Attributed to) {
        Arrays.fill(mean, 1);
        clear();
        for (int i : players) {
            mean[i] = 1 - (1 - part.left[i]) * x;
            multiply(i, mean[i]);
        }
        electrified = electrifiedMwh();
        double anyNoGreen = Math.pow(1 - x, green);
        for (int i : players) {
            to.shares[part.lever[i]] += weight * cut(i, anyNoGreen, x);
        }
    }

    private double cut(int i, double anyNoGreen, double x) {
        return isGreen(i)
                ? difference(i, anyNoGreen / (1 - x), 0)
                : difference(i, anyNoGreen, anyNoGreen);
    }

    private boolean isGreen(int i) {
        return part.kind[i] == ElectricityPart.Kind.GREEN_POWER && part.left[i] < 1;
    }

    /// What each lever cuts where no other takes part. After [#holds] of the same levers.
    void addAlone(int[] players, Attributed to) {
        Arrays.fill(mean, 1);
        clear();
        for (int i : players) {
            to.alone[part.lever[i]] += difference(i, 1, isGreen(i) ? 0 : 1);
        }
    }

    /// What each lever cuts where all others take part; of one that leaves hardly anything, from
    /// which the others cannot be divided, as the whole says. After [#holds] of the same levers.
    void addLastIn(int[] players, LastIn whole, Attributed to) {
        Arrays.fill(mean, 1);
        clear();
        for (int i : players) {
            mean[i] = part.left[i];
            multiply(i, part.left[i]);
        }
        electrified = electrifiedMwh();
        double none = green > 0 ? 0 : 1;
        for (int i : players) {
            to.lastIn[part.lever[i]] +=
                    part.left[i] < LEAST_LEFT
                            ? whole.of(i)
                            : difference(i, isGreen(i) && green == 1 ? 1 : none, none);
        }
    }

    interface LastIn {
        double of(int i);
    }

    /// Without the lever less with it, of the mean over the others.
    private double difference(int i, double noGreenWithout, double noGreenWith) {
        double all = mean[i];
        noGreen = noGreenWithout;
        double without = tonnesWith(i, 1);
        noGreen = noGreenWith;
        double with = tonnesWith(i, part.left[i]);
        mean[i] = all;
        return without - with;
    }

    /// With a lever that leaves so much for certain.
    private double tonnesWith(int i, double left) {
        double itAll = it;
        double officesAll = offices;
        double pueAll = pue;
        double electrifiedAll = electrified;
        double notOwnAll = notOwn;
        double openAll = open;
        double upstreamAll = upstream;
        // The entry of the mean is read by those that electrify and stays until both are told.
        if (part.kind[i] == ElectricityPart.Kind.SCOPE_1
                || part.kind[i] == ElectricityPart.Kind.ELECTRIFICATION) {
            mean[i] = left;
            electrified = electrifiedMwh();
        } else {
            multiply(i, left / mean[i]);
        }
        double tonnes = tonnes();
        it = itAll;
        offices = officesAll;
        pue = pueAll;
        electrified = electrifiedAll;
        notOwn = notOwnAll;
        open = openAll;
        upstream = upstreamAll;
        return tonnes;
    }

    private double electrifiedMwh() {
        double tonnes = part.scope1Tonnes[0];
        double mwh = 0;
        for (int i : part.onFuel[0]) {
            mwh += tonnes * (1 - mean[i]) * part.addedMwhPerTonne[i];
            tonnes *= mean[i];
        }
        return mwh;
    }

    private double tonnes() {
        double demand = demandMwh();
        double bought = notOwn * demand - own + sold;
        double greenPower = notRenewable * demand * (residual - contract) + contract * bought;
        double asBefore = (bought - matched) * residual + matched * contract;
        double tonnes =
                greenPower
                        - notRenewable * (1 - open) * demand * (residual - contract)
                        + noGreen * (asBefore - greenPower);
        if (part.upstreamTonnes[0] > 0) {
            tonnes +=
                    part.upstreamTonnes[0]
                            * upstream
                            * demand
                            / part.layout.consumptionMwh[part.region[0]];
        }
        return tonnes;
    }
}
