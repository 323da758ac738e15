package org.netzero.emissions.calculation;

import java.util.List;
import java.util.Optional;
import org.netzero.emissions.calculation.MethodRule.Accounting;
import org.netzero.emissions.factor.CalculationRefused;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorQuery;
import org.netzero.emissions.factor.NoFactor;
import org.netzero.emissions.factor.Purpose;
import org.netzero.quantities.Unit;

/// Activity records: computed with a factor of the library, or stated. A stated figure adds to what
/// is computed; it never replaces it.
final class ActivityEmissions {

    /// What has no residual mix: both methods take its average.
    private static final List<String> HEAT_AND_COLD =
            List.of(
                    EnergyCarrier.DISTRICT_HEAT.activity(),
                    EnergyCarrier.STEAM.activity(),
                    EnergyCarrier.DISTRICT_COOLING.activity());

    private final Entries entries;

    ActivityEmissions(Entries entries) {
        this.entries = entries;
    }

    void add(ActivityRecord activity) {
        try {
            if (activity.isStated()) {
                entries.add(stated(activity));
            } else {
                compute(activity);
            }
        } catch (CalculationRefused refused) {
            entries.refused(refused, activity.activityId());
        }
    }

    private EmissionResult stated(ActivityRecord activity) {
        Scope scope = activity.scope().orElse(Scope.SCOPE_3);
        Emission emission =
                new Emission(
                        activity.quantity().to(Unit.KG_CO2E).value(),
                        Optional.empty(),
                        false,
                        List.of(),
                        List.of());
        if (activity.category().equals(Optional.of(Scope3Category.UNSPECIFIED))) {
            entries.add(
                    Finding.open(
                            "CATEGORY_UNSPECIFIED",
                            activity.activityId(),
                            "Scope 3 is stated as one total without categories; state or compute them one by one"));
        }
        CalculationTrace trace =
                entries.calculator()
                        .tracing()
                        .trace(() ->
                                CalculationTrace.from()
                                        .with("record", activity.activityId())
                                        .with("provenance", activity.provenance())
                                        .step(
                                                "stated emissions",
                                                "taken over as stated",
                                                activity.quantity()));
        Optional<Scope2Method> method =
                scope == Scope.SCOPE_2
                        ? activity.method().map(named -> Scope2Method.valueOf(named.name()))
                        : Optional.empty();
        return result(activity, scope, method, emission, Optional.empty(), List.of(), trace);
    }

    private void compute(ActivityRecord activity) {
        Purpose usual = purposeOf(activity);
        Scope scope = scopeOf(activity, usual);
        Accounting accounting =
                activity.method()
                        .map(method -> method.rule().accounting())
                        .orElse(Accounting.INSIDE_INVENTORY);
        if (accounting != Accounting.INSIDE_INVENTORY) {
            entries.addApart(accounting, computed(activity, scope, Optional.empty(), usual));
            return;
        }
        if (scope != Scope.SCOPE_2) {
            entries.add(computed(activity, scope, Optional.empty(), usual));
            return;
        }
        entries.add(
                computed(
                        activity,
                        scope,
                        Optional.of(Scope2Method.LOCATION_BASED),
                        Purpose.LOCATION_BASED));
        entries.add(byMarket(activity));
    }

    private EmissionResult byMarket(ActivityRecord activity) {
        Optional<Scope2Method> method = Optional.of(Scope2Method.MARKET_BASED);
        try {
            return computed(
                    activity,
                    Scope.SCOPE_2,
                    method,
                    HEAT_AND_COLD.contains(activity.activity())
                            ? Purpose.LOCATION_BASED
                            : Purpose.MARKET_RESIDUAL);
        } catch (NoFactor none) {
            entries.add(
                    Finding.open(
                            "NO_RESIDUAL_MIX",
                            activity.activityId(),
                            "The market-based figure uses the grid average: " + none.reason()));
            return computed(activity, Scope.SCOPE_2, method, Purpose.LOCATION_BASED);
        }
    }

    private static Scope scopeOf(ActivityRecord activity, Purpose usual) {
        return activity.scope()
                .or(() -> activity.method().flatMap(method -> method.rule().usualScope()))
                .orElseGet(() -> Scope.of(usual));
    }

    private static Optional<Scope3Category> categoryOf(ActivityRecord activity) {
        return activity.category()
                .or(() -> activity.method().flatMap(method -> method.rule().onlyCategory()));
    }

    private Purpose purposeOf(ActivityRecord activity) {
        return activity.factorId()
                .flatMap(entries.calculator().library()::find)
                .map(EmissionFactor::purpose)
                .or(() -> activity.method().flatMap(method -> method.rule().purpose()))
                .orElseGet(() -> entries.calculator().library().usualPurpose(activity.activity()));
    }

    private EmissionResult computed(
            ActivityRecord activity, Scope scope, Optional<Scope2Method> method, Purpose purpose) {
        FactorQuery query =
                entries.query(activity.activity(), purpose, activity.regions(), activity.start())
                        .withPinned(activity.factorId());
        Calculated calculated = entries.calculator().calculate(data(activity, method), query);
        if (calculated.flags().contains(Calculated.LEAKAGE_RATE_OUTSIDE_RANGE)) {
            entries.add(
                    Finding.note(
                            Calculated.LEAKAGE_RATE_OUTSIDE_RANGE,
                            activity.activityId(),
                            "The stated leakage rate is not in the range of the table for this kind of equipment; check it, the trace names both"));
        }
        CalculationTrace trace =
                entries.calculator()
                        .tracing()
                        .trace(() ->
                                CalculationTrace.from()
                                        .with("record", activity.activityId())
                                        .with("provenance", activity.provenance())
                                        .step(
                                                "activity",
                                                "activity × factor",
                                                calculated.trace().output(),
                                                List.of(calculated.trace())));
        return result(
                activity,
                scope,
                method,
                calculated.emission(),
                calculated.factor(),
                calculated.flags(),
                trace);
    }

    /// The grid's average counts by location, whatever the supplier states for its electricity.
    private static ActivityData data(ActivityRecord activity, Optional<Scope2Method> method) {
        boolean byGrid =
                method.equals(Optional.of(Scope2Method.LOCATION_BASED))
                        && activity.activity().equals(EnergyCarrier.ELECTRICITY.activity());
        return byGrid ? activity.data().withoutStatedFactor() : activity.data();
    }

    private EmissionResult result(
            ActivityRecord activity,
            Scope scope,
            Optional<Scope2Method> method,
            Emission emission,
            Optional<EmissionFactor> factor,
            List<String> flags,
            CalculationTrace trace) {
        String record = ActivityRecord.ref(activity.activityId());
        return new EmissionResult(
                entries.activityId(activity.activityId(), method),
                scope,
                method,
                scope == Scope.SCOPE_3 ? categoryOf(activity) : Optional.empty(),
                activity.siteId(),
                activity.activity(),
                record,
                activity.start() + "/" + activity.end(),
                emission,
                factor,
                Optional.of(activity.provenance()),
                activity.quality(),
                flags,
                trace);
    }
}
