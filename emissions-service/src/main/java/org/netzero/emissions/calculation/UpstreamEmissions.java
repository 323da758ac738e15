package org.netzero.emissions.calculation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netzero.emissions.factor.CalculationRefused;
import org.netzero.emissions.factor.NoFactor;
import org.netzero.emissions.factor.Purpose;
import org.netzero.emissions.factor.UnitNotOfFactor;
import org.netzero.emissions.quality.RecordQuality;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Scope 3, category 3, from the same energy as scopes 1 and 2: the way of fuels from the well to
/// the tank, of purchased energy from its fuels to the plant, and what is lost between plant and
/// site. Where no upstream factor is known, or one cannot be used, the category is not derived, and
/// a note says for what.
final class UpstreamEmissions {

    /// A factor for all that transmission comes to, the fuels of what is lost included.
    private static final String TRANSMISSION_WITH_LOSSES = "electricity-transmission-with-losses";

    /// Activities whose factors are for what is lost of a carrier on its way, the first known one
    /// counts.
    private static final Map<EnergyCarrier, List<String>> LOSSES =
            Map.of(
                    EnergyCarrier.ELECTRICITY,
                    List.of("electricity-transmission-losses", TRANSMISSION_WITH_LOSSES),
                    EnergyCarrier.DISTRICT_HEAT,
                    List.of("district-heat-distribution-losses"));

    /// Activities whose factors are for the fuels of what is lost of a carrier on its way. Few
    /// publishers state them apart, so none is missing.
    private static final Map<EnergyCarrier, String> FUELS_OF_LOSSES =
            Map.of(EnergyCarrier.ELECTRICITY, "electricity-transmission-losses-well-to-tank");

    private final Entries entries;
    private final Map<String, Missing> missing = new LinkedHashMap<>();

    /// What could not be derived of one activity.
    private record Missing(int records, CalculationRefused first) {

        Missing plus(Missing other) {
            return new Missing(records + other.records, first);
        }
    }

    UpstreamEmissions(Entries entries) {
        this.entries = entries;
    }

    void ofFuel(EnergyCarrier fuel, List<Slice> burnt) {
        for (Slice slice : burnt) {
            for (Quantity quantity : slice.quantities()) {
                derive(CalculationMethod.WELL_TO_TANK, List.of(fuel.activity()), slice, quantity);
            }
        }
        note();
    }

    void ofPurchase(EnergyCarrier carrier, List<Slice> purchases) {
        for (Slice slice : purchases) {
            Quantity energy = new Quantity(slice.knownEnergyKwh(), Unit.KWH);
            CalculationMethod method = CalculationMethod.UPSTREAM_OF_PURCHASED_ENERGY;
            derive(method, List.of(carrier.activity()), slice, energy);
            Optional<String> losses =
                    derive(method, LOSSES.getOrDefault(carrier, List.of()), slice, energy);
            Optional.ofNullable(FUELS_OF_LOSSES.get(carrier))
                    .filter(fuels -> !losses.equals(Optional.of(TRANSMISSION_WITH_LOSSES)))
                    .flatMap(fuels -> findable(method, fuels, slice, energy))
                    .ifPresent(entries::addDerived);
        }
        note();
    }

    /// By the first of the activities that has a factor. Only where none has one is it missing,
    /// once, by the name of the first. A factor that cannot be used is no reason to take another.
    ///
    /// @return that activity
    private Optional<String> derive(
            CalculationMethod method, List<String> activities, Slice slice, Quantity quantity) {
        var refusals = new ArrayList<CalculationRefused>();
        for (String activity : activities) {
            try {
                entries.addDerived(derived(method, activity, slice, quantity));
                return Optional.of(activity);
            } catch (CalculationRefused refused) {
                if (!isNoFactor(refused)) {
                    missing(activity, refused);
                    return Optional.of(activity);
                }
                refusals.add(refused);
            }
        }
        refusals.stream().findFirst().ifPresent(first -> missing(activities.getFirst(), first));
        return Optional.empty();
    }

    private Optional<EmissionResult> findable(
            CalculationMethod method, String activity, Slice slice, Quantity quantity) {
        try {
            return Optional.of(derived(method, activity, slice, quantity));
        } catch (CalculationRefused refused) {
            if (!isNoFactor(refused)) {
                missing(activity, refused);
            }
            return Optional.empty();
        }
    }

    /// There is none, or none for the unit.
    private static boolean isNoFactor(CalculationRefused refused) {
        return refused instanceof NoFactor || refused instanceof UnitNotOfFactor;
    }

    private void missing(String activity, CalculationRefused refused) {
        missing.merge(activity, new Missing(1, refused), Missing::plus);
    }

    private EmissionResult derived(
            CalculationMethod method, String activity, Slice slice, Quantity quantity) {
        Calculated calculated =
                entries.calculator()
                        .calculate(
                                new ActivityData(Optional.of(method), quantity, MethodInputs.NONE),
                                entries.query(
                                        activity,
                                        Purpose.UPSTREAM,
                                        entries.regions(slice.place()),
                                        slice.start()));
        return result(activity, slice, quantity, calculated);
    }

    private EmissionResult result(
            String activity, Slice slice, Quantity quantity, Calculated calculated) {
        CalculationTrace trace =
                CalculationTrace.from()
                        .with("record", slice.record())
                        .with("quantity", quantity)
                        .step(
                                "scope 3, category 3",
                                "energy of scope 1 or 2 × upstream factor",
                                calculated.trace().output(),
                                slice.stepsAnd(calculated.trace()));
        return new EmissionResult(
                entries.id(
                        slice.record(),
                        "UPSTREAM/%s/%s".formatted(activity, quantity.unit().symbol())),
                Scope.SCOPE_3,
                Optional.empty(),
                Optional.of(Scope3Category.C3_FUEL_AND_ENERGY_RELATED_ACTIVITIES),
                Optional.of(slice.siteId()),
                activity,
                slice.record(),
                slice.period(),
                calculated.emission(),
                calculated.factor(),
                slice.provenance(),
                RecordQuality.UNKNOWN,
                calculated.flags(),
                trace);
    }

    private void note() {
        missing.forEach((activity, what) ->
                entries.add(
                        Finding.note(
                                "UPSTREAM_NOT_DERIVED",
                                activity,
                                "Category 3 is not derived for %d energy totals of %s, the first: %s"
                                        .formatted(
                                                what.records(), activity, what.first().reason()))));
        missing.clear();
    }
}
