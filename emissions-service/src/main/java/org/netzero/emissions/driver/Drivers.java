package org.netzero.emissions.driver;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.input.Period;
import org.netzero.platform.messaging.Outbox;

/// Stated values of the drivers, one per driver and period; what is stated is never changed.
@ApplicationScoped
public class Drivers {

    private final DriverRepository repository;
    private final Outbox outbox;

    Drivers(DriverRepository repository, Outbox outbox) {
        this.repository = repository;
        this.outbox = outbox;
    }

    /// Values of one period, or all, by period and driver.
    public List<DriverValue> list(Optional<Period> period) {
        var entities =
                period.isPresent()
                        ? repository.list("period = ?1 order by driver", period.get().toString())
                        : repository.list("order by period, driver");
        return entities.stream().map(DriverEntity::value).toList();
    }

    public Optional<DriverValue> find(Driver driver, int year) {
        return repository
                .findByIdOptional(new DriverEntity.Key(driver, String.valueOf(year)))
                .map(DriverEntity::value);
    }

    @Transactional
    List<RowOutcome> state(List<DriverValue> values) {
        var outcomes = new ArrayList<RowOutcome>();
        values.forEach(value -> outcomes.add(state(value)));
        return outcomes;
    }

    private RowOutcome state(DriverValue value) {
        var known = find(new DriverEntity.Key(value.driver(), value.period().toString()));
        if (known.isEmpty()) {
            DriverEntity entity = DriverEntity.of(value);
            repository.persist(entity);
            DriverStated stated = DriverStated.of(entity);
            outbox.add(DriverStated.TOPIC, DriverStated.TYPE, stated.key(), stated);
            return new RowOutcome.Accepted();
        }
        boolean same =
                known.get().value().compareTo(value.value()) == 0
                        && known.get().unit().equals(value.unit());
        return same
                ? new RowOutcome.Duplicate()
                : new RowOutcome.Rejected(
                        "value",
                        "ID_CONFLICT",
                        "%s of %s is stated as %s %s already"
                                .formatted(
                                        value.driver(),
                                        value.period(),
                                        known.get().value().toPlainString(),
                                        known.get().unit()));
    }

    private Optional<DriverValue> find(DriverEntity.Key key) {
        return repository.findByIdOptional(key).map(DriverEntity::value);
    }
}
