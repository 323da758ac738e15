package org.netzero.energy.plant;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.carrier.EnergyCarrier;
import org.netzero.energy.carrier.EnergySource;
import org.netzero.energy.installation.Revision;
import org.netzero.platform.listing.Table;
import org.netzero.quantities.Quantity;

/// A plant as its readers see it; its CSV is what the import takes.
///
/// @param source the line of the balance that its energy belongs to
/// @param revision 1, and one more with each change
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlantView(
        String plantId,
        String name,
        String siteId,
        PlantTechnology technology,
        EnergySource source,
        Quantity capacity,
        @Nullable CapacityBasis capacityBasis,
        LocalDate commissioned,
        @Nullable LocalDate decommissioned,
        @Nullable EnergyCarrier fuel,
        @Nullable BigDecimal fuelShare,
        @Nullable BigDecimal expectedYieldKwh,
        @Nullable List<BigDecimal> expectedYieldByMonthKwh,
        @Nullable String expectedYieldSource,
        @Nullable BigDecimal referenceElectricalEfficiency,
        @Nullable BigDecimal referenceThermalEfficiency,
        @Nullable BigDecimal referenceCoolingPerformance,
        @Nullable String referenceSource,
        @Nullable String evidence,
        int revision,
        Instant recordedAt,
        String recordedBy) {

    static final List<String> COLUMNS = PlantFields.COLUMNS.names();

    static PlantView of(Revision<Plant> revision) {
        Plant plant = revision.stated();
        Optional<ExpectedYield> expected = plant.expectedYield();
        Optional<SeparateProduction> separate = plant.separateProduction();
        return new PlantView(
                plant.plantId(),
                plant.name(),
                plant.siteId(),
                plant.technology(),
                plant.technology().source(),
                plant.capacity(),
                plant.capacityBasis().orElse(null),
                plant.commissioned(),
                plant.decommissioned().orElse(null),
                plant.fuel().map(PlantFuel::carrier).orElse(null),
                plant.fuel().flatMap(PlantFuel::share).orElse(null),
                expected.map(ExpectedYield::perYearKwh).orElse(null),
                expected.map(ExpectedYield::byMonthKwh)
                        .filter(months -> !months.isEmpty())
                        .orElse(null),
                expected.map(ExpectedYield::source).orElse(null),
                separate.flatMap(SeparateProduction::electricalEfficiency).orElse(null),
                separate.flatMap(SeparateProduction::thermalEfficiency).orElse(null),
                separate.flatMap(SeparateProduction::coolingPerformance).orElse(null),
                separate.map(SeparateProduction::source).orElse(null),
                plant.evidence().orElse(null),
                revision.revision(),
                revision.recordedAt(),
                revision.recordedBy());
    }

    List<@Nullable Object> row() {
        return Table.row(
                plantId,
                name,
                siteId,
                technology,
                capacity.value(),
                capacity.unit(),
                capacityBasis,
                commissioned,
                decommissioned,
                fuel,
                fuelShare,
                expectedYieldKwh,
                expectedYieldByMonthKwh == null
                        ? null
                        : expectedYieldByMonthKwh.stream()
                                .map(BigDecimal::toPlainString)
                                .collect(Collectors.joining(";")),
                expectedYieldSource,
                referenceElectricalEfficiency,
                referenceThermalEfficiency,
                referenceCoolingPerformance,
                referenceSource,
                evidence);
    }
}
