package org.netzero.gateway.roadmap.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.roadmap.engine.Claim;
import org.netzero.gateway.roadmap.engine.DeployedYears;
import org.netzero.gateway.roadmap.engine.Equation;
import org.netzero.gateway.roadmap.engine.Lever;
import org.netzero.gateway.roadmap.plan.EmissionTarget;
import org.netzero.gateway.roadmap.plan.Plan;
import org.netzero.gateway.roadmap.plan.PlanLever;
import org.netzero.gateway.roadmap.plan.SimulatedPlanner;
import org.netzero.gateway.roadmap.projection.Rounded;
import org.netzero.platform.listing.Table;
import org.netzero.platform.listing.Tabular;

/// A least-cost plan as clients see it; as a file one row a year with two columns a lever.
///
/// Emissions, gaps and status are the simulator's; the linear plan's figures stand beside them.
@Schema(name = "LeastCostPlan")
record PlanView(
        String scenarioId,
        long scenarioVersion,
        @Schema(description = "Figures received up to this instant were considered") Instant asOf,
        @Schema(
                        description =
                                "Held against the targets by the simulator. SMALLEST_GAP: no plan keeps every target")
                Plan.Status status,
        @Schema(description = "Whether no better plan exists") boolean proven,
        String currency,
        SimulationView simulation,
        @Schema(description = "Discounted to the base year") CostsView costs,
        List<LeverView> levers,
        List<YearView> years,
        List<TargetView> targets,
        List<ShareView> shareTargets,
        @Schema(
                        description =
                                "Where a target is missed: the limits that keep the gap from being smaller")
                List<LimitView> bindingLimits,
        @Schema(description = "What nobody stated for the plan") List<AssumedView> assumed,
        List<String> remarks,
        List<EquationView> equations)
        implements Tabular {

    private static final List<String> FIXED =
            List.of(
                    "year",
                    "baselineTonnes",
                    "grossTonnes",
                    "linearGrossTonnes",
                    "creditsTonnes",
                    "netTonnes",
                    "gapTonnes",
                    "renewableShare",
                    "capitalCost",
                    "unusedCapital",
                    "operatingCost",
                    "creditsCost",
                    "realCost",
                    "internalCarbonCost",
                    "claimStatus",
                    "creditsBlockedBy");

    static PlanView of(Plans.Dated dated) {
        ScenarioPlan made = dated.plan();
        Plan plan = made.outcome().judged();
        List<YearView> years = new ArrayList<>();
        for (int t = 0; t < plan.years().size(); t++) {
            years.add(YearView.of(made, t));
        }
        return new PlanView(
                dated.stored().scenario().id(),
                dated.stored().version(),
                dated.asOf(),
                plan.status(),
                plan.proven(),
                made.currency(),
                SimulationView.of(made.outcome()),
                CostsView.of(made, plan.costs()),
                made.scenario().levers().stream().map(lever -> LeverView.of(made, lever)).toList(),
                years,
                plan.targets().stream().map(target -> TargetView.of(made, target)).toList(),
                plan.shareTargets().stream().map(ShareView::of).toList(),
                plan.bindingLimits().stream().map(LimitView::of).toList(),
                made.assumed().stream().map(AssumedView::of).toList(),
                made.remarks(),
                PlanEquations.of(made).stream().map(EquationView::of).toList());
    }

    @Override
    public Table table() {
        List<String> columns = new ArrayList<>(FIXED);
        for (LeverView lever : levers) {
            columns.add("decided." + lever.id());
            columns.add("inUse." + lever.id());
        }
        return Table.of(columns, years, this::row);
    }

    private List<@Nullable Object> row(YearView year) {
        List<@Nullable Object> row =
                new ArrayList<>(
                        Table.row(
                                year.year(),
                                year.baselineTonnes(),
                                year.grossTonnes(),
                                year.linearGrossTonnes(),
                                year.creditsTonnes(),
                                year.netTonnes(),
                                year.gapTonnes(),
                                year.renewableShare(),
                                year.capitalCost(),
                                year.unusedCapital(),
                                year.operatingCost(),
                                year.creditsCost(),
                                year.realCost(),
                                year.internalCarbonCost(),
                                year.claim().status().name(),
                                String.join(" ", year.creditsBlockedBy())));
        for (LeverView lever : levers) {
            LeverYearView of = lever.years().get(year.year() - years.getFirst().year());
            row.add(of.decided());
            row.add(of.inUse());
        }
        return row;
    }

    @Schema(name = "PlanSimulation")
    record SimulationView(
            @Schema(description = "Whether linear plan and simulator differ by at most 0.1 %")
                    boolean agreed,
            @Schema(
                            description =
                                    "In any year, as a part of the largest emissions without levers or of the renewable share")
                    double largestDifference,
            @Schema(description = "How often it was planned around its own outcome") int rounds,
            Plan.Status linearStatus) {

        static SimulationView of(SimulatedPlanner.Outcome outcome) {
            return new SimulationView(
                    outcome.agreed(),
                    outcome.largestDifference(),
                    outcome.rounds(),
                    outcome.plan().status());
        }
    }

    @Schema(name = "PlanCosts")
    record CostsView(
            @Schema(description = "Capital, operation and credits, less the unused capital")
                    double real,
            @Schema(
                            description =
                                    "Annuities of the levers' life after the last year, discounted to the base year; 0 where they are not taken off")
                    double unusedCapital,
            @Schema(description = "The internal price on gross emissions, apart from the real cost")
                    double internalCarbon,
            double discountRate) {

        static CostsView of(ScenarioPlan made, Plan.Costs costs) {
            return new CostsView(
                    Rounded.amount(costs.real()),
                    Rounded.amount(costs.unusedCapital()),
                    Rounded.amount(costs.internalCarbon()),
                    made.input().finance().discountRatePerYear());
        }
    }

    /// @param limits those of the plan
    @Schema(name = "PlanLever")
    record LeverView(
            String id,
            String name,
            @Schema(description = "No cost of it is stated: it counts as free") boolean free,
            LeverLimitsView limits,
            List<LeverYearView> years) {

        static LeverView of(ScenarioPlan made, Lever lever) {
            Plan.LeverPlan plan =
                    made.outcome().judged().levers().stream()
                            .filter(candidate -> candidate.id().equals(lever.id()))
                            .findFirst()
                            .orElseThrow();
            PlanLever limits =
                    made.input().levers().stream()
                            .filter(candidate -> candidate.id().equals(lever.id()))
                            .findFirst()
                            .orElseThrow();
            List<LeverYearView> years = new ArrayList<>();
            for (int t = 0; t < plan.inUse().size(); t++) {
                years.add(
                        new LeverYearView(
                                made.input().baseYear() + 1 + t,
                                Rounded.ratio(plan.decided().get(t)),
                                Rounded.ratio(plan.inUse().get(t))));
            }
            return new LeverView(
                    lever.id(),
                    lever.name(),
                    made.freeLevers().contains(lever.id()),
                    LeverLimitsView.of(limits, made.input().baseYear()),
                    years);
        }
    }

    @Schema(name = "PlanLeverLimits")
    record LeverLimitsView(
            @Schema(description = "First year in which it can be decided; absent for never")
                    @Nullable Integer startYear,
            @Schema(description = "Share of the whole lever") double buildLimitPerYear,
            int leadTimeYears,
            @Nullable Integer lifeYears,
            @Nullable Double blockSize,
            boolean mayStandIdle) {

        static LeverLimitsView of(PlanLever lever, int baseYear) {
            List<Double> limits = lever.buildLimitPerYear().values();
            Integer start = null;
            double most = 0;
            for (int t = 0; t < limits.size(); t++) {
                most = Math.max(most, limits.get(t));
                if (start == null && limits.get(t) > 0) {
                    start = baseYear + 1 + t;
                }
            }
            return new LeverLimitsView(
                    start,
                    most,
                    lever.leadTimeYears(),
                    boxed(lever.lifeYears()),
                    lever.blockSize().isPresent() ? lever.blockSize().getAsDouble() : null,
                    !lever.irreversible());
        }

        private static @Nullable Integer boxed(OptionalInt value) {
            return value.isPresent() ? value.getAsInt() : null;
        }
    }

    @Schema(name = "PlanLeverYear")
    record LeverYearView(
            int year,
            @Schema(description = "Share of the whole lever decided in the year") double decided,
            @Schema(description = "Share of the whole lever in use") double inUse) {}

    @Schema(name = "PlanYear")
    record YearView(
            int year,
            double baselineTonnes,
            double scope1Tonnes,
            double scope2MarketTonnes,
            double scope3Tonnes,
            @Schema(description = "By the simulator, before credits") double grossTonnes,
            @Schema(description = "By the straight lines of the plan") double linearGrossTonnes,
            @Schema(description = "Linear less simulated") double differenceTonnes,
            double creditsTonnes,
            double netTonnes,
            @Schema(description = "Sum of what the targets of the year are missed by")
                    double gapTonnes,
            double electricityMwh,
            @Nullable Double renewableShare,
            double capitalCost,
            @Schema(
                            description =
                                    "Annuities of the year's capital after the last year, in money of that one")
                    double unusedCapital,
            double operatingCost,
            double creditsCost,
            @Schema(description = "Capital, operation and credits, with nothing taken off")
                    double realCost,
            double internalCarbonCost,
            @Schema(description = "Why credits do not meet a net target that is missed")
                    List<String> creditsBlockedBy,
            @Schema(description = "Of the projection with the levers deployed as planned")
                    ClaimView claim) {

        static YearView of(ScenarioPlan made, int t) {
            Plan.PlanYear year = made.outcome().judged().years().get(t);
            DeployedYears.Figures figures = made.figures().get(t);
            double linear = made.outcome().plan().years().get(t).grossTonnes();
            return new YearView(
                    year.year(),
                    Rounded.amount(year.baselineTonnes()),
                    Rounded.amount(figures.scope1Tonnes()),
                    Rounded.amount(figures.scope2MarketTonnes()),
                    Rounded.amount(figures.scope3Tonnes()),
                    Rounded.amount(year.grossTonnes()),
                    Rounded.amount(linear),
                    Rounded.amount(linear - year.grossTonnes()),
                    Rounded.amount(year.creditsTonnes()),
                    Rounded.amount(year.netTonnes()),
                    Rounded.amount(
                            made.outcome().judged().targets().stream()
                                    .filter(target -> target.target().untilYear() == year.year())
                                    .mapToDouble(Plan.TargetResult::gapTonnes)
                                    .sum()),
                    Rounded.amount(figures.electricityMwh()),
                    Rounded.ratio(year.renewableShare()),
                    Rounded.amount(year.capitalCost()),
                    Rounded.amount(year.unusedCapital()),
                    Rounded.amount(year.operatingCost()),
                    Rounded.amount(year.creditsCost()),
                    Rounded.amount(year.realCost()),
                    Rounded.amount(year.internalCarbonCost()),
                    year.creditsBlockedBy(),
                    ClaimView.of(made.projection().year(year.year()).orElseThrow().claim()));
        }
    }

    @Schema(name = "PlanClaim")
    record ClaimView(
            Claim.Status status,
            List<String> reasons,
            @Schema(description = "What each of the reasons says, in their order")
                    List<Claim.Ground> grounds) {

        static ClaimView of(Claim claim) {
            return new ClaimView(claim.status(), claim.reasons(), claim.grounds());
        }
    }

    @Schema(name = "PlanTargetResult")
    record TargetView(
            String id,
            EmissionTarget.Measure measure,
            @Schema(description = "Parts of the emissions it covers; empty for all")
                    List<String> parts,
            int fromYear,
            int untilYear,
            double tonnes,
            @Schema(description = "By the simulator") double reachedTonnes,
            @Schema(description = "0 where it is kept") double gapTonnes,
            @Schema(description = "By the straight lines of the plan") double linearReachedTonnes,
            @Schema(
                            description =
                                    "Discounted cost of a tonne less; absent where it is missed or the prices do not explain the cost")
                    @Nullable Double shadowPricePerTonne) {

        static TargetView of(ScenarioPlan made, Plan.TargetResult result) {
            EmissionTarget target = result.target();
            double linear =
                    made.outcome().plan().targets().stream()
                            .filter(other -> other.target().id().equals(target.id()))
                            .mapToDouble(Plan.TargetResult::reachedTonnes)
                            .sum();
            return new TargetView(
                    target.id(),
                    target.measure(),
                    target.nodes(),
                    target.fromYear(),
                    target.untilYear(),
                    Rounded.amount(target.tonnes()),
                    Rounded.amount(result.reachedTonnes()),
                    Rounded.amount(result.gapTonnes()),
                    Rounded.amount(linear),
                    Rounded.amount(result.shadowPricePerTonne()));
        }
    }

    @Schema(name = "PlanShareResult")
    record ShareView(
            String id,
            int year,
            double share,
            double reachedShare,
            @Schema(description = "Renewable electricity missing; 0 where it is kept")
                    double gapMwh,
            @Nullable Double shadowPricePerMwh) {

        static ShareView of(Plan.ShareResult result) {
            return new ShareView(
                    result.target().id(),
                    result.target().year(),
                    Rounded.ratio(result.target().share()),
                    Rounded.ratio(result.reachedShare()),
                    Rounded.amount(result.gapMwh()),
                    Rounded.amount(result.shadowPricePerMwh()));
        }
    }

    @Schema(name = "PlanBindingLimit")
    record LimitView(
            Plan.BindingLimit.Kind kind,
            @Schema(description = "The lever it is of; empty where it is of all") String subject,
            List<Integer> years,
            @Schema(
                            description =
                                    "How much of the gap, in tonnes or MWh, one unit more closes: the whole of a lever, a unit of money, a tonne of credits")
                    @Nullable Double gapPerUnit) {

        static LimitView of(Plan.BindingLimit limit) {
            return new LimitView(
                    limit.kind(),
                    limit.subject(),
                    limit.years(),
                    Rounded.amount(limit.gapPerUnit()));
        }
    }

    @Schema(name = "PlanAssumed")
    record AssumedView(
            @Schema(description = "Field of the request by which another value can be stated")
                    String field,
            String value,
            String reason) {

        static AssumedView of(Assumed assumed) {
            return new AssumedView(assumed.field(), assumed.value(), assumed.reason());
        }
    }

    @Schema(name = "PlanEquation")
    record EquationView(
            String figure,
            int year,
            @Schema(description = "In the symbols of numbers") String formula,
            Map<String, Double> numbers,
            double value,
            String unit,
            @Schema(description = "The whole in one line") String text) {

        static EquationView of(Equation equation) {
            return new EquationView(
                    equation.figure(),
                    equation.year(),
                    equation.formula(),
                    equation.terms().stream()
                            .collect(
                                    Collectors.toMap(
                                            Equation.Term::symbol,
                                            Equation.Term::value,
                                            (one, _) -> one,
                                            TreeMap::new)),
                    equation.value(),
                    equation.unit(),
                    equation.text());
        }
    }
}
