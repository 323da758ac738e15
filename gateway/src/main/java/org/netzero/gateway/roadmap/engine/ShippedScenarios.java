package org.netzero.gateway.roadmap.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The scenarios the suite comes with. Every number carries its source and can be replaced.
public final class ShippedScenarios {

    private static final int BASE_YEAR = 2021;
    private static final int TARGET_YEAR = 2030;

    private ShippedScenarios() {}

    /// The published targets and a first plan towards them, 2021 to 2030.
    public static Scenario committed() {
        return new Scenario(
                "committed",
                "Committed: published targets, first plan",
                BASE_YEAR,
                TARGET_YEAR,
                new ElectricityAssumptions(
                        new Driver(
                                0.0781,
                                0.02,
                                0.9,
                                Evidence.estimated(
                                        "First year: logarithmic mean growth of purchased electricity 2021 to 2023, 4,386,356.7 to"
                                                + " 5,127,794.9 MWh (2023 report). Long-term rate and damping: assumed.")),
                        new Assumption(
                                0.9,
                                Evidence.estimated(
                                        "Share of data centres in electricity: assumed, not published.")),
                        new Assumption(
                                0.6, Evidence.estimated("Mean IT load over IT capacity: assumed.")),
                        gridFactors()),
                new Driver(
                        0.03,
                        0.01,
                        0.8,
                        Evidence.estimated(
                                "Growth of scope 1 and scope 3 activity: assumed; no published trend holds for it.")),
                levers(),
                targets(),
                new OffsetPolicy(
                        true,
                        OptionalDouble.empty(),
                        Evidence.stated(
                                "Report for 2021: reduction and green electricity first; offsets only for the remainder.")));
    }

    private static GridFactorPaths gridFactors() {
        return new GridFactorPaths(
                new Assumption(
                        -0.0238,
                        Evidence.estimated(
                                "China's national grid average fell from 0.5568 (2021) by 0.5366 (2022) to 0.5306 kg/kWh (2023), MEE"
                                        + " and NBS; its continuation at the mean pace is assumed.")),
                new Assumption(
                        0,
                        Evidence.estimated(
                                "China's factor without market-traded non-fossil power was 0.5942 (2021), 0.5856 (2022), 0.6096"
                                        + " kg/kWh (2023), MEE and NBS: no direction, so none is assumed.")),
                new Assumption(
                        0,
                        Evidence.estimated(
                                "Wind, solar and hydro contracts: no emissions in operation; the life cycle is scope 3.")));
    }

    private static List<Lever> levers() {
        Deployment evenly = Deployment.evenly(BASE_YEAR, TARGET_YEAR);
        return List.of(
                new Lever(
                        "pue",
                        "Efficient data centres: PUE 1.25",
                        LeverNode.EFFICIENCY,
                        new LeverEffect.PueTarget(1.25),
                        evenly,
                        Optional.empty(),
                        Optional.empty(),
                        Evidence.estimated(
                                "T-Block generation 4 is designed for a PUE of at most 1.3 (report for 2021); a fleet mean of 1.25 by"
                                        + " 2030 is assumed.")),
                new Lever(
                        "supply-chain",
                        "Supply chain: equipment and buildings with 30 % fewer emissions",
                        LeverNode.SUPPLIER_FACTOR,
                        new LeverEffect.Reduction(new Reach.Scope3(), 0.30),
                        evenly,
                        Optional.empty(),
                        Optional.empty(),
                        Evidence.estimated(
                                "Depth as the validated scope 3 target asks for it (-30 % by 2030); delivery by suppliers is assumed.")),
                new Lever(
                        "green-power",
                        "Green electricity to 100 %",
                        LeverNode.GREEN_POWER,
                        new LeverEffect.RenewableShareTarget(1),
                        evenly,
                        Optional.empty(),
                        Optional.empty(),
                        Evidence.estimated(
                                "Published target of 100 % green electricity not later than 2030; the linear path is assumed.")));
    }

    private static List<Target> targets() {
        return List.of(
                new Target(
                        "net-zero",
                        TargetMetric.NET_EMISSIONS,
                        new TargetLevel.Tonnes(0),
                        TARGET_YEAR,
                        Evidence.stated(
                                "Report for 2021: carbon neutrality of own operations and supply chain (scope 1 to 3) not later than"
                                        + " 2030.")),
                new Target(
                        "green-electricity",
                        TargetMetric.RENEWABLE_SHARE,
                        new TargetLevel.Share(1),
                        TARGET_YEAR,
                        Evidence.stated(
                                "Report for 2021: 100 % green electricity not later than 2030.")),
                new Target(
                        "scope-1-2",
                        TargetMetric.SCOPE_1_2,
                        new TargetLevel.Tonnes(746_951.67),
                        TARGET_YEAR,
                        Evidence.stated(
                                "Validated science-based target: -70 % absolute against the restated 2021 figure of 2,489,838.9 t"
                                        + " (published later than the report for 2021).")),
                new Target(
                        "scope-3",
                        TargetMetric.SCOPE_3,
                        new TargetLevel.Tonnes(2_367_359.26),
                        TARGET_YEAR,
                        Evidence.stated(
                                "Validated science-based target: -30 % absolute against the restated 2021 figure of 3,381,941.8 t"
                                        + " (published later than the report for 2021).")));
    }
}
