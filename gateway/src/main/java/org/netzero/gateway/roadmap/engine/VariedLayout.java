package org.netzero.gateway.roadmap.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Lays out a scenario under other inputs, from what is worked out once for all of them.
final class VariedLayout {

    /// Bounds of the inputs of a scenario.
    private static final double STEEPEST_GROWTH = 1;

    private static final double STEEPEST_GRID_CHANGE = 0.5;
    private static final double DIRTIEST_CONTRACT = 2;

    private final Layout layout;

    /// Where the scenario has what the layout has, by the layout's order.
    private final int[] regionInScenario;

    private final int[] leverInScenario;

    /// Layout's levers, each after what it requires.
    private final int[] inOrder;

    private final int[][] required;

    /// Shares by lever of the layout, delay and year, without what the lever requires.
    private final double[][][] ownDeployments;

    private final Growths electricity;
    private final Growths others;
    private final int[] ofElectricity;
    private final int[] ofScope1;
    private final int[] ofCell;
    private final int ofHeat;

    VariedLayout(Layout layout, int longestDelay) {
        this.layout = layout;
        Scenario scenario = layout.scenario;
        regionInScenario =
                Arrays.stream(layout.region)
                        .mapToInt(region -> Math.max(0, scenario.regions().indexOf(region)))
                        .toArray();
        leverInScenario =
                layout.levers.stream()
                        .mapToInt(lever -> scenario.levers().indexOf(lever))
                        .toArray();
        Map<String, Integer> byId = new HashMap<>();
        for (int l = 0; l < layout.levers.size(); l++) {
            byId.put(layout.levers.get(l).id(), l);
        }
        required =
                layout.levers.stream()
                        .map(lever ->
                                lever.requires().stream()
                                        .filter(byId::containsKey)
                                        .mapToInt(id -> byId.getOrDefault(id, 0))
                                        .toArray())
                        .toArray(int[][]::new);
        inOrder = inOrder();
        ownDeployments =
                layout.levers.stream()
                        .map(lever -> ownDeployments(lever, longestDelay))
                        .toArray(double[][][]::new);
        electricity = new Growths();
        others = new Growths();
        ofElectricity = electricity.indicesOf(layout.electricityDriver);
        ofScope1 = others.indicesOf(layout.scope1Driver);
        ofCell = others.indicesOf(layout.cellDriver);
        ofHeat = others.indexOf(scenario.otherActivity());
    }

    private int[] inOrder() {
        List<Integer> order = new ArrayList<>();
        for (int l = 0; l < required.length; l++) {
            addAfterRequired(l, order);
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    /// A valid scenario has no circle.
    private void addAfterRequired(int lever, List<Integer> order) {
        if (!order.contains(lever)) {
            for (int other : required[lever]) {
                addAfterRequired(other, order);
            }
            order.add(lever);
        }
    }

    private double[][] ownDeployments(Lever lever, int longestDelay) {
        double[][] byDelay = new double[longestDelay + 1][layout.years];
        for (int delay = 0; delay <= longestDelay; delay++) {
            Deployment late = lever.deployment().late(delay);
            for (int y = 1; y < layout.years; y++) {
                byDelay[delay][y] = late.in(layout.scenario.baseYear() + y);
            }
        }
        return byDelay;
    }

    /// The base inventory as it is drawn.
    Inventory base(Variation variation) {
        Inventory base = layout.base;
        TreeMap<String, Double> scope3 = new TreeMap<>(base.scope3TonnesByCategory());
        scope3.replaceAll((_, tonnes) -> tonnes * variation.scope3Factor());
        return new Inventory(
                base.year(),
                base.scope1Tonnes() * variation.scope1Factor(),
                base.scope2LocationTonnes() * variation.scope2Factor(),
                base.scope2MarketTonnes() * variation.scope2Factor(),
                scope3,
                base.electricity(),
                base.scope2HeatTonnes() * variation.scope2Factor());
    }

    /// @param base as it is drawn
    /// @throws UnexplainedScope2 if its scope 2 cannot come from the stated electricity
    Layout under(Variation variation, Inventory base) {
        ImpliedFactors factors = factors(variation, base);
        double[] depths = new double[layout.levers.size()];
        double[] certificatesMwh = new double[depths.length];
        for (int l = 0; l < depths.length; l++) {
            LeverEffect effect =
                    layout.levers
                            .get(l)
                            .effect()
                            .delivered(
                                    variation.deliveries()[leverInScenario[l]], base.electricity());
            depths[l] = layout.depthOf(effect);
            certificatesMwh[l] = Layout.certificatesMwh(effect);
        }
        double[][] growths = others.under(variation.otherGrowth(), variation.lastingShare());
        return new Layout(
                layout,
                new Layout.Figures(
                        factors,
                        deployments(variation),
                        depths,
                        certificatesMwh,
                        chosen(growths, ofScope1),
                        chosen(
                                electricity.under(
                                        variation.electricityGrowth(), variation.lastingShare()),
                                ofElectricity),
                        chosen(growths, ofCell),
                        growths[ofHeat],
                        layout.split(base.scope1Tonnes(), Region::shareOfScope1),
                        layout.split(base.scope2HeatTonnes(), Region::shareOfElectricity),
                        layout.cells(base),
                        layout.factorPaths(
                                factors.locationTonnesPerMwh(),
                                Region::relativeGridFactor,
                                shifted(layout.locationChange, variation)),
                        layout.factorPaths(
                                factors.residualTonnesPerMwh(),
                                Region::relativeResidualFactor,
                                shifted(layout.residualChange, variation))));
    }

    /// Scope 2 of the base year is drawn as a whole, and contracts are a part of it.
    private ImpliedFactors factors(Variation variation, Inventory base) {
        return ImpliedFactors.inFigures(
                base,
                Math.min(
                        DIRTIEST_CONTRACT,
                        layout.factors.contractTonnesPerMwh() * variation.scope2Factor()));
    }

    private double[] deployments(Variation variation) {
        int years = layout.years;
        double[] shares = new double[layout.levers.size() * years];
        for (int l : inOrder) {
            double[] own = ownDeployments[l][variation.delays()[leverInScenario[l]]];
            System.arraycopy(own, 0, shares, l * years, years);
            for (int other : required[l]) {
                for (int y = 0; y < years; y++) {
                    shares[l * years + y] =
                            Math.min(shares[l * years + y], shares[other * years + y]);
                }
            }
        }
        return shares;
    }

    private double[] shifted(double[] changePerYear, Variation variation) {
        double[] shifted = new double[changePerYear.length];
        for (int r = 0; r < shifted.length; r++) {
            double change = changePerYear[r] + variation.gridChanges()[regionInScenario[r]];
            shifted[r] = Math.clamp(change, -STEEPEST_GRID_CHANGE, STEEPEST_GRID_CHANGE);
        }
        return shifted;
    }

    private static double[][] chosen(double[][] growths, int[] indices) {
        double[][] chosen = new double[indices.length][];
        for (int i = 0; i < indices.length; i++) {
            chosen[i] = growths[indices[i]];
        }
        return chosen;
    }

    /// The drivers of a layout that are shifted together, each once.
    private final class Growths {

        private final List<Driver> drivers = new ArrayList<>();

        int indexOf(Driver driver) {
            int known = drivers.indexOf(driver);
            if (known < 0) {
                drivers.add(driver);
            }
            return known < 0 ? drivers.size() - 1 : known;
        }

        int[] indicesOf(Driver[] ofParts) {
            return Arrays.stream(ofParts).mapToInt(this::indexOf).toArray();
        }

        double[][] under(double shift, double lastingShare) {
            double[][] growths = new double[drivers.size()][];
            for (int i = 0; i < growths.length; i++) {
                Driver driver = drivers.get(i);
                growths[i] =
                        new Driver(
                                        within(driver.initialGrowthPerYear() + shift),
                                        within(
                                                driver.longTermGrowthPerYear()
                                                        + lastingShare * shift),
                                        driver.damping(),
                                        driver.evidence())
                                .growths(layout.years - 1);
            }
            return growths;
        }

        private static double within(double growth) {
            return Math.clamp(growth, -STEEPEST_GROWTH, STEEPEST_GROWTH);
        }
    }
}
