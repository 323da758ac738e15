package org.netzero.emissions.indicator;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.netzero.platform.messaging.Inbox;

/// Power usage effectiveness as the data-centre service last told of it.
@ApplicationScoped
public class Indicators {

    /// The subject of figures for all data centres together.
    private static final String FLEET = "fleet";

    private final Inbox inbox;
    private final IndicatorRepository repository;

    Indicators(Inbox inbox, IndicatorRepository repository) {
        this.inbox = inbox;
        this.repository = repository;
    }

    /// PUE of the fleet.
    ///
    /// @param provenance `MEASURED` or `STATED`
    public record FleetPue(BigDecimal pue, String provenance) {}

    public Optional<FleetPue> fleet(int year) {
        return repository
                .findByIdOptional(new IndicatorEntity.Key(FLEET, String.valueOf(year)))
                .flatMap(entity ->
                        Optional.ofNullable(entity.pue)
                                .map(pue -> new FleetPue(pue, entity.provenance)));
    }

    @Incoming("datacenter-indicator")
    @Blocking
    void indicator(ConsumerRecord<String, String> message) {
        inbox.accept(message, IndicatorCalculated.class, this::take);
    }

    private void take(IndicatorCalculated fact) {
        Optional<IndicatorEntity> known =
                repository.findByIdOptional(new IndicatorEntity.Key(fact.subject(), fact.period()));
        if (known.isPresent() && known.get().version >= fact.version()) {
            return;
        }
        IndicatorEntity entity = known.orElseGet(IndicatorEntity::new);
        entity.become(fact);
        repository.persist(entity);
    }
}
