package org.netzero.gateway.roadmap.basis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.netzero.gateway.roadmap.engine.Actuals;
import org.netzero.gateway.roadmap.engine.Inventory;

/// What the roadmap stands on at an instant.
@ApplicationScoped
public class Bases {

    private static final String MEASURED_FACILITIES =
            "provenance = 'MEASURED' and subject <> 'fleet' and granularity = :granularity and year > :year and ";

    private static final TypeReference<List<InventoryCalculated.CategoryTotal>> CATEGORIES =
            new TypeReference<>() {};

    private final EnergyTotalRepository energyTotals;
    private final InventoryRepository inventories;
    private final IndicatorRepository indicators;
    private final DriverValueRepository driverValues;
    private final ObjectMapper json;

    Bases(
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

    /// The figures from a base year on, as they were known at an instant.
    ///
    /// A later inventory is an actual once its year is over and every scope has emissions, or it is
    /// declared complete; its electricity and PUE have to be known too.
    ///
    /// @throws MissingBaseData when the base year's inventory, purchased electricity or PUE is not
    ///   known
    @Transactional
    public Basis from(int baseYear, Instant at) {
        YearOnFile base = year(baseYear, at);
        Inventory inventory = base.inventory();
        List<String> remarks = new ArrayList<>(base.remarks());
        List<Inventory> actuals = actualsAfter(baseYear, at, remarks);
        MeasuredFleet fleet =
                MeasuredFleet.of(
                        measuredAfter(baseYear, "YEAR", at), measuredAfter(baseYear, "MONTH", at));
        remarks.addAll(fleet.remarks());
        return new Basis(
                inventory,
                new Actuals(fleet.measurements(), actuals),
                drivers(baseYear, at),
                remarks);
    }

    private List<Inventory> actualsAfter(int baseYear, Instant at, List<String> remarks) {
        int runningYear = at.atZone(ZoneOffset.UTC).getYear();
        List<Inventory> actuals = new ArrayList<>();
        inventories
                .find(
                        "year > :base and year < :running and "
                                + FactEntity.NEWEST_AT
                                + " order by year",
                        Map.of("base", baseYear, "running", runningYear, "at", at))
                .stream()
                .map(this::emissions)
                .forEach(emissions -> {
                    YearOnFile year = year(emissions.year(), Optional.of(emissions), at);
                    Optional<String> gap = gapOf(year, emissions);
                    if (gap.isPresent()) {
                        remarks.add(
                                "The inventory of %d is not used: %s. The year stays modelled."
                                        .formatted(year.year(), gap.get()));
                    } else {
                        actuals.add(year.inventory());
                        remarks.addAll(year.remarks());
                    }
                });
        return actuals;
    }

    private static Optional<String> gapOf(YearOnFile year, EmissionsOfYear emissions) {
        List<String> empty = emissions.emptyScopes();
        if (!emissions.complete() && !empty.isEmpty()) {
            return Optional.of("it has nothing of " + String.join(" and ", empty));
        }
        return year.missing().stream().findFirst().map(MissingBaseData.Item::remedy);
    }

    private YearOnFile year(int year, Instant at) {
        Optional<EmissionsOfYear> emissions =
                inventories
                        .find(
                                "year = :year and " + FactEntity.NEWEST_AT,
                                Map.of("year", year, "at", at))
                        .firstResultOptional()
                        .map(this::emissions);
        return year(year, emissions, at);
    }

    private YearOnFile year(int year, Optional<EmissionsOfYear> emissions, Instant at) {
        List<EnergyTotalled> electricity =
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
                        .toList();
        Optional<BigDecimal> pue =
                indicators
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
        return new YearOnFile(year, emissions, ElectricityOfYear.of(year, electricity), pue);
    }

    private List<DriverValue> drivers(int year, Instant at) {
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
