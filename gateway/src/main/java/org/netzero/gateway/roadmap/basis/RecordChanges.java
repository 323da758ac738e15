package org.netzero.gateway.roadmap.basis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which records differ between two instants, of all that a projection stands on.
@ApplicationScoped
public class RecordChanges {

    private final EnergyTotalRepository energyTotals;
    private final InventoryRepository inventories;
    private final IndicatorRepository indicators;

    RecordChanges(
            EnergyTotalRepository energyTotals,
            InventoryRepository inventories,
            IndicatorRepository indicators) {
        this.energyTotals = energyTotals;
        this.inventories = inventories;
        this.indicators = indicators;
    }

    /// @param from before `to`
    /// @return in the order of years, kinds and records
    @Transactional
    public List<RecordChange> between(int baseYear, Instant from, Instant to) {
        List<RecordChange> changes = new ArrayList<>();
        changes.addAll(inventories(baseYear, from, to));
        changes.addAll(electricity(baseYear, from, to));
        changes.addAll(fleet(baseYear, from, to));
        changes.addAll(measured(baseYear, from, to));
        return List.copyOf(changes);
    }

    private List<RecordChange> inventories(int baseYear, Instant from, Instant to) {
        return pairs(
                inventories.list(
                        "year >= :base and " + FactEntity.NEWEST_AT_ONE_OF,
                        Map.of("base", baseYear, "from", from, "to", to)),
                to,
                entity -> "%d".formatted(entity.year),
                (record, entity) ->
                        new Subject(
                                new FigureKey(FigureKind.INVENTORY, entity.year),
                                "emissions.inventory " + record),
                RecordChanges::fields);
    }

    private List<RecordChange> electricity(int baseYear, Instant from, Instant to) {
        return pairs(
                energyTotals.list(
                        "carrier = :carrier and start >= :start and " + FactEntity.NEWEST_AT_ONE_OF,
                        Map.of(
                                "carrier",
                                ElectricityOfYear.CARRIER,
                                "start",
                                LocalDate.of(baseYear, 1, 1),
                                "from",
                                from,
                                "to",
                                to)),
                to,
                entity -> "%s %s %s".formatted(entity.siteId, entity.source, entity.period),
                (record, entity) ->
                        new Subject(
                                new FigureKey(FigureKind.ELECTRICITY, entity.start.getYear()),
                                "energy.consumption " + record),
                RecordChanges::fields);
    }

    private List<RecordChange> fleet(int baseYear, Instant from, Instant to) {
        return pairs(
                indicators.list(
                        "subject = :fleet and granularity = 'YEAR' and year >= :base and "
                                + FactEntity.NEWEST_AT_ONE_OF,
                        Map.of(
                                "fleet",
                                MeasuredFleet.FLEET,
                                "base",
                                baseYear,
                                "from",
                                from,
                                "to",
                                to)),
                to,
                entity -> "%s %s".formatted(entity.subject, entity.period),
                (record, entity) ->
                        new Subject(
                                new FigureKey(FigureKind.PUE, entity.year),
                                "datacenter.indicator " + record),
                RecordChanges::fields);
    }

    private List<RecordChange> measured(int baseYear, Instant from, Instant to) {
        return pairs(
                indicators.list(
                        "subject <> :fleet and provenance = 'MEASURED' and year > :base and "
                                + FactEntity.NEWEST_AT_ONE_OF,
                        Map.of(
                                "fleet",
                                MeasuredFleet.FLEET,
                                "base",
                                baseYear,
                                "from",
                                from,
                                "to",
                                to)),
                to,
                entity -> "%s %s".formatted(entity.subject, entity.period),
                (record, entity) ->
                        new Subject(
                                new FigureKey(FigureKind.MEASURED, baseYear),
                                "datacenter.indicator " + record),
                RecordChanges::fields);
    }

    private record Subject(FigureKey key, String name) {}

    private static <F extends FactEntity> List<RecordChange> pairs(
            List<F> versions,
            Instant to,
            Function<F, String> id,
            BiFunction<String, F, Subject> subject,
            Function<F, Map<String, String>> fields) {
        SortedMap<String, F> before = new TreeMap<>();
        SortedMap<String, F> after = new TreeMap<>();
        for (F version : versions) {
            boolean isAfter = version.supersededAt == null || version.supersededAt.isAfter(to);
            (isAfter ? after : before).put(id.apply(version), version);
        }
        List<RecordChange> changes = new ArrayList<>();
        SortedMap<String, F> all = new TreeMap<>(before);
        all.putAll(after);
        all.forEach((record, either) -> {
            @Nullable F older = before.get(record);
            @Nullable F newer = after.get(record);
            Subject of = subject.apply(record, either);
            changes.add(
                    new RecordChange(
                            of.key(),
                            of.name(),
                            version(older),
                            version(newer),
                            differences(
                                    older == null ? Map.of() : fields.apply(older),
                                    newer == null ? Map.of() : fields.apply(newer))));
        });
        return changes;
    }

    private static OptionalLong version(@Nullable FactEntity fact) {
        return fact == null ? OptionalLong.empty() : OptionalLong.of(fact.version);
    }

    private static List<RecordChange.FieldChange> differences(
            Map<String, String> before, Map<String, String> after) {
        Map<String, String> all = new LinkedHashMap<>(before);
        all.putAll(after);
        return all.keySet().stream()
                .filter(field -> !Objects.equals(before.get(field), after.get(field)))
                .map(field ->
                        new RecordChange.FieldChange(
                                field,
                                before.getOrDefault(field, ""),
                                after.getOrDefault(field, "")))
                .toList();
    }

    private static Map<String, String> fields(InventoryEntity entity) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "status", entity.status);
        put(fields, "complete", entity.complete);
        put(fields, "scope1KgCo2e", entity.scope1KgCo2e);
        put(fields, "scope2LocationKgCo2e", entity.scope2LocationKgCo2e);
        put(fields, "scope2MarketKgCo2e", entity.scope2MarketKgCo2e);
        put(fields, "scope3KgCo2e", entity.scope3KgCo2e);
        put(fields, "scope3Categories", entity.scope3Categories);
        return fields;
    }

    private static Map<String, String> fields(EnergyTotalEntity entity) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "energyKwh", entity.energyKwh);
        put(fields, "recordCount", entity.recordCount);
        return fields;
    }

    private static Map<String, String> fields(IndicatorEntity entity) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "pue", entity.pue);
        put(fields, "inputKwh", entity.inputKwh);
        put(fields, "inputHours", entity.inputHours);
        put(fields, "itKwh", entity.itKwh);
        put(fields, "pairedHours", entity.pairedHours);
        put(fields, "itCapacityKw", entity.itCapacityKw);
        put(fields, "held", entity.held);
        return fields;
    }

    private static void put(Map<String, String> fields, String field, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case BigDecimal exact -> fields.put(field, exact.stripTrailingZeros().toPlainString());
            default -> fields.put(field, value.toString());
        }
    }
}
