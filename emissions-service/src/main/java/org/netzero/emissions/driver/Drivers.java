package org.netzero.emissions.driver;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netzero.emissions.recalculation.ChangedYears;
import org.netzero.platform.imports.Intake;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.input.Period;
import org.netzero.platform.messaging.Outbox;

/// Stated values of the drivers, one per driver and period. What is stated is never changed: a
/// correction names what it supersedes, which stays on file.
@ApplicationScoped
public class Drivers {

    private final DriverRepository repository;
    private final Outbox outbox;
    private final ChangedYears changedYears;

    Drivers(DriverRepository repository, Outbox outbox, ChangedYears changedYears) {
        this.repository = repository;
        this.outbox = outbox;
        this.changedYears = changedYears;
    }

    /// Values of one period, or all, by period and driver.
    public List<DriverValue> list(Optional<Period> period) {
        var entities =
                period.isPresent()
                        ? repository.list(
                                "not superseded and period = ?1 order by driver",
                                period.get().toString())
                        : repository.list("not superseded order by period, driver");
        return entities.stream().map(DriverEntity::value).toList();
    }

    public Optional<DriverValue> find(Driver driver, int year) {
        return repository
                .find(
                        "not superseded and driver = ?1 and period = ?2",
                        driver,
                        String.valueOf(year))
                .firstResultOptional()
                .map(DriverEntity::value);
    }

    @Transactional
    List<RowOutcome> state(List<DriverValue> values) {
        List<Intake.Stored<Content>> stored =
                values.stream()
                        .collect(
                                Collectors.toMap(
                                        DriverValue::id, Function.identity(), (one, other) -> one))
                        .values()
                        .stream()
                        .flatMap(value -> revisions(value).stream())
                        .map(Content::stored)
                        .toList();
        var intake = new Intake<DriverValue, Content>("value", stored);
        List<RowOutcome> outcomes =
                values.stream()
                        .map(value ->
                                intake.take(
                                        value, value.id(), value.supersedes(), Content.of(value)))
                        .toList();
        intake.insertions().forEach(this::put);
        return outcomes;
    }

    /// What makes two statements of one driver and period the same.
    private record Content(
            BigDecimal value, String unit, Optional<String> evidence, Optional<String> supersedes) {

        static Content of(DriverValue stated) {
            return new Content(
                    stated.value().stripTrailingZeros(),
                    stated.unit(),
                    stated.evidence(),
                    stated.supersedes());
        }

        static Intake.Stored<Content> stored(DriverEntity entity) {
            DriverValue value = entity.value();
            return new Intake.Stored<>(value.id(), entity.revision, entity.superseded, of(value));
        }
    }

    private List<DriverEntity> revisions(DriverValue value) {
        return repository
                .find(
                        "driver = ?1 and period = ?2 order by revision",
                        value.driver(),
                        value.period().toString())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    private void put(Intake.Insertion<DriverValue, Content> insertion) {
        DriverValue value = insertion.record();
        insertion
                .corrected()
                .ifPresent(old ->
                        repository.update(
                                "superseded = true where driver = ?1 and period = ?2 and revision = ?3",
                                value.driver(),
                                value.period().toString(),
                                old.revision()));
        DriverEntity entity = DriverEntity.of(value, insertion.revision());
        repository.persist(entity);
        DriverStated stated = DriverStated.of(entity);
        outbox.add(DriverStated.TOPIC, DriverStated.TYPE, stated.key(), stated);
        changedYears.markRecorded(value.period().start().getYear());
    }
}
