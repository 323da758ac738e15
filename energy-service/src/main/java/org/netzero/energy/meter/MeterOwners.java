package org.netzero.energy.meter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.carrier.Flow;
import org.netzero.energy.plant.Plant;
import org.netzero.energy.plant.PlantChanged;
import org.netzero.energy.plant.PlantTechnology;
import org.netzero.energy.plant.Plants;
import org.netzero.energy.storage.Storage;
import org.netzero.energy.storage.StorageChanged;
import org.netzero.energy.storage.Storages;
import org.netzero.platform.problem.InvalidInput;
import org.netzero.platform.problem.Violation;

/// The plants and storage that meters are told to belong to.
@ApplicationScoped
class MeterOwners {

    private final Plants plants;
    private final Storages storages;
    private final MeterTable meters;

    MeterOwners(Plants plants, Storages storages, MeterTable meters) {
        this.plants = plants;
        this.storages = storages;
        this.meters = meters;
    }

    /// Why a meter cannot be one of the plant or storage it names. Empty when it can, or names
    /// none.
    List<Violation> misfits(Meter meter) {
        var misfits = new ArrayList<Violation>();
        meter.plantId().flatMap(id -> ofPlant(meter, id)).ifPresent(misfits::add);
        meter.storageId().flatMap(id -> ofStorage(meter, id)).ifPresent(misfits::add);
        return misfits;
    }

    private Optional<Violation> ofPlant(Meter meter, String plantId) {
        Optional<Plant> named = plants.named(List.of(plantId)).values().stream().findFirst();
        if (named.isEmpty()) {
            return violation(
                    "plantId",
                    "UNKNOWN_PLANT",
                    "there is no plant '%s'; register it first".formatted(plantId));
        }
        Plant plant = named.get();
        if (!plant.siteId().equals(meter.siteId())) {
            return violation(
                    "plantId",
                    "PLANT_OF_OTHER_SITE",
                    "'%s' stands at '%s', the meter at '%s'"
                            .formatted(plantId, plant.siteId(), meter.siteId()));
        }
        return isOf(plant.technology(), meter.source())
                ? Optional.empty()
                : violation(
                        "plantId",
                        "NOT_OF_THIS_PLANT",
                        "a meter of source %s measures nothing of '%s', which is %s; use one of [%s, EXPORTED, CURTAILED]"
                                .formatted(
                                        meter.source(),
                                        plantId,
                                        plant.technology(),
                                        plant.technology().source()));
    }

    private static boolean isOf(PlantTechnology technology, EnergySource source) {
        return source == technology.source()
                || source.flow() == Flow.EXPORT
                || source.flow() == Flow.CURTAILMENT;
    }

    private Optional<Violation> ofStorage(Meter meter, String storageId) {
        Optional<Storage> named = storages.named(List.of(storageId)).values().stream().findFirst();
        if (named.isEmpty()) {
            return violation(
                    "storageId",
                    "UNKNOWN_STORAGE",
                    "there is no storage '%s'; register it first".formatted(storageId));
        }
        Storage storage = named.get();
        if (!storage.siteId().equals(meter.siteId())) {
            return violation(
                    "storageId",
                    "STORAGE_OF_OTHER_SITE",
                    "'%s' stands at '%s', the meter at '%s'"
                            .formatted(storageId, storage.siteId(), meter.siteId()));
        }
        return isOfStorage(meter.source())
                ? Optional.empty()
                : violation(
                        "storageId",
                        "NOT_OF_STORAGE",
                        "a meter of source %s measures nothing of a storage; use one of [STORAGE_CHARGE, STORAGE_DISCHARGE]"
                                .formatted(meter.source()));
    }

    private static boolean isOfStorage(EnergySource source) {
        return source == EnergySource.STORAGE_CHARGE || source == EnergySource.STORAGE_DISCHARGE;
    }

    private static Optional<Violation> violation(String field, String code, String message) {
        return Optional.of(new Violation(field, code, message));
    }

    /// What its meters measure stays where it was measured, and of the kind it was.
    void keepPlant(@Observes PlantChanged changed) {
        boolean fits =
                meters.ofPlant(changed.now().plantId()).stream()
                        .map(MeterTable.Known::meter)
                        .allMatch(meter ->
                                meter.siteId().equals(changed.now().siteId())
                                        && isOf(changed.now().technology(), meter.source()));
        if (!fits) {
            throw new InvalidInput(
                    changed.before().siteId().equals(changed.now().siteId())
                            ? "technology"
                            : "siteId",
                    "PLANT_HAS_METERS",
                    "meters measure '%s' at '%s' as %s; register another plant, or take it out of its meters first"
                            .formatted(
                                    changed.before().plantId(),
                                    changed.before().siteId(),
                                    changed.before().technology()));
        }
    }

    void keepStorage(@Observes StorageChanged changed) {
        boolean fits =
                meters.ofStorage(changed.now().storageId()).stream()
                        .allMatch(known -> known.meter().siteId().equals(changed.now().siteId()));
        if (!fits) {
            throw new InvalidInput(
                    "siteId",
                    "STORAGE_HAS_METERS",
                    "meters measure '%s' at '%s'; register another storage, or take it out of its meters first"
                            .formatted(changed.before().storageId(), changed.before().siteId()));
        }
    }
}
