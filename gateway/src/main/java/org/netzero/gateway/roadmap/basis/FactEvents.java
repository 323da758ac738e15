package org.netzero.gateway.roadmap.basis;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.netzero.platform.messaging.Inbox;

/// Hears what the services tell, one event of a topic after the other, and tells those who watch
/// once it is stored.
@ApplicationScoped
class FactEvents {

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
        take(message, EnergyTotalled.class, facts::add, "energy");
    }

    @Incoming("emissions-inventory")
    @Blocking
    void hearOfInventories(ConsumerRecord<String, String> message) {
        take(message, InventoryCalculated.class, facts::add, "inventory");
    }

    @Incoming("datacenter-indicator")
    @Blocking
    void hearOfIndicators(ConsumerRecord<String, String> message) {
        take(message, IndicatorCalculated.class, facts::add, "indicator");
    }

    @Incoming("emissions-driver")
    @Blocking
    void hearOfDrivers(ConsumerRecord<String, String> message) {
        inbox.accept(message, DriverStated.class, facts::add);
    }

    private <T> void take(
            ConsumerRecord<String, String> message,
            Class<T> type,
            Predicate<T> store,
            String topic) {
        AtomicBoolean news = new AtomicBoolean();
        inbox.accept(message, type, fact -> news.set(store.test(fact)));
        if (news.get()) {
            announcements.changed(topic);
        }
    }
}
