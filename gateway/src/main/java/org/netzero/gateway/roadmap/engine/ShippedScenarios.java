package org.netzero.gateway.roadmap.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/// The scenarios the suite comes with for the published data set of 2021. Every number carries its
/// source, or says that it is assumed, and can be replaced.
public final class ShippedScenarios {

    private static final int BASE_YEAR = 2021;
    private static final int TARGET_YEAR = 2030;

    private static final String CURRENCY = "CNY";

    private ShippedScenarios() {}

    /// What the company decided and reported up to 2023, and no more: what the reports say is built
    /// or bought stays as it is, and nothing is added. The targets are the published ones.
    public static Scenario asReported() {
        return scenario(
                "as-reported",
                "As reported: what is decided and reported, no more",
                List.of(),
                List.of(pueReportedFor2023(), onSitePv(), greenPowerReportedFor2023()));
    }

    /// The paces of the published years go on, 2021 to 2023.
    public static Scenario currentPace() {
        return scenario(
                "current-pace",
                "Current pace: 2021 to 2023 goes on",
                List.of(
                        new ActivityGrowth(
                                3,
                                Optional.empty(),
                                Optional.empty(),
                                new Driver(
                                        -0.0671,
                                        0,
                                        0.8,
                                        Evidence.estimated(
                                                "First year: logarithmic mean change of restated scope 3 from 2021 to 2023,"
                                                        + " 3,381,941.8 to 2,957,122.0 t (2023 report). That it fades to none, and"
                                                        + " holds for the inventory before its restatement, is assumed."))),
                        new ActivityGrowth(
                                1,
                                Optional.empty(),
                                Optional.empty(),
                                new Driver(
                                        0.03,
                                        0.01,
                                        0.8,
                                        Evidence.estimated(
                                                "Scope 1 rose from 18,797.8 to 275,373.5 t between 2021 and 2023 (2023 report):"
                                                        + " a structural break, through which no pace is drawn. Growth assumed.")))),
                List.of(
                        lever(
                                "pue",
                                "PUE falls by 0.019 a year to 1.146",
                                LeverNode.EFFICIENCY,
                                new LeverEffect.PueTarget(1.146),
                                Deployment.evenly(BASE_YEAR, TARGET_YEAR),
                                1_500e6,
                                -500e6,
                                List.of(),
                                Evidence.estimated(
                                        "Average PUE of 1.317, 1.289 and 1.279 in 2021 to 2023 (2023 report): -0.019 a year, which is"
                                                + " 1.146 in 2030. That the pace goes on is assumed."
                                                + ASSUMED_COST
                                                + "0.6 CNY a kWh saved.")),
                        onSitePv(),
                        lever(
                                "green-power",
                                "Green electricity grows by 5.45 points a year to 50.55 %",
                                LeverNode.GREEN_POWER,
                                new LeverEffect.RenewableShareTarget(0.5055),
                                Deployment.evenly(BASE_YEAR, TARGET_YEAR),
                                0,
                                105e6,
                                List.of(),
                                Evidence.estimated(
                                        "Renewable share of 1.5, 7.2 and 12.4 % in 2021 to 2023 (2023 report): 5.45 points a year,"
                                                + " which is 50.55 % in 2030. That the pace goes on is assumed."
                                                + ASSUMED_COST
                                                + "0.03 CNY a kWh above other power."))));
    }

    /// The published targets and a first plan towards them, 2021 to 2030.
    public static Scenario committed() {
        return scenario(
                "committed", "Committed: published targets, first plan", List.of(), levers());
    }

    private static Scenario scenario(
            String id, String name, List<ActivityGrowth> activities, List<Lever> levers) {
        return new Scenario(
                id,
                name,
                BASE_YEAR,
                TARGET_YEAR,
                electricity(),
                new Driver(
                        0.03,
                        0.01,
                        0.8,
                        Evidence.estimated(
                                "Growth of scope 1 and scope 3 activity: assumed; no published trend holds for it.")),
                activities,
                List.of(),
                levers,
                targets(),
                new OffsetPolicy(
                        true,
                        OptionalDouble.empty(),
                        Evidence.stated(
                                "Report for 2021: reduction and green electricity first; offsets only for the remainder.")));
    }

    private static ElectricityAssumptions electricity() {
        return new ElectricityAssumptions(
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
                new Assumption(0.6, Evidence.estimated("Mean IT load over IT capacity: assumed.")),
                gridFactors());
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

    private static final String ASSUMED_COST =
            " No cost is published; assumed, at full deployment: ";

    private static List<Lever> levers() {
        Deployment evenly = Deployment.evenly(BASE_YEAR, TARGET_YEAR);
        return List.of(
                lever(
                        "pue",
                        "Efficient data centres: PUE 1.25",
                        LeverNode.EFFICIENCY,
                        new LeverEffect.PueTarget(1.25),
                        evenly,
                        1_000e6,
                        -200e6,
                        List.of(),
                        Evidence.estimated(
                                "T-Block generation 4 is designed for a PUE of at most 1.3 (report for 2021); a fleet mean of 1.25 by"
                                        + " 2030 is assumed."
                                        + ASSUMED_COST
                                        + "0.6 CNY for each of about 350 GWh saved, less upkeep.")),
                lever(
                        "supply-chain",
                        "Supply chain: equipment and buildings with 30 % fewer emissions",
                        LeverNode.SUPPLIER_FACTOR,
                        new LeverEffect.Reduction(new Reach.Scope3(), 0.30),
                        evenly,
                        0,
                        200e6,
                        List.of(),
                        Evidence.estimated(
                                "Depth as the validated scope 3 target asks for it (-30 % by 2030); delivery by suppliers is assumed."
                                        + ASSUMED_COST
                                        + "200 CNY a tonne.")),
                lever(
                        "green-power",
                        "Green electricity to 100 %",
                        LeverNode.GREEN_POWER,
                        new LeverEffect.RenewableShareTarget(1),
                        evenly,
                        0,
                        210e6,
                        List.of(),
                        Evidence.estimated(
                                "Published target of 100 % green electricity not later than 2030, bought in the green power market"
                                        + " (report for 2021); the linear path is assumed."
                                        + ASSUMED_COST
                                        + "0.03 CNY a kWh above other power.")),
                onSitePv(),
                lever(
                        "storage",
                        "Storage: more of the own generation used",
                        LeverNode.OWN_RENEWABLES,
                        new LeverEffect.OwnGeneration(0.0005),
                        new Deployment(2023, 0.2, 1, OptionalInt.empty()),
                        25e6,
                        0.5e6,
                        List.of("onsite-pv"),
                        Evidence.estimated(
                                "Storage in Qingyuan and Qingpu is planned, without a size (report for 2021). Assumed: it lets a"
                                        + " tenth more of the generation on site be used, 0.05 % of electricity."
                                        + ASSUMED_COST
                                        + "20 MWh at 1.25 CNY a Wh.")),
                lever(
                        "tri-generation",
                        "Tri-generation: two more plants like Qingpu's",
                        LeverNode.EFFICIENCY,
                        new LeverEffect.Reduction(
                                new Reach.Electricity(Reach.Electricity.Part.ALL), 0.0019),
                        new Deployment(2024, 0.5, 2, OptionalInt.of(20)),
                        80e6,
                        4e6,
                        List.of(),
                        Evidence.estimated(
                                "Qingpu's avoids 2,470 t a year net of its gas, and is in the inventory (report for 2021): 0.097 % of"
                                        + " 2,560,384 t at the residual factor. Two more of its size are assumed."
                                        + ASSUMED_COST
                                        + "two engines of about 4 MW at 10 CNY a W.")),
                lever(
                        "heat-recovery",
                        "Heat recovery: servers warm own offices",
                        LeverNode.FUEL_AND_REFRIGERANT,
                        new LeverEffect.Reduction(new Reach.Scope1(), 0.2),
                        new Deployment(2023, 0.125, 1, OptionalInt.empty()),
                        60e6,
                        1e6,
                        List.of(),
                        Evidence.estimated(
                                "The 52,400 t a year that Tianjin's heat avoids are those of others and not counted; Huailai is to heat"
                                        + " own offices (report for 2021). Natural gas is 6,728 of 15,283 t of scope 1: that half of it"
                                        + " gives way, 20 % of scope 1, is assumed."
                                        + ASSUMED_COST
                                        + "heat pumps and pipes for ten sites.")));
    }

    private static Lever pueReportedFor2023() {
        return lever(
                "pue",
                "PUE 1.279, as reported for 2023",
                LeverNode.EFFICIENCY,
                new LeverEffect.PueTarget(1.279),
                new Deployment(2022, 0.5, 0, OptionalInt.empty()),
                600e6,
                -120e6,
                List.of(),
                Evidence.estimated(
                        "Average PUE of 1.289 in 2022 and 1.279 in 2023 (2023 report), kept; T-Block generation 4 is designed for"
                                + " at most 1.3 (report for 2021)."
                                + ASSUMED_COST
                                + "0.6 CNY for each of about 200 GWh saved."));
    }

    private static Lever greenPowerReportedFor2023() {
        return lever(
                "green-power",
                "Green electricity of 12.4 %, as reported for 2023",
                LeverNode.GREEN_POWER,
                new LeverEffect.RenewableShareTarget(0.124),
                new Deployment(
                        2022,
                        0.53,
                        0,
                        OptionalInt.empty(),
                        false,
                        new TreeMap<>(Map.of(2022, 0.5223, 2023, 1.0))),
                0,
                25e6,
                List.of(),
                Evidence.estimated(
                        "Renewable share of 7.2 % in 2022 and 12.4 % in 2023 (2023 report); that it is kept while electricity"
                                + " grows is assumed. The target of 100 % is no purchase yet."
                                + ASSUMED_COST
                                + "0.03 CNY a kWh above other power."));
    }

    private static Lever onSitePv() {
        return lever(
                "onsite-pv",
                "Photovoltaics on own sites",
                LeverNode.OWN_RENEWABLES,
                new LeverEffect.OwnGeneration(0.00495),
                new Deployment(2022, 0.5, 0, OptionalInt.of(25)),
                135e6,
                -18e6,
                List.of(),
                Evidence.estimated(
                        "Qingyuan 6.6 MW and Yizheng 13 MW are connected, three more sites planned (report for 2021); 28,311.5 MWh"
                                + " generated in 2023 (2023 report), 0.549 % of electricity, less 0.054 % in the base year. That"
                                + " its share is kept as electricity grows is assumed."
                                + ASSUMED_COST
                                + "36 MW at 3.75 CNY a W, 0.6 CNY a kWh saved, less upkeep."));
    }

    private static Lever lever(
            String id,
            String name,
            LeverNode node,
            LeverEffect effect,
            Deployment deployment,
            double capital,
            double operatingPerYear,
            List<String> requires,
            Evidence evidence) {
        return new Lever(
                id,
                name,
                node,
                effect,
                deployment,
                Optional.of(new Cost(capital, operatingPerYear, CURRENCY)),
                Optional.empty(),
                Place.EVERYWHERE,
                requires,
                evidence);
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
