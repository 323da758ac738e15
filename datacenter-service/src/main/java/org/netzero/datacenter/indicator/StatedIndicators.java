package org.netzero.datacenter.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.netzero.datacenter.facility.Facilities;
import org.netzero.platform.imports.RowOutcome;
import org.netzero.platform.input.Period;

/// All figures taken over from reports.
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
        return batch.stream().map(this::add).toList();
    }

    private RowOutcome add(StatedIndicator figure) {
        StatedIndicatorEntity entity = StatedIndicatorEntity.of(figure);
        Optional<StatedIndicator> known =
                stated.findByIdOptional(entity.key).map(StatedIndicatorEntity::toStated);
        if (known.isPresent()) {
            return known.get().equals(figure)
                    ? new RowOutcome.Duplicate()
                    : new RowOutcome.Rejected(
                            "value",
                            "ID_CONFLICT",
                            "%s of %s in %s is stated as %s already"
                                    .formatted(
                                            figure.indicator(),
                                            figure.subject(),
                                            figure.period(),
                                            known.get().value().toPlainString()));
        }
        if (!figure.subject().equals(StatedIndicator.FLEET)
                && facilities.find(figure.subject()).isEmpty()) {
            return new RowOutcome.Rejected(
                    "subject",
                    "UNKNOWN_DATACENTER",
                    "'%s' is neither fleet nor a data centre; import datacenters first"
                            .formatted(figure.subject()));
        }
        stated.persist(entity);
        if (figure.indicator() == StatedIndicator.Name.PUE) {
            due.add(figure.subject(), figure.period());
        }
        return new RowOutcome.Accepted();
    }

    @Transactional
    Optional<BigDecimal> find(String subject, StatedIndicator.Name indicator, Period period) {
        return stated.findByIdOptional(
                        new StatedIndicatorEntity.Key(subject, indicator, period.toString()))
                .map(figure -> figure.value);
    }
}
