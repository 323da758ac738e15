package org.netzero.datacenter.quality;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.netzero.platform.messaging.Inbox;

/// Hears of inventories, one event after the other: which years are locked.
@ApplicationScoped
class InventoryEvents {

    private final Inbox inbox;
    private final InventoryYears years;

    InventoryEvents(Inbox inbox, InventoryYears years) {
        this.inbox = inbox;
        this.years = years;
    }

    @Incoming("emissions-inventory")
    @Blocking
    void hear(ConsumerRecord<String, String> message) {
        inbox.accept(message, InventoryYear.class, years::note);
    }
}
