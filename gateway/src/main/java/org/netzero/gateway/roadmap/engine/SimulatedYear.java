package org.netzero.gateway.roadmap.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// One year while levers act on it one after the other: what each of them leaves is what the next
/// one finds. It is used again for every year and set of levers: [#begin], [#apply] in the order of
/// [Layout#levers], [#settle].
///
/// Scope 3 category 3, the upstream of fuels and electricity, follows the electricity used; every
/// other category follows its own activity.
final class SimulatedYear {

    private final Layout layout;
    private final int regions;
    private final int categories;
    private int year = -1;
    private double dataCenterRatio = Double.NaN;

    // Of the year, before any lever.
    private final double[] yearScope1;
    private final double[] yearCells;
    private final double[] yearCategories;
    private final double[] yearItMwh;
    private final double[] yearOfficesMwh;

    // What levers leave.
    private final double[] scope1Left;
    private final double[] heatLeft;
    private double scope3Left;
    private final double[] categoryLeft;
    private final double[] regionLeft;
    private final double[] cellLeft;
    private final double[] itLeft;
    private final double[] officesLeft;
    final double[] pue;
    private final double[] electrifiedMwh;

    /// What own-generation levers leave of the year's electricity, as a share.
    private final double[] notSelfGenerated;

    /// What green-power levers leave of the share that was not renewable in the base year, as a
    /// share.
    private final double[] stillNotRenewable;

    private final double[] certificatesMwh;

    // What comes out, after settle().
    final double[] demandMwh;
    final double[] ownMwh;
    final double[] soldMwh;
    final double[] matchedMwh;
    final double[] matchedByCertificatesMwh;
    final double[] categoryTonnes;
    private double scope1Tonnes;
    private double locationTonnes;
    private double marketTonnes;
    private double scope3Tonnes;
    private double allDemandMwh;
    private double renewableMwh;

    SimulatedYear(Layout layout) {
        this.layout = layout;
        regions = layout.regions;
        categories = layout.categories;
        yearScope1 = new double[regions];
        yearCells = new double[categories * regions];
        yearCategories = new double[categories];
        yearItMwh = new double[regions];
        yearOfficesMwh = new double[regions];
        scope1Left = new double[regions];
        heatLeft = new double[regions];
        categoryLeft = new double[categories];
        regionLeft = new double[regions];
        cellLeft = new double[layout.cutsScope3ByCell ? categories * regions : 0];
        itLeft = new double[regions];
        officesLeft = new double[regions];
        pue = new double[regions];
        electrifiedMwh = new double[regions];
        notSelfGenerated = new double[regions];
        stillNotRenewable = new double[regions];
        certificatesMwh = new double[layout.zone.length];
        demandMwh = new double[regions];
        ownMwh = new double[regions];
        soldMwh = new double[regions];
        matchedMwh = new double[regions];
        matchedByCertificatesMwh = new double[regions];
        categoryTonnes = new double[categories];
    }

    /// Starts a year without any lever.
    ///
    /// @param yearsSinceBase index of the year
    /// @param measuredRatio of the data centres' energy to what the model expects of it
    void begin(int yearsSinceBase, double measuredRatio) {
        if (year != yearsSinceBase || dataCenterRatio != measuredRatio) {
            year = yearsSinceBase;
            dataCenterRatio = measuredRatio;
            growActivity();
        }
        Arrays.fill(scope1Left, 1);
        Arrays.fill(heatLeft, 1);
        scope3Left = 1;
        Arrays.fill(categoryLeft, 1);
        Arrays.fill(regionLeft, 1);
        Arrays.fill(cellLeft, 1);
        Arrays.fill(itLeft, 1);
        Arrays.fill(officesLeft, 1);
        Arrays.fill(pue, layout.base.electricity().pue());
        Arrays.fill(electrifiedMwh, 0);
        Arrays.fill(notSelfGenerated, 1);
        Arrays.fill(stillNotRenewable, 1);
        Arrays.fill(certificatesMwh, 0);
    }

    private void growActivity() {
        double dataCenterShare = layout.scenario.electricity().dataCenterShare().value();
        double basePue = layout.base.electricity().pue();
        for (int r = 0; r < regions; r++) {
            yearScope1[r] = layout.scope1Tonnes[r] * layout.scope1Growth[r][year];
            double consumption = layout.consumptionMwh[r] * layout.electricityGrowth[r][year];
            double dataCenters = consumption * dataCenterShare;
            yearItMwh[r] = dataCenters / basePue * dataCenterRatio;
            yearOfficesMwh[r] = consumption - dataCenters;
        }
        int cell = 0;
        for (int c = 0; c < categories; c++) {
            double sum = 0;
            for (int r = 0; r < regions; r++, cell++) {
                double growth = c == layout.energyRelated ? 1 : layout.cellGrowth[cell][year];
                yearCells[cell] = layout.cellTonnes[cell] * growth;
                sum += yearCells[cell];
            }
            yearCategories[c] = sum;
        }
    }

    double deployment(int lever) {
        return layout.deployment[lever * layout.years + year];
    }

    /// Index of the year begun.
    int yearsSinceBase() {
        return year;
    }

    /// Of the year before any lever; that of energy-related activities at the electricity of the
    /// base year.
    double cellBefore(int cell) {
        return yearCells[cell];
    }

    /// Lets a lever act, as far as it is deployed in the year.
    void apply(int lever) {
        apply(lever, deployment(lever));
    }

    /// Lets a lever act as if it were deployed so far.
    void apply(int lever, double deployment) {
        if (deployment == 0) {
            return;
        }
        double depth = layout.depth(lever);
        long places = layout.places[lever];
        switch (layout.levers.get(lever).effect()) {
            case LeverEffect.Reduction(Reach reach, double _) ->
                    reduce(reach, 1 - depth * deployment, lever);
            case LeverEffect.PueTarget _ -> {
                for (int r = 0; r < regions; r++) {
                    if (isIn(r, places)) {
                        pue[r] = Math.max(1, pue[r] * (1 - depth * deployment));
                    }
                }
            }
            case LeverEffect.Electrification(double _, double addedMwhPerTonne) -> {
                for (int r = 0; r < regions; r++) {
                    if (isIn(r, places)) {
                        double avoided = yearScope1[r] * scope1Left[r] * depth * deployment;
                        scope1Left[r] *= 1 - depth * deployment;
                        electrifiedMwh[r] += avoided * addedMwhPerTonne;
                    }
                }
            }
            case LeverEffect.OwnGeneration _ ->
                    multiply(notSelfGenerated, 1 - depth * deployment, places);
            case LeverEffect.RenewableShareTarget _ ->
                    multiply(stillNotRenewable, 1 - depth * deployment, places);
            case LeverEffect.Certificates _ ->
                    certificatesMwh[layout.zoneOfRegion[Long.numberOfTrailingZeros(places)]] +=
                            layout.certificatesMwh(lever) * deployment;
        }
    }

    private static boolean isIn(int region, long places) {
        return (places & (1L << region)) != 0;
    }

    private void multiply(double[] shares, double left, long places) {
        for (int r = 0; r < regions; r++) {
            if (isIn(r, places)) {
                shares[r] *= left;
            }
        }
    }

    private void reduce(Reach reach, double left, int lever) {
        long places = layout.places[lever];
        switch (reach) {
            case Reach.Scope1() -> multiply(scope1Left, left, places);
            case Reach.Heat() -> multiply(heatLeft, left, places);
            case Reach.Electricity(Reach.Electricity.Part part) -> {
                if (part != Reach.Electricity.Part.OFFICES) {
                    multiply(itLeft, left, places);
                }
                if (part != Reach.Electricity.Part.DATA_CENTERS) {
                    multiply(officesLeft, left, places);
                }
            }
            case Reach.Scope3() -> {
                if (layout.isEverywhere(lever)) {
                    scope3Left *= left;
                } else {
                    multiply(regionLeft, left, places);
                }
            }
            case Reach.Scope3Category(String name) -> {
                int c = Arrays.binarySearch(layout.category, name);
                if (c >= 0) {
                    reduceCategory(c, left, lever);
                }
            }
        }
    }

    private void reduceCategory(int category, double left, int lever) {
        if (layout.isEverywhere(lever)) {
            categoryLeft[category] *= left;
            return;
        }
        for (int r = 0; r < regions; r++) {
            if (isIn(r, layout.places[lever])) {
                cellLeft[category * regions + r] *= left;
            }
        }
    }

    /// Works out the figures that the levers applied so far leave.
    void settle() {
        settleElectricity();
        settleScope3();
        scope1Tonnes = 0;
        for (int r = 0; r < regions; r++) {
            scope1Tonnes += yearScope1[r] * scope1Left[r];
        }
    }

    private void settleElectricity() {
        allDemandMwh = 0;
        for (int r = 0; r < regions; r++) {
            double demand =
                    yearItMwh[r] * itLeft[r] * pue[r]
                            + yearOfficesMwh[r] * officesLeft[r]
                            + electrifiedMwh[r];
            double own = Math.min(demand, layout.ownMwh[r] + (1 - notSelfGenerated[r]) * demand);
            double sold = Math.min(own, layout.soldMwh[r]);
            double wanted = Math.max(layout.matchedMwh[r], wantedShare(r) * demand - (own - sold));
            demandMwh[r] = demand;
            ownMwh[r] = own;
            soldMwh[r] = sold;
            matchedMwh[r] = Math.min(wanted, demand - own);
            matchedByCertificatesMwh[r] = 0;
            allDemandMwh += demand;
        }
        for (int z = 0; z < certificatesMwh.length; z++) {
            if (certificatesMwh[z] > 0) {
                match(z);
            }
        }
        settleScope2();
    }

    /// Certificates take the unmatched purchases of their zone, in equal parts, and no more.
    private void match(int zone) {
        double openMwh = 0;
        for (int r = 0; r < regions; r++) {
            openMwh += layout.zoneOfRegion[r] == zone ? openMwh(r) : 0;
        }
        if (openMwh > 0) {
            double part = Math.min(1, certificatesMwh[zone] / openMwh);
            for (int r = 0; r < regions; r++) {
                if (layout.zoneOfRegion[r] == zone) {
                    matchedByCertificatesMwh[r] = part * openMwh(r);
                    matchedMwh[r] += matchedByCertificatesMwh[r];
                }
            }
        }
    }

    private double openMwh(int region) {
        return demandMwh[region] - ownMwh[region] - matchedMwh[region];
    }

    private void settleScope2() {
        locationTonnes = 0;
        marketTonnes = 0;
        renewableMwh = 0;
        for (int r = 0; r < regions; r++) {
            double heat = heatTonnes(r);
            locationTonnes += locationTonnes(r) + heat;
            marketTonnes += marketTonnes(r) + heat;
            renewableMwh += matchedMwh[r] + ownMwh[r] - soldMwh[r];
        }
    }

    double heatTonnes(int r) {
        return layout.heatTonnes[r] * layout.heatGrowth[year] * heatLeft[r];
    }

    /// Without heat.
    double locationTonnes(int r) {
        return (demandMwh[r] - ownMwh[r]) * layout.locationFactor[r * layout.years + year];
    }

    /// Without heat.
    double marketTonnes(int r) {
        return (demandMwh[r] - ownMwh[r] - matchedMwh[r] + soldMwh[r])
                        * layout.residualFactor[r * layout.years + year]
                + matchedMwh[r] * layout.factors.contractTonnesPerMwh();
    }

    private void settleScope3() {
        boolean byRegion = layout.cutsScope3ByRegion || layout.cutsScope3ByCell;
        scope3Tonnes = 0;
        for (int c = 0; c < categories; c++) {
            double tonnes =
                    byRegion || c == layout.energyRelated ? regionalSum(c) : yearCategories[c];
            categoryTonnes[c] = tonnes * scope3Left * categoryLeft[c];
            scope3Tonnes += categoryTonnes[c];
        }
    }

    private double regionalSum(int c) {
        double sum = 0;
        for (int r = 0; r < regions; r++) {
            sum += regionalTonnes(c, r);
        }
        return sum;
    }

    /// Before what levers of every region leave.
    private double regionalTonnes(int c, int r) {
        int cell = c * regions + r;
        double tonnes = yearCells[cell] * regionLeft[r];
        if (layout.cutsScope3ByCell) {
            tonnes *= cellLeft[cell];
        }
        return c == layout.energyRelated ? tonnes * electricityRatio(r) : tonnes;
    }

    /// Electricity used over that of the base year; the company's where the region used none.
    double electricityRatio(int r) {
        return layout.consumptionMwh[r] > 0
                ? demandMwh[r] / layout.consumptionMwh[r]
                : allDemandMwh / layout.base.electricity().consumptionMwh();
    }

    double cellTonnes(int c, int r) {
        return regionalTonnes(c, r) * scope3Left * categoryLeft[c];
    }

    /// What is left of a cell by every lever that cuts it.
    double cellLeft(int c, int r) {
        return scope3Left
                * categoryLeft[c]
                * regionLeft[r]
                * (layout.cutsScope3ByCell ? cellLeft[c * regions + r] : 1);
    }

    double scope1Left(int r) {
        return scope1Left[r];
    }

    double scope1Tonnes(int r) {
        return yearScope1[r] * scope1Left[r];
    }

    double heatLeft(int r) {
        return heatLeft[r];
    }

    double itLeft(int r) {
        return itLeft[r];
    }

    double officesLeft(int r) {
        return officesLeft[r];
    }

    double dataCenterRatio() {
        return dataCenterRatio;
    }

    /// Added own generation as a share of the electricity.
    double selfGenerated(int r) {
        return 1 - notSelfGenerated[r];
    }

    /// Renewable share that green power is bought for; 0 where none is.
    double wantedShare(int r) {
        return stillNotRenewable[r] < 1
                ? 1 - (1 - layout.base.electricity().renewableShare()) * stillNotRenewable[r]
                : 0;
    }

    double itMwh(int r) {
        return yearItMwh[r] * itLeft[r];
    }

    double officesMwh(int r) {
        return yearOfficesMwh[r] * officesLeft[r];
    }

    double electrifiedMwh(int r) {
        return electrifiedMwh[r];
    }

    double scope1Tonnes() {
        return scope1Tonnes;
    }

    double scope2LocationTonnes() {
        return locationTonnes;
    }

    double scope2MarketTonnes() {
        return marketTonnes;
    }

    double scope3Tonnes() {
        return scope3Tonnes;
    }

    /// Scope 1 + scope 2 market-based + scope 3.
    double grossTonnes() {
        return scope1Tonnes + marketTonnes + scope3Tonnes;
    }

    double electricityMwh() {
        return allDemandMwh;
    }

    double renewableShare() {
        return allDemandMwh == 0 ? 0 : Math.min(1, renewableMwh / allDemandMwh);
    }

    double renewableShare(int r) {
        return demandMwh[r] == 0
                ? 0
                : Math.min(1, (matchedMwh[r] + ownMwh[r] - soldMwh[r]) / demandMwh[r]);
    }

    double dataCenterMwh() {
        double sum = 0;
        for (int r = 0; r < regions; r++) {
            sum += itMwh(r) * pue[r];
        }
        return sum;
    }

    /// Of all data centres together.
    double pue() {
        double it = 0;
        for (int r = 0; r < regions; r++) {
            it += itMwh(r);
        }
        return regions == 1 || it == 0 ? pue[0] : dataCenterMwh() / it;
    }

    Footprint footprint() {
        SortedMap<String, Double> scope3 = new TreeMap<>();
        for (int c = 0; c < categories; c++) {
            scope3.put(layout.category[c], categoryTonnes[c]);
        }
        return new Footprint(
                scope1Tonnes,
                locationTonnes,
                marketTonnes,
                scope3,
                allDemandMwh,
                pue(),
                renewableShare(),
                regions == 1 ? List.of() : regionYears());
    }

    private List<RegionYear> regionYears() {
        List<RegionYear> parts = new ArrayList<>();
        for (int r = 0; r < regions; r++) {
            double scope3 = 0;
            for (int c = 0; c < categories; c++) {
                scope3 += cellTonnes(c, r);
            }
            parts.add(
                    new RegionYear(
                            layout.region[r].id(),
                            scope1Tonnes(r),
                            locationTonnes(r) + heatTonnes(r),
                            marketTonnes(r) + heatTonnes(r),
                            scope3,
                            demandMwh[r],
                            renewableShare(r)));
        }
        return parts;
    }
}
