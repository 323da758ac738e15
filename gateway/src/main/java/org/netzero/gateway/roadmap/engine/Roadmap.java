package org.netzero.gateway.roadmap.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Projects the emissions of a company from its base inventory to the last year of a scenario.
///
/// 1. The **baseline** grows each activity by its damped [Driver], with no lever
///    ([EmissionsModel]).
/// 2. The **levers** cut it in the fixed order of [LeverNode]; their shares of the cut are Shapley
///    values ([ShapleyAttribution]).
/// 3. What data centres **measured** re-bases their modelled electricity ([Rebaser]).
/// 4. A **complete inventory** of a later year replaces the modelled figures of that year only. The
///    projection does not continue from it: the years after it stay as the base inventory implies
///    them, so that a plan is never re-drawn silently around a missed year. To continue from it,
///    project a scenario whose base year is that year.
/// 5. **Credits come last** ([ClaimRule]): they enter neither gross emissions nor the renewable
///    share.
public final class Roadmap {

    private static final List<String> RULES =
            List.of(
                    "Baseline: activity of the base year times exp of the summed damped growth"
                            + " rates, no lever. Scope 3 category 3 (fuel- and energy-related) follows"
                            + " the electricity used.",
                    "Electricity: D = IT load x PUE + offices; scope 2 location-based (D - O) x"
                            + " g_location, market-based (D - O - Q + S) x g_residual + Q x g_contract,"
                            + " both per region and plus heat, with O own generation used, S its sold"
                            + " attributes and Q matched renewable purchases of the market zone."
                            + " Without a green-power lever Q keeps the volume of the base year.",
                    "Levers act in the order demand, efficiency, electrification, fuel and"
                            + " refrigerant, supplier factor, own renewables, green power, residual;"
                            + " the cut is attributed by Shapley values, exact to 12 levers and"
                            + " wherever the levers meet no limit, else by the mean over seeded"
                            + " orders, with its standard error.",
                    Rebaser.RULE,
                    "A complete inventory of a later year replaces the modelled figures of that"
                            + " year; the projection does not continue from it.",
                    ClaimRule.RULE);

    private Roadmap() {}

    /// Projects every year from the base year to the target year of the scenario.
    ///
    /// @param base the inventory of the scenario's base year
    /// @throws InventoryOfAnotherYear if the inventory is not of the scenario's base year
    /// @throws UnexplainedScope2 if scope 2 cannot come from the stated electricity
    public static Projection project(Scenario stated, Inventory base, Actuals actuals) {
        FittedModel fitted = FittedModel.of(stated, base, actuals);
        Scenario scenario = fitted.scenario();
        EmissionsModel model = fitted.model();
        TargetPaths paths = new TargetPaths(scenario, base);
        List<ProjectionYear> years = years(model, base, actuals, paths);
        List<TargetStanding> standings = paths.standings(years);
        return new Projection(
                scenario.id(),
                model.impliedFactors(),
                years,
                fitted.rebasing(),
                standings,
                Stream.concat(
                                Remarks.on(scenario, base, actuals, model, fitted.rebasing(), years)
                                        .stream(),
                                fitted.remarks().stream())
                        .toList(),
                RULES);
    }

    /// The figures of every year without wedges, claims and words: a bare run of the model. With no
    /// later inventory at hand, growth that is to be derived stays as stated, as [#project] with
    /// [Actuals#NONE] has it.
    ///
    /// @throws InventoryOfAnotherYear if the inventory is not of the scenario's base year
    /// @throws UnexplainedScope2 if scope 2 cannot come from the stated electricity
    public static Run simulate(Scenario scenario, Inventory base) {
        return Run.of(FittedModel.of(scenario, base, Actuals.NONE).model());
    }

    /// How every figure of the same projection came about.
    ///
    /// @throws InventoryOfAnotherYear if the inventory is not of the scenario's base year
    /// @throws UnexplainedScope2 if scope 2 cannot come from the stated electricity
    public static Explanation explain(Scenario stated, Inventory base, Actuals actuals) {
        FittedModel fitted = FittedModel.of(stated, base, actuals);
        return Explanation.of(fitted.model(), fitted.remarks());
    }

    private static List<ProjectionYear> years(
            EmissionsModel model, Inventory base, Actuals actuals, TargetPaths paths) {
        Scenario scenario = model.scenario();
        ShapleyAttribution attribution = new ShapleyAttribution(model);
        SimulatedYear simulated = new SimulatedYear(model.layout());
        ClaimRule claims = ClaimRule.of(scenario, paths);
        CreditsRegister register = claims.register();
        List<ProjectionYear> years = new ArrayList<>();
        for (int year = scenario.baseYear(); year <= scenario.targetYear(); year++) {
            model.begin(simulated, year);
            simulated.settle();
            double baselineTonnes = simulated.grossTonnes();
            model.applyAll(simulated);
            years.add(
                    projectYear(
                            year,
                            baselineTonnes,
                            simulated.footprint(),
                            inventoryOf(year, base, actuals),
                            attribution.wedges(year),
                            claims,
                            register));
        }
        return years;
    }

    private static Optional<Inventory> inventoryOf(int year, Inventory base, Actuals actuals) {
        return year == base.year() ? Optional.of(base) : actuals.completeInventory(year);
    }

    private static ProjectionYear projectYear(
            int year,
            double baselineTonnes,
            Footprint planned,
            Optional<Inventory> actual,
            List<Wedge> wedges,
            ClaimRule claims,
            CreditsRegister register) {
        Footprint footprint = actual.map(Footprint::of).orElse(planned);
        ClaimRule.Outcome outcome =
                claims.judge(year, footprint.grossTonnes(), footprint.renewableShare(), register);
        double gross = footprint.grossTonnes();
        return new ProjectionYear(
                year,
                actual.isPresent(),
                baselineTonnes,
                footprint.scope1Tonnes(),
                footprint.scope2LocationTonnes(),
                footprint.scope2MarketTonnes(),
                footprint.scope3Tonnes(),
                footprint.scope3TonnesByCategory(),
                gross,
                wedges,
                actual.isPresent() ? gross - planned.grossTonnes() : 0,
                footprint.electricityMwh(),
                footprint.pue(),
                footprint.renewableShare(),
                footprint.regions(),
                outcome.neededTonnes(),
                outcome.creditsTonnes(),
                outcome.retirements(),
                gross - outcome.creditsTonnes(),
                claims.paths().grossTonnes(year),
                claims.paths().renewableShare(year),
                outcome.claim());
    }
}
