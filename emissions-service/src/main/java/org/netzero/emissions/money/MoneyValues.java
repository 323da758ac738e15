package org.netzero.emissions.money;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Collectors;
import org.netzero.emissions.calculation.MoneyTables;
import org.netzero.emissions.calculation.MoneyTables.ExchangeRate;
import org.netzero.emissions.calculation.MoneyTables.PriceIndex;
import org.netzero.emissions.recalculation.ChangedYears;
import org.netzero.platform.imports.Intake;
import org.netzero.platform.imports.RowOutcome;

/// The stated rates and indices. What is stated is never changed: a correction names what it
/// supersedes, which stays on file.
@ApplicationScoped
public class MoneyValues {

    private final MoneyValueRepository repository;
    private final ChangedYears changedYears;

    MoneyValues(MoneyValueRepository repository, ChangedYears changedYears) {
        this.repository = repository;
        this.changedYears = changedYears;
    }

    /// What counts now, for calculations.
    @Transactional
    public MoneyTables tables() {
        return new MoneyTables(
                list(MoneyValue.Kind.EXCHANGE_RATE).stream()
                        .map(rate ->
                                new ExchangeRate(
                                        rate.currency(),
                                        rate.toCurrency().orElseThrow(),
                                        rate.year(),
                                        rate.value(),
                                        rate.source()))
                        .toList(),
                list(MoneyValue.Kind.PRICE_INDEX).stream()
                        .map(index ->
                                new PriceIndex(
                                        index.currency(),
                                        index.year(),
                                        index.value(),
                                        index.source()))
                        .toList());
    }

    List<MoneyValue> list(MoneyValue.Kind kind) {
        return repository.list("not superseded and kind = ?1 order by valueId", kind).stream()
                .map(MoneyValueEntity::stated)
                .toList();
    }

    @Transactional
    List<RowOutcome> state(List<MoneyValue> values) {
        List<Intake.Stored<MoneyValue>> stored =
                values.stream().collect(Collectors.groupingBy(MoneyValue::kind)).entrySet().stream()
                        .flatMap(ofKind ->
                                revisions(
                                        ofKind.getKey(),
                                        ofKind.getValue().stream().map(MoneyValue::id).toList())
                                        .stream())
                        .map(entity ->
                                new Intake.Stored<>(
                                        entity.valueId,
                                        entity.revision,
                                        entity.superseded,
                                        entity.stated()))
                        .toList();
        var intake = new Intake<MoneyValue, MoneyValue>("value", stored);
        List<RowOutcome> outcomes =
                values.stream()
                        .map(value -> intake.take(value, value.id(), value.supersedes(), value))
                        .toList();
        intake.insertions().forEach(this::put);
        if (!intake.insertions().isEmpty()) {
            changedYears.markAll();
        }
        return outcomes;
    }

    private List<MoneyValueEntity> revisions(MoneyValue.Kind kind, List<String> ids) {
        return repository
                .find("kind = ?1 and valueId in ?2 order by valueId, revision", kind, ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    private void put(Intake.Insertion<MoneyValue, MoneyValue> insertion) {
        MoneyValue value = insertion.record();
        insertion
                .corrected()
                .ifPresent(old ->
                        repository.update(
                                "superseded = true where kind = ?1 and valueId = ?2 and revision = ?3",
                                value.kind(),
                                value.id(),
                                old.revision()));
        repository.persist(MoneyValueEntity.of(value, insertion.revision()));
    }
}
