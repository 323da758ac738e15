package org.netzero.gateway.roadmap.basis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads figures as they were known at an instant.
@ApplicationScoped
class FiguresOnFile {

    private static final String MEASURED_FACILITIES =
            "provenance = 'MEASURED' and subject <> 'fleet' and granularity = :granularity and year > :year and ";

    private static final TypeReference<List<InventoryCalculated.CategoryTotal>> CATEGORIES =
            new TypeReference<>() {};

    private final EnergyTotalRepository energyTotals;
    private final InventoryRepository inventories;
    private final IndicatorRepository indicators;
    private final DriverValueRepository driverValues;
    private final ObjectMapper json;

    FiguresOnFile(
            EnergyTotalRepository energyTotals,
            InventoryRepository inventories,
            IndicatorRepository indicators,
            DriverValueRepository driverValues,
            ObjectMapper json) {
        this.energyTotals = energyTotals;
        this.inventories = inventories;
        this.indicators = indicators;
        this.driverValues = driverValues;
        this.json = json;
    }

    @Transactional
    Optional<EmissionsOfYear> emissions(int year, Instant at) {
        return inventories
                .find("year = :year and " + FactEntity.NEWEST_AT, Map.of("year", year, "at", at))
                .firstResultOptional()
                .map(this::emissions);
    }

    @Transactional
    ElectricityOfYear electricity(int year, Instant at) {
        return ElectricityOfYear.of(
                year,
                energyTotals
                        .find(
                                "carrier = :carrier and start >= :from and start < :to and "
                                        + FactEntity.NEWEST_AT,
                                Map.of(
                                        "carrier",
                                        ElectricityOfYear.CARRIER,
                                        "from",
                                        LocalDate.of(year, 1, 1),
                                        "to",
                                        LocalDate.of(year + 1, 1, 1),
                                        "at",
                                        at))
                        .stream()
                        .map(EnergyTotalled::of)
                        .toList());
    }

    @Transactional
    Optional<BigDecimal> pue(int year, Instant at) {
        return indicators
                .find(
                        "subject = :fleet and period = :period and pue is not null and held = false and "
                                + FactEntity.NEWEST_AT,
                        Map.of(
                                "fleet",
                                MeasuredFleet.FLEET,
                                "period",
                                String.valueOf(year),
                                "at",
                                at))
                .firstResultOptional()
                .map(indicator -> indicator.pue);
    }

    @Transactional
    MeasuredFleet measuredAfter(int year, Instant at) {
        return MeasuredFleet.of(measuredAfter(year, "YEAR", at), measuredAfter(year, "MONTH", at));
    }

    @Transactional
    List<DriverValue> drivers(int year, Instant at) {
        return driverValues
                .find(
                        "period = :period and " + FactEntity.NEWEST_AT + " order by driver",
                        Map.of("period", String.valueOf(year), "at", at))
                .stream()
                .map(entity -> new DriverValue(entity.driver, entity.value, entity.unit))
                .toList();
    }

    private List<IndicatorEntity> measuredAfter(int year, String granularity, Instant at) {
        return indicators.list(
                MEASURED_FACILITIES + FactEntity.NEWEST_AT,
                Map.of("granularity", granularity, "year", year, "at", at));
    }

    private EmissionsOfYear emissions(InventoryEntity entity) {
        SortedMap<String, BigDecimal> categories = new TreeMap<>();
        try {
            json.readValue(entity.scope3Categories, CATEGORIES)
                    .forEach(total -> categories.put(total.category(), total.kgCo2e()));
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException(
                    "The stored inventory of " + entity.year + " is damaged", damaged);
        }
        return new EmissionsOfYear(
                entity.year,
                entity.status,
                entity.complete,
                entity.scope1KgCo2e,
                entity.scope2LocationKgCo2e,
                entity.scope2MarketKgCo2e,
                entity.scope3KgCo2e,
                categories,
                entity.findings);
    }
}
