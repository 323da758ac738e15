package org.netzero.gateway.roadmap.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A scenario and its base inventory laid out in arrays, so that a year can be simulated without an
/// object per figure. A *cell* is a category of scope 3 in a region: `category * regions + region`.
///
/// The order in which regions, activities and levers are stated changes nothing here.
final class Layout {

    private static final String ENERGY_RELATED = "C3_FUEL_AND_ENERGY_RELATED_ACTIVITIES";
    private static final Evidence WHOLE_COMPANY =
            new Evidence(Provenance.DEFAULTED, "The scenario states no regions.");
    private static final int NOTHING = -1;

    final Scenario scenario;
    final Inventory base;
    final ImpliedFactors factors;

    /// In the order in which they act; of one node in the order of their ids.
    final List<Lever> levers;

    final int years;
    final int regions;
    final int categories;
    final Region[] region;
    final String[] category;

    /// Index of scope 3 category 3, the upstream of fuels and electricity, which follows the
    /// electricity used; or `NOTHING`.
    final int energyRelated;

    /// Whether a lever cuts scope 3 in some regions only, whole or by category.
    final boolean cutsScope3ByRegion;

    final boolean cutsScope3ByCell;

    final String[] zone;
    final int[] zoneOfRegion;

    /// Whether a region is among those a lever acts in: bit r of entry l.
    final long[] places;

    /// Deployed share: `lever * years + year`.
    final double[] deployment;

    /// Growth of a region's part of the activity by year; parts of one driver share the array.
    final double[][] scope1Growth;

    final double[][] electricityGrowth;
    final double[][] cellGrowth;
    final double[] heatGrowth;

    final double[] scope1Tonnes;
    final double[] heatTonnes;
    final double[] cellTonnes;
    final double[] consumptionMwh;
    final double[] ownMwh;
    final double[] matchedMwh;
    final double[] soldMwh;

    /// Relative cut at full deployment; of certificates 0.
    private final double[] depths;

    /// Volume of certificates at full deployment; of every other lever 0.
    private final double[] certificatesMwh;

    /// Relative change per year of the factors of a region.
    final double[] locationChange;

    final double[] residualChange;

    /// t/MWh: `region * years + year`.
    final double[] locationFactor;

    final double[] residualFactor;

    final Driver[] cellDriver;
    final Driver[] scope1Driver;
    final Driver[] electricityDriver;

    Layout(Scenario scenario, Inventory base) {
        this.scenario = scenario;
        this.base = base;
        factors =
                ImpliedFactors.inFigures(
                        base, scenario.electricity().gridFactors().contractTonnesPerMwh().value());
        levers =
                scenario.levers().stream()
                        .sorted(Comparator.comparing(Lever::node).thenComparing(Lever::id))
                        .toList();
        years = scenario.targetYear() - scenario.baseYear() + 1;
        region =
                scenario.regions().isEmpty()
                        ? new Region[] {wholeCompany()}
                        : scenario.regions().stream()
                                .sorted(Comparator.comparing(Region::id))
                                .toArray(Region[]::new);
        regions = region.length;
        category = base.scope3TonnesByCategory().keySet().toArray(String[]::new);
        categories = category.length;
        energyRelated =
                base.electricity().consumptionMwh() > 0
                        ? Math.max(NOTHING, Arrays.binarySearch(category, ENERGY_RELATED))
                        : NOTHING;
        zone = Arrays.stream(region).map(Region::marketZone).distinct().toArray(String[]::new);
        zoneOfRegion = new int[regions];
        for (int r = 0; r < regions; r++) {
            zoneOfRegion[r] = Arrays.asList(zone).indexOf(region[r].marketZone());
        }
        places = levers.stream().mapToLong(lever -> placesOf(lever.place())).toArray();
        deployment = deployments();
        depths = levers.stream().mapToDouble(lever -> depthOf(lever.effect())).toArray();
        certificatesMwh =
                levers.stream().mapToDouble(lever -> certificatesMwh(lever.effect())).toArray();
        cutsScope3ByRegion = isAnyRegional(false);
        cutsScope3ByCell = isAnyRegional(true);
        scope1Tonnes = split(base.scope1Tonnes(), Region::shareOfScope1);
        heatTonnes = split(base.scope2HeatTonnes(), Region::shareOfElectricity);
        cellTonnes = cells(base);
        ElectricityUse electricity = base.electricity();
        consumptionMwh = split(electricity.consumptionMwh(), Region::shareOfElectricity);
        ownMwh = split(electricity.ownGenerationUsedMwh(), Region::shareOfElectricity);
        matchedMwh = split(electricity.matchedMwh(), Region::shareOfElectricity);
        soldMwh = split(electricity.ownAttributesSoldMwh(), Region::shareOfElectricity);
        GridFactorPaths paths = scenario.electricity().gridFactors();
        locationChange = changes(Region::locationChangePerYear, paths.locationChangePerYear());
        residualChange = changes(Region::residualChangePerYear, paths.residualChangePerYear());
        locationFactor =
                factorPaths(
                        factors.locationTonnesPerMwh(), Region::relativeGridFactor, locationChange);
        residualFactor =
                factorPaths(
                        factors.residualTonnesPerMwh(),
                        Region::relativeResidualFactor,
                        residualChange);
        scope1Driver = drivers(regions, scenario.otherActivity());
        electricityDriver = drivers(regions, scenario.electricity().driver());
        cellDriver = drivers(categories * regions, scenario.otherActivity());
        scenario.activities().stream()
                .sorted(Comparator.comparingInt(ActivityGrowth::narrowness))
                .forEach(this::place);
        Map<Driver, double[]> growths = new HashMap<>();
        scope1Growth = growths(scope1Driver, growths);
        electricityGrowth = growths(electricityDriver, growths);
        cellGrowth = growths(cellDriver, growths);
        heatGrowth = scenario.otherActivity().growths(years - 1);
    }

    /// Figures of a layout that other inputs of its scenario change.
    @SuppressWarnings("ArrayRecordComponent") // Handed on and never compared.
    record Figures(
            ImpliedFactors factors,
            double[] deployment,
            double[] depths,
            double[] certificatesMwh,
            double[][] scope1Growth,
            double[][] electricityGrowth,
            double[][] cellGrowth,
            double[] heatGrowth,
            double[] scope1Tonnes,
            double[] heatTonnes,
            double[] cellTonnes,
            double[] locationFactor,
            double[] residualFactor) {}

    /// The same scenario on other figures. Its drivers and changes per year stay those it states.
    Layout(Layout of, Figures figures) {
        scenario = of.scenario;
        base = of.base;
        levers = of.levers;
        years = of.years;
        regions = of.regions;
        categories = of.categories;
        region = of.region;
        category = of.category;
        energyRelated = of.energyRelated;
        cutsScope3ByRegion = of.cutsScope3ByRegion;
        cutsScope3ByCell = of.cutsScope3ByCell;
        zone = of.zone;
        zoneOfRegion = of.zoneOfRegion;
        places = of.places;
        consumptionMwh = of.consumptionMwh;
        ownMwh = of.ownMwh;
        matchedMwh = of.matchedMwh;
        soldMwh = of.soldMwh;
        locationChange = of.locationChange;
        residualChange = of.residualChange;
        cellDriver = of.cellDriver;
        scope1Driver = of.scope1Driver;
        electricityDriver = of.electricityDriver;
        factors = figures.factors();
        deployment = figures.deployment();
        depths = figures.depths();
        certificatesMwh = figures.certificatesMwh();
        scope1Growth = figures.scope1Growth();
        electricityGrowth = figures.electricityGrowth();
        cellGrowth = figures.cellGrowth();
        heatGrowth = figures.heatGrowth();
        scope1Tonnes = figures.scope1Tonnes();
        heatTonnes = figures.heatTonnes();
        cellTonnes = figures.cellTonnes();
        locationFactor = figures.locationFactor();
        residualFactor = figures.residualFactor();
    }

    private static Region wholeCompany() {
        return new Region(
                "everywhere",
                "everywhere",
                1,
                1,
                1,
                1,
                1,
                Optional.empty(),
                Optional.empty(),
                WHOLE_COMPANY);
    }

    private long placesOf(Place place) {
        long bits = 0;
        for (int r = 0; r < regions; r++) {
            boolean among =
                    switch (place) {
                        case Place.Everywhere _ -> true;
                        case Place.InRegion(String id) -> region[r].id().equals(id);
                        case Place.InMarketZone(String name) -> region[r].marketZone().equals(name);
                    };
            bits |= among ? 1L << r : 0;
        }
        return bits;
    }

    boolean isEverywhere(int lever) {
        return places[lever] == (1L << regions) - 1;
    }

    double depthOf(LeverEffect effect) {
        return switch (effect) {
            case LeverEffect.Reduction(Reach _, double depth) -> depth;
            case LeverEffect.PueTarget(double target) ->
                    Math.max(0, 1 - target / base.electricity().pue());
            case LeverEffect.Electrification(double depth, double _) -> depth;
            case LeverEffect.OwnGeneration(double share) -> share;
            case LeverEffect.RenewableShareTarget(double target) -> {
                double gap = 1 - base.electricity().renewableShare();
                yield gap == 0 ? 0 : Math.max(0, 1 - (1 - target) / gap);
            }
            case LeverEffect.Certificates _ -> 0;
        };
    }

    static double certificatesMwh(LeverEffect effect) {
        return effect instanceof LeverEffect.Certificates(double mwhPerYear) ? mwhPerYear : 0;
    }

    double certificatesMwh(int lever) {
        return certificatesMwh[lever];
    }

    double depth(int lever) {
        return depths[lever];
    }

    /// Whether two levers cut the same in the same place.
    boolean cutsTheSame(int one, int other) {
        return places[one] == places[other] && reachOf(one).equals(reachOf(other));
    }

    /// What a lever cuts and where, in words; that of certificates is theirs alone.
    String reachOf(int lever) {
        String reach =
                switch (levers.get(lever).effect()) {
                    case LeverEffect.Reduction(Reach.Scope1 _, double _),
                            LeverEffect.Electrification _ ->
                            "scope 1";
                    case LeverEffect.Reduction(Reach.Heat _, double _) -> "heat";
                    case LeverEffect.Reduction(
                                    Reach.Electricity(Reach.Electricity.Part part),
                                    double _) ->
                            "electricity of " + part;
                    case LeverEffect.Reduction(Reach.Scope3 _, double _) -> "scope 3";
                    case LeverEffect.Reduction(Reach.Scope3Category(String name), double _) ->
                            "scope 3 " + name;
                    case LeverEffect.PueTarget _ -> "PUE";
                    case LeverEffect.OwnGeneration _ -> "not own generation";
                    case LeverEffect.RenewableShareTarget _ -> "not renewable";
                    case LeverEffect.Certificates _ -> "certificates " + lever;
                };
        return switch (levers.get(lever).place()) {
            case Place.Everywhere _ -> reach;
            case Place.InRegion(String name) -> reach + " in " + name;
            case Place.InMarketZone(String name) -> reach + " in market zone " + name;
        };
    }

    private double[] deployments() {
        Deployments deployments = new Deployments(levers, scenario.baseYear(), years);
        double[] shares = new double[levers.size() * years];
        for (int l = 0; l < levers.size(); l++) {
            System.arraycopy(deployments.of(levers.get(l)), 0, shares, l * years, years);
        }
        return shares;
    }

    private boolean isAnyRegional(boolean ofOneCategory) {
        for (int l = 0; l < levers.size(); l++) {
            if (!isEverywhere(l)
                    && levers.get(l).effect()
                            instanceof LeverEffect.Reduction(Reach reach, double _)
                    && (ofOneCategory
                            ? reach instanceof Reach.Scope3Category
                            : reach instanceof Reach.Scope3)) {
                return true;
            }
        }
        return false;
    }

    interface Share {
        double of(Region region);
    }

    private interface ChangePerYear {
        Optional<Assumption> of(Region region);
    }

    double[] split(double amount, Share share) {
        double[] parts = new double[regions];
        for (int r = 0; r < regions; r++) {
            parts[r] = amount * share.of(region[r]);
        }
        return parts;
    }

    double[] cells(Inventory inventory) {
        double[] cells = new double[categories * regions];
        int cell = 0;
        for (double tonnes : inventory.scope3TonnesByCategory().values()) {
            for (int r = 0; r < regions; r++) {
                cells[cell++] = tonnes * region[r].shareOfScope3();
            }
        }
        return cells;
    }

    private double[] changes(ChangePerYear own, Assumption general) {
        return Arrays.stream(region)
                .mapToDouble(candidate -> own.of(candidate).orElse(general).value())
                .toArray();
    }

    /// Scaled so that the regions' factors, weighted by their purchases, make the company's.
    double[] factorPaths(double companyFactor, Share relative, double[] changes) {
        double weighted = 0;
        double shares = 0;
        for (Region candidate : region) {
            weighted += candidate.shareOfElectricity() * relative.of(candidate);
            shares += candidate.shareOfElectricity();
        }
        double[] paths = new double[regions * years];
        for (int r = 0; r < regions; r++) {
            double factor = companyFactor * relative.of(region[r]) * shares / weighted;
            for (int y = 0; y < years; y++) {
                paths[r * years + y] = factor;
                factor *= 1 + changes[r];
            }
        }
        return paths;
    }

    private static Driver[] drivers(int parts, Driver general) {
        Driver[] drivers = new Driver[parts];
        Arrays.fill(drivers, general);
        return drivers;
    }

    private void place(ActivityGrowth activity) {
        for (int r = 0; r < regions; r++) {
            if (activity.region().isPresent() && !activity.region().get().equals(region[r].id())) {
                continue;
            }
            switch (activity.scope()) {
                case 1 -> scope1Driver[r] = activity.driver();
                case 2 -> electricityDriver[r] = activity.driver();
                default -> placeInCells(activity, r);
            }
        }
    }

    private void placeInCells(ActivityGrowth activity, int r) {
        for (int c = 0; c < categories; c++) {
            if (activity.category().map(category[c]::equals).orElse(true)) {
                cellDriver[c * regions + r] = activity.driver();
            }
        }
    }

    private double[][] growths(Driver[] drivers, Map<Driver, double[]> known) {
        double[][] growths = new double[drivers.length][];
        for (int i = 0; i < drivers.length; i++) {
            growths[i] =
                    i > 0 && drivers[i].equals(drivers[i - 1])
                            ? growths[i - 1]
                            : known.computeIfAbsent(
                                    drivers[i], driver -> driver.growths(years - 1));
        }
        return growths;
    }
}
