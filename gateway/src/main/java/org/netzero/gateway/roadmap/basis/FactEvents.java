package org.netzero.gateway.roadmap.basis;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;
import org.netzero.gateway.stream.ChangeKind;
import org.netzero.platform.messaging.Inbox;

/// Hears what the services tell, one event of a topic after the other, and tells those who watch
/// once it is stored.
@ApplicationScoped
class FactEvents {

    private static final String YEAR = "\\d{4}";

    private final Inbox inbox;
    private final Facts facts;
    private final Announcements announcements;

    FactEvents(Inbox inbox, Facts facts, Announcements announcements) {
        this.inbox = inbox;
        this.facts = facts;
        this.announcements = announcements;
    }

    @Incoming("energy-consumption")
    @Blocking
    void hearOfEnergy(ConsumerRecord<String, String> message) {
        take(
                message,
                EnergyTotalled.class,
                facts::add,
                ChangeKind.ENERGY,
                fact -> Map.of("siteId", fact.siteId(), "period", fact.period()),
                FactEvents::keyOf);
    }

    @Incoming("emissions-inventory")
    @Blocking
    void hearOfInventories(ConsumerRecord<String, String> message) {
        take(
                message,
                InventoryCalculated.class,
                facts::add,
                ChangeKind.INVENTORY,
                fact -> Map.of("period", fact.period()),
                fact -> Optional.of(new FigureKey(FigureKind.INVENTORY, fact.year())));
    }

    @Incoming("datacenter-indicator")
    @Blocking
    void hearOfIndicators(ConsumerRecord<String, String> message) {
        take(
                message,
                IndicatorCalculated.class,
                facts::add,
                ChangeKind.INDICATOR,
                fact -> Map.of("subject", fact.subject(), "period", fact.period()),
                FactEvents::keyOf);
    }

    @Incoming("emissions-driver")
    @Blocking
    void hearOfDrivers(ConsumerRecord<String, String> message) {
        AtomicReference<@Nullable DriverStated> news = new AtomicReference<>();
        inbox.accept(message, DriverStated.class, fact -> news.set(facts.add(fact) ? fact : null));
        @Nullable DriverStated told = news.get();
        if (told != null && told.period().matches(YEAR)) {
            announcements.figuresStored(
                    new FigureKey(FigureKind.DRIVER, Integer.parseInt(told.period())));
        }
    }

    /// Other carriers and parts of the energy do not move a roadmap.
    private static Optional<FigureKey> keyOf(EnergyTotalled fact) {
        return fact.carrier().equals(ElectricityOfYear.CARRIER)
                ? Optional.of(new FigureKey(FigureKind.ELECTRICITY, fact.start().getYear()))
                : Optional.empty();
    }

    /// The fleet's PUE of a year; of a data centre whatever it measured.
    private static Optional<FigureKey> keyOf(IndicatorCalculated fact) {
        if (!fact.subject().equals(MeasuredFleet.FLEET)) {
            return Optional.of(new FigureKey(FigureKind.MEASURED, 0));
        }
        return fact.period().matches(YEAR)
                ? Optional.of(new FigureKey(FigureKind.PUE, Integer.parseInt(fact.period())))
                : Optional.empty();
    }

    private <T> void take(
            ConsumerRecord<String, String> message,
            Class<T> type,
            Predicate<T> store,
            ChangeKind kind,
            Function<T, Map<String, String>> subject,
            Function<T, Optional<FigureKey>> key) {
        AtomicReference<@Nullable T> news = new AtomicReference<>();
        inbox.accept(message, type, fact -> news.set(store.test(fact) ? fact : null));
        @Nullable T told = news.get();
        if (told != null) {
            announcements.figuresChanged(kind, subject.apply(told));
            key.apply(told).ifPresent(announcements::figuresStored);
        }
    }
}
