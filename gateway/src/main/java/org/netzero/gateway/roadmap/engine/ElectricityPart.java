package org.netzero.gateway.roadmap.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the electricity of some regions emits under any set of levers: their scope 2 market-based
/// without heat, and their upstream of electricity in scope 3 category 3. Regions are taken
/// together where certificates of one market zone meet the purchases of all of them, or where
/// upstream emissions follow the electricity of the whole company.
///
/// A state holds what the levers applied to it leave. It is used as [SimulatedYear] is, but levers
/// may be applied in any order: each finds what those leave that act before it.
final class ElectricityPart {

    // What a state holds of each region, then the certificates of each zone.
    private static final int IT = 0;
    private static final int OFFICES = 1;
    private static final int PUE = 2;
    private static final int ELECTRIFIED = 3;
    private static final int NOT_OWN = 4;
    private static final int NOT_RENEWABLE = 5;
    private static final int UPSTREAM = 6;
    private static final int FIELDS = 7;

    /// What a lever changes of the electricity.
    enum Kind {
        ELECTRICITY,
        DATA_CENTERS,
        OFFICES,
        PUE,
        SCOPE_1,
        ELECTRIFICATION,
        OWN_GENERATION,
        GREEN_POWER,
        CERTIFICATES,
        UPSTREAM
    }

    final Layout layout;

    /// Levers that touch these regions' electricity, in the order in which they act; elsewhere here
    /// a lever is its index in this array.
    final int[] lever;

    final Kind[] kind;
    final int[] region;

    /// Levers that cut or electrify fuel, by region.
    final int[][] onFuel;

    final double[] addedMwhPerTonne;
    final boolean certified;

    /// Index of each region's market zone within the state.
    private final int[] zoneField;

    private final int stateLength;

    /// Bit k of entry i says whether lever i acts in region k of these.
    private final long[] acts;

    // Of the year at work.
    int year;

    /// What each lever leaves; of certificates their volume.
    final double[] left;

    final double[] itMwh;
    final double[] officesMwh;
    final double[] scope1Tonnes;
    final double[] upstreamTonnes;
    private final double[] demandMwh;
    private final double[] openMwh;
    private final double[] ownMwh;
    private final double[] matchedMwh;
    private final double[] soldMwh;

    private ElectricityPart(Layout layout, int[] region, int[] lever) {
        this.layout = layout;
        this.region = region;
        this.lever = lever;
        kind = Arrays.stream(lever).mapToObj(l -> kindOf(layout, l)).toArray(Kind[]::new);
        addedMwhPerTonne = Arrays.stream(lever).mapToDouble(l -> addedMwh(layout, l)).toArray();
        certified = Arrays.asList(kind).contains(Kind.CERTIFICATES);
        int[] zones = Arrays.stream(region).map(r -> layout.zoneOfRegion[r]).distinct().toArray();
        zoneField = new int[region.length];
        onFuel = new int[region.length][];
        acts = new long[lever.length];
        for (int k = 0; k < region.length; k++) {
            int r = region[k];
            int zone = layout.zoneOfRegion[r];
            zoneField[k] = region.length * FIELDS + among(zones.length, z -> zones[z] == zone)[0];
            onFuel[k] = among(lever.length, i -> isOnFuel(i) && touches(layout, lever[i], r));
            for (int i = 0; i < lever.length; i++) {
                acts[i] |= touches(layout, lever[i], r) ? 1L << k : 0;
            }
        }
        stateLength = region.length * FIELDS + zones.length;
        left = new double[lever.length];
        itMwh = new double[region.length];
        officesMwh = new double[region.length];
        scope1Tonnes = new double[region.length];
        upstreamTonnes = new double[region.length];
        demandMwh = new double[region.length];
        openMwh = new double[stateLength];
        ownMwh = new double[region.length];
        matchedMwh = new double[region.length];
        soldMwh = new double[region.length];
    }

    private boolean isOnFuel(int i) {
        return kind[i] == Kind.SCOPE_1 || kind[i] == Kind.ELECTRIFICATION;
    }

    private static double addedMwh(Layout layout, int l) {
        return layout.levers.get(l).effect()
                        instanceof LeverEffect.Electrification(double _, double added)
                ? added
                : 0;
    }

    private static Kind kindOf(Layout layout, int l) {
        return switch (layout.levers.get(l).effect()) {
            case LeverEffect.Reduction(Reach reach, double _) ->
                    switch (reach) {
                        case Reach.Electricity(Reach.Electricity.Part part) ->
                                switch (part) {
                                    case ALL -> Kind.ELECTRICITY;
                                    case DATA_CENTERS -> Kind.DATA_CENTERS;
                                    case OFFICES -> Kind.OFFICES;
                                };
                        case Reach.Scope1 _, Reach.Heat _ -> Kind.SCOPE_1;
                        case Reach.Scope3 _, Reach.Scope3Category _ -> Kind.UPSTREAM;
                    };
            case LeverEffect.PueTarget _ -> Kind.PUE;
            case LeverEffect.Electrification _ -> Kind.ELECTRIFICATION;
            case LeverEffect.OwnGeneration _ -> Kind.OWN_GENERATION;
            case LeverEffect.RenewableShareTarget _ -> Kind.GREEN_POWER;
            case LeverEffect.Certificates _ -> Kind.CERTIFICATES;
        };
    }

    /// The parts in which no lever reaches from one into another.
    static List<ElectricityPart> of(Layout layout) {
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
        List<ElectricityPart> parts = new ArrayList<>();
        for (int p = 0; p < part.length; p++) {
            int name = p;
            int[] regions = among(part.length, r -> part[r] == name);
            int[] levers =
                    among(
                            layout.levers.size(),
                            l -> Arrays.stream(regions).anyMatch(r -> touches(layout, l, r)));
            if (levers.length > 0) {
                parts.add(new ElectricityPart(layout, regions, levers));
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
    /// @return the levers deployed
    int[] begin(SimulatedYear simulated) {
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
            left[i] =
                    kind[i] == Kind.CERTIFICATES
                            ? layout.certificatesMwh(lever[i]) * deployment
                            : 1 - layout.depth(lever[i]) * deployment;
        }
        return among(lever.length, i -> simulated.deployment(lever[i]) > 0);
    }

    double[] newState() {
        return new double[stateLength];
    }

    /// No lever applied.
    void clear(double[] state) {
        Arrays.fill(state, 0);
        for (int k = 0; k < region.length; k++) {
            int at = k * FIELDS;
            Arrays.fill(state, at, at + FIELDS, 1);
            state[at + ELECTRIFIED] = 0;
        }
    }

    /// @param chosen the levers applied, a bit each, this one among them
    void apply(int i, long chosen, double[] state) {
        switch (kind[i]) {
            case ELECTRICITY -> {
                multiply(IT, i, state);
                multiply(OFFICES, i, state);
            }
            case DATA_CENTERS -> multiply(IT, i, state);
            case OFFICES -> multiply(OFFICES, i, state);
            case PUE -> multiply(PUE, i, state);
            case SCOPE_1, ELECTRIFICATION -> electrify(i, chosen, state);
            case OWN_GENERATION -> multiply(NOT_OWN, i, state);
            case GREEN_POWER -> multiply(NOT_RENEWABLE, i, state);
            case UPSTREAM -> multiply(UPSTREAM, i, state);
            case CERTIFICATES -> state[zoneField[Long.numberOfTrailingZeros(acts[i])]] += left[i];
        }
    }

    private void multiply(int field, int i, double[] state) {
        for (long places = acts[i]; places != 0; places &= places - 1) {
            state[Long.numberOfTrailingZeros(places) * FIELDS + field] *= left[i];
        }
    }

    private void electrify(int i, long chosen, double[] state) {
        for (long places = acts[i]; places != 0; places &= places - 1) {
            int k = Long.numberOfTrailingZeros(places);
            double tonnes = scope1Tonnes[k];
            double mwh = 0;
            for (int other : onFuel[k]) {
                if ((chosen & (1L << other)) != 0) {
                    mwh += tonnes * (1 - left[other]) * addedMwhPerTonne[other];
                    tonnes *= left[other];
                }
            }
            state[k * FIELDS + ELECTRIFIED] = mwh;
        }
    }

    /// As [SimulatedYear#settle] of these regions alone.
    double tonnes(double[] state) {
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
