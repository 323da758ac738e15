package org.netzero.energy.plant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.netzero.platform.input.Fields;

/// A plant as its sender writes it; the address names the id.
record PlantRequest(
        @Nullable String name,
        @Nullable String siteId,
        @Nullable String technology,
        @Nullable PowerRequest capacity,
        @Nullable String capacityBasis,
        @Nullable String commissioned,
        @Nullable String decommissioned,
        @Nullable String fuel,
        @Nullable String fuelShare,
        @Nullable String expectedYieldKwh,
        @Nullable List<@Nullable String> expectedYieldByMonthKwh,
        @Nullable String expectedYieldSource,
        @Nullable String referenceElectricalEfficiency,
        @Nullable String referenceThermalEfficiency,
        @Nullable String referenceCoolingPerformance,
        @Nullable String referenceSource,
        @Nullable String evidence) {

    record PowerRequest(@Nullable String value, @Nullable String unit) {}

    Plant plant(String plantId) {
        Map<String, String> besides = new HashMap<>();
        besides.put("plantId", plantId);
        if (expectedYieldByMonthKwh != null) {
            besides.put(
                    "expectedYieldByMonthKwh",
                    expectedYieldByMonthKwh.stream()
                            .map(month -> month == null ? "" : month)
                            .collect(Collectors.joining(";")));
        }
        return PlantFields.OF_JSON.read(Fields.of(this, besides));
    }
}
