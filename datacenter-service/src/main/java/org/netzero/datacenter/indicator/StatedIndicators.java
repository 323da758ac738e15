package org.netzero.datacenter.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.platform.imports.Intake;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.input.Period;

/// All figures taken over from reports. What is stated is never changed: a correction names what it
/// supersedes, which stays on file.
@ApplicationScoped
class StatedIndicators {

    private final StatedIndicatorRepository stated;
    private final Facilities facilities;
    private final DueIndicators due;

    StatedIndicators(StatedIndicatorRepository stated, Facilities facilities, DueIndicators due) {
        this.stated = stated;
        this.facilities = facilities;
        this.due = due;
    }

    @Transactional
    List<RowOutcome> addAll(List<StatedIndicator> batch) {
        List<Intake.Stored<StatedIndicator>> known =
                batch.stream()
                        .collect(
                                Collectors.toMap(
                                        StatedIndicator::id,
                                        Function.identity(),
                                        (one, other) -> one))
                        .values()
                        .stream()
                        .flatMap(figure -> revisions(figure).stream())
                        .map(StatedIndicators::known)
                        .toList();
        var intake = new Intake<StatedIndicator, StatedIndicator>("value", known);
        List<RowOutcome> outcomes = batch.stream().map(figure -> take(intake, figure)).toList();
        intake.insertions().forEach(this::put);
        return outcomes;
    }

    private RowOutcome take(
            Intake<StatedIndicator, StatedIndicator> intake, StatedIndicator figure) {
        if (!figure.subject().equals(StatedIndicator.FLEET)
                && facilities.find(figure.subject()).isEmpty()) {
            return new RowOutcome.Rejected(
                    "subject",
                    "UNKNOWN_DATACENTER",
                    "'%s' is neither fleet nor a data centre; import datacenters first"
                            .formatted(figure.subject()));
        }
        return intake.take(figure, figure.id(), figure.supersedes(), figure);
    }

    private List<StatedIndicatorEntity> revisions(StatedIndicator figure) {
        return stated.find(
                        "key.subject = ?1 and key.indicator = ?2 and key.period = ?3 order by key.revision",
                        figure.subject(),
                        figure.indicator(),
                        figure.period().toString())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    private static Intake.Stored<StatedIndicator> known(StatedIndicatorEntity entity) {
        StatedIndicator figure = entity.toStated();
        return new Intake.Stored<>(figure.id(), entity.key.revision(), entity.superseded, figure);
    }

    private void put(Intake.Insertion<StatedIndicator, StatedIndicator> insertion) {
        StatedIndicator figure = insertion.record();
        insertion
                .corrected()
                .ifPresent(old ->
                        stated.update(
                                "superseded = true where key.subject = ?1 and key.indicator = ?2"
                                        + " and key.period = ?3 and key.revision = ?4",
                                figure.subject(),
                                figure.indicator(),
                                figure.period().toString(),
                                old.revision()));
        stated.persist(StatedIndicatorEntity.of(figure, insertion.revision()));
        if (figure.indicator() == StatedIndicator.Name.PUE) {
            due.add(figure.subject(), figure.period());
        }
    }

    /// What is stated of one indicator in a period, by subject.
    @Transactional
    Map<String, BigDecimal> all(StatedIndicator.Name indicator, Period period) {
        return stated.stream(
                        "not superseded and key.indicator = ?1 and key.period = ?2",
                        indicator,
                        period.toString())
                .collect(Collectors.toMap(figure -> figure.key.subject(), figure -> figure.value));
    }

    /// What is stated of one subject in a period, by indicator.
    @Transactional
    Map<StatedIndicator.Name, BigDecimal> of(String subject, Period period) {
        return stated.stream(
                        "not superseded and key.subject = ?1 and key.period = ?2",
                        subject,
                        period.toString())
                .collect(
                        Collectors.toMap(figure -> figure.key.indicator(), figure -> figure.value));
    }

    /// What is stated of every subject in a period.
    @Transactional
    Map<String, Map<StatedIndicator.Name, BigDecimal>> all(Period period) {
        return stated.stream("not superseded and key.period = ?1", period.toString())
                .collect(
                        Collectors.groupingBy(
                                figure -> figure.key.subject(),
                                Collectors.toMap(
                                        figure -> figure.key.indicator(), figure -> figure.value)));
    }

    @Transactional
    Optional<BigDecimal> find(String subject, StatedIndicator.Name indicator, Period period) {
        return stated.find(
                        "not superseded and key.subject = ?1 and key.indicator = ?2 and key.period = ?3",
                        subject,
                        indicator,
                        period.toString())
                .firstResultOptional()
                .map(figure -> figure.value);
    }
}
