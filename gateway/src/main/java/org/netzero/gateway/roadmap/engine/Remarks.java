package org.netzero.gateway.roadmap.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// Says beside the figures what they do not say by themselves.
final class Remarks {

    private final Scenario scenario;
    private final Inventory base;
    private final List<String> remarks = new ArrayList<>();

    private Remarks(Scenario scenario, Inventory base) {
        this.scenario = scenario;
        this.base = base;
    }

    static List<String> on(
            Scenario scenario,
            Inventory base,
            Actuals actuals,
            EmissionsModel model,
            Optional<Rebasing> rebasing,
            List<ProjectionYear> years) {
        Remarks remarks = new Remarks(scenario, base);
        remarks.onFactors(model);
        remarks.onActualYears(years);
        remarks.onMeasurements(actuals, rebasing);
        remarks.onBreaks(actuals);
        actuals.completeInventories().stream()
                .filter(inventory -> inventory.year() > base.year())
                .sorted(Comparator.comparingInt(Inventory::year))
                .forEach(remarks::onScope2);
        remarks.onTargets();
        remarks.onRenewablePace(actuals);
        model.levers().forEach(remarks::onLever);
        scenario.activities().stream()
                .sorted(Comparator.comparing(ActivityGrowth::subject))
                .forEach(remarks::onActivity);
        remarks.onEstimates(model.levers());
        remarks.onCredits(years.getLast());
        return remarks.remarks;
    }

    private void onFactors(EmissionsModel model) {
        if (model.impliedFactors().residualDefaulted()) {
            remarks.add(
                    "Every purchased MWh of %d is matched, so the residual factor is defaulted to the location factor of %s t/MWh."
                            .formatted(
                                    base.year(),
                                    Text.factor(model.impliedFactors().locationTonnesPerMwh())));
        }
    }

    private void onActualYears(List<ProjectionYear> years) {
        List<ProjectionYear> later =
                years.stream().filter(year -> year.actual() && year.year() > base.year()).toList();
        if (later.isEmpty()) {
            remarks.add(
                    "No complete inventory of a year after %d is on file: every later year is modelled."
                            .formatted(base.year()));
        }
        for (ProjectionYear year : later) {
            remarks.add(
                    "%d is the inventory's: %s gross, %s the model. Later years do not continue from it; a scenario with the base year %d would."
                            .formatted(
                                    year.year(),
                                    Text.tonnes(year.grossTonnes()),
                                    above(year.deviationTonnes()),
                                    year.year()));
        }
    }

    /// A scope that jumps between two inventories is another company's or another method's: its
    /// growth says nothing.
    private void onBreaks(Actuals actuals) {
        List<Inventory> inventories = new ArrayList<>(List.of(base));
        actuals.completeInventories().stream()
                .filter(inventory -> inventory.year() > base.year())
                .sorted(Comparator.comparingInt(Inventory::year))
                .forEach(inventories::add);
        onBreaks("Scope 1", inventories, Inventory::scope1Tonnes);
        onBreaks("Scope 2 market-based", inventories, Inventory::scope2MarketTonnes);
        onBreaks("Scope 3", inventories, Inventory::scope3Tonnes);
    }

    private void onBreaks(
            String scope, List<Inventory> inventories, ToDoubleFunction<Inventory> tonnes) {
        List<StructuralBreak.Point> series =
                inventories.stream()
                        .map(inventory ->
                                new StructuralBreak.Point(
                                        inventory.year(),
                                        tonnes.applyAsDouble(inventory),
                                        "as on file"))
                        .toList();
        for (StructuralBreak found : StructuralBreak.in(series)) {
            remarks.add(
                    "%s breaks in %d: %s. No trend goes through it."
                            .formatted(scope, found.year(), found.reason()));
        }
    }

    /// Whether use or the grid moved scope 2, where both can tell.
    private void onScope2(Inventory later) {
        double purchasedBefore = base.electricity().purchasedMwh();
        double purchasedAfter = later.electricity().purchasedMwh();
        double before = base.scope2LocationTonnes() - base.scope2HeatTonnes();
        double after = later.scope2LocationTonnes() - later.scope2HeatTonnes();
        if (Math.min(purchasedBefore, purchasedAfter) <= 0 || Math.min(before, after) <= 0) {
            return;
        }
        List<Decomposition.Effect> effects =
                Decomposition.of(
                                List.of(
                                        new Decomposition.Factor(
                                                "purchased electricity",
                                                purchasedBefore,
                                                purchasedAfter),
                                        new Decomposition.Factor(
                                                "the grid's factor",
                                                before / purchasedBefore,
                                                after / purchasedAfter)))
                        .effects();
        remarks.add(
                "Scope 2 location-based moved by %s from %d to %d: %s."
                        .formatted(
                                Text.tonnes(after - before),
                                base.year(),
                                later.year(),
                                effects.stream()
                                        .map(effect ->
                                                Text.tonnes(effect.amount())
                                                        + " by "
                                                        + effect.factor())
                                        .collect(Collectors.joining(", "))));
    }

    private void onActivity(ActivityGrowth activity) {
        activity.category()
                .filter(category -> !base.scope3TonnesByCategory().containsKey(category))
                .ifPresent(category ->
                        remarks.add(
                                "The growth of %s moves nothing: the base inventory holds nothing of that category."
                                        .formatted(activity.subject())));
    }

    /// What the net target would take at the end, whether credits may be used or not.
    private void onCredits(ProjectionYear last) {
        double needed = last.creditsNeededTonnes();
        if (needed == 0) {
            return;
        }
        CreditPriceRange price = CreditPriceRange.of(scenario.offsets(), OptionalDouble.empty());
        remarks.add(
                "%s stay above the net target in %d: credits for them would take %s %s at %s a tonne%s; claim: %s."
                        .formatted(
                                Text.tonnes(needed),
                                last.year(),
                                Text.rounded(needed * price.expected()),
                                price.currency(),
                                Text.number(price.expected()),
                                scenario.offsets().price().isPresent()
                                        ? ""
                                        : ", which is assumed since the scenario states no price",
                                last.claim().status()));
    }

    private static String above(double tonnes) {
        return Text.tonnes(Math.abs(tonnes)) + (tonnes < 0 ? " below" : " above");
    }

    private void onMeasurements(Actuals actuals, Optional<Rebasing> rebasing) {
        if (actuals.measurements().isEmpty()) {
            return;
        }
        if (rebasing.isEmpty()) {
            remarks.add(
                    "The measurements of %d lie outside the projected years after %d and do not re-base them."
                            .formatted(actuals.measurements().get().year(), base.year()));
            return;
        }
        Rebasing rebased = rebasing.get();
        long counted =
                rebased.facilities().stream()
                        .filter(FacilityStanding.Counted.class::isInstance)
                        .count();
        remarks.add(
                "%d of %d measured data centres count in %d: they stand for %s of the modelled fleet, whose energy from %d on is %s of the model's."
                        .formatted(
                                counted,
                                rebased.facilities().size(),
                                rebased.year(),
                                Text.percent(rebased.fleetShareMeasured()),
                                rebased.year(),
                                Text.percent(rebased.ratio())));
    }

    private void onTargets() {
        TargetPaths paths = new TargetPaths(scenario, base);
        for (Target target : targets()) {
            double baseTonnes = paths.baseValue(target.metric());
            boolean ofAPart = target.metric() != TargetMetric.NET_EMISSIONS;
            if (ofAPart
                    && target.level() instanceof TargetLevel.Tonnes(double tonnes)
                    && baseTonnes > 0) {
                double change = tonnes / baseTonnes - 1;
                remarks.add(
                        "Target %s of %s is %s %s the %s of the base inventory. Its source: %s"
                                .formatted(
                                        target.id(),
                                        Text.tonnes(tonnes),
                                        Text.percent(Math.abs(change)),
                                        change < 0 ? "below" : "above",
                                        Text.tonnes(baseTonnes),
                                        target.evidence().source()));
            }
        }
    }

    /// The pace a share target needs from the latest inventory on, beside the pace reached since
    /// the base year.
    private void onRenewablePace(Actuals actuals) {
        Inventory latest =
                actuals.completeInventories().stream()
                        .filter(inventory -> inventory.year() > base.year())
                        .max(Comparator.comparingInt(Inventory::year))
                        .orElse(base);
        double latestShare = latest.electricity().renewableShare();
        for (Target target : targets()) {
            if (target.level() instanceof TargetLevel.Share(double share)
                    && share > latestShare
                    && target.year() > latest.year()) {
                double needed = (share - latestShare) / (target.year() - latest.year());
                String reached =
                        latest.year() == base.year()
                                ? "no later inventory shows a pace so far"
                                : points(
                                                (latestShare - base.electricity().renewableShare())
                                                        / (latest.year() - base.year()))
                                        + " a year since "
                                        + base.year();
                remarks.add(
                        "Target %s needs %s of renewable share a year from %d (%s) to %d; %s."
                                .formatted(
                                        target.id(),
                                        points(needed),
                                        latest.year(),
                                        Text.percent(latestShare),
                                        target.year(),
                                        reached));
            }
        }
    }

    private static String points(double share) {
        return String.format(Locale.ROOT, "%.2f points", share * 100);
    }

    private void onLever(Lever lever) {
        Optional<String> idle =
                switch (lever.effect()) {
                    case LeverEffect.PueTarget(double pue) when pue >= base.electricity().pue() ->
                            Optional.of(
                                    "its PUE of %s is not below the base year's %s"
                                            .formatted(
                                                    Text.number(pue),
                                                    Text.number(base.electricity().pue())));
                    case LeverEffect.RenewableShareTarget(double share)
                            when share <= base.electricity().renewableShare() ->
                            Optional.of(
                                    "its share of %s is not above the base year's %s"
                                            .formatted(
                                                    Text.percent(share),
                                                    Text.percent(
                                                            base.electricity().renewableShare())));
                    case LeverEffect.Reduction(Reach.Scope3Category(String category), double _)
                            when !base.scope3TonnesByCategory().containsKey(category) ->
                            Optional.of(
                                    "the base inventory holds nothing of scope 3 category "
                                            + category);
                    case LeverEffect.Reduction _,
                            LeverEffect.PueTarget _,
                            LeverEffect.Electrification _,
                            LeverEffect.OwnGeneration _,
                            LeverEffect.RenewableShareTarget _,
                            LeverEffect.Certificates _ ->
                            Optional.empty();
                };
        idle.ifPresent(
                reason -> remarks.add("Lever " + lever.id() + " has no effect: " + reason + "."));
    }

    private void onEstimates(List<Lever> levers) {
        String estimated =
                levers.stream()
                        .filter(lever -> isGuess(lever.evidence()))
                        .map(Lever::id)
                        .collect(Collectors.joining(", "));
        if (!estimated.isEmpty()) {
            remarks.add("Planned, not yet delivered or measured: " + estimated + ".");
        }
    }

    private List<Target> targets() {
        return scenario.targets().stream().sorted(TargetPaths.IN_ORDER).toList();
    }

    private static boolean isGuess(Evidence evidence) {
        return switch (evidence.provenance()) {
            case ESTIMATED, DEFAULTED -> true;
            case MEASURED, INVOICED, STATED, DERIVED -> false;
        };
    }
}
