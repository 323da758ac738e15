package org.netzero.datacenter.supply;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.netzero.platform.messaging.Inbox;

/// Hears of factors and allocations.
@ApplicationScoped
class SupplyEvents {

    private final Inbox inbox;
    private final GridFactors factors;
    private final SiteInstruments instruments;

    SupplyEvents(Inbox inbox, GridFactors factors, SiteInstruments instruments) {
        this.inbox = inbox;
        this.factors = factors;
        this.instruments = instruments;
    }

    @Incoming("emissions-intensity")
    @Blocking
    void hearOfFactors(ConsumerRecords<String, String> messages) {
        inbox.acceptAll(messages, IntensityAdopted.class, factors::note);
    }

    @Incoming("energy-instrument")
    @Blocking
    void hearOfAllocations(ConsumerRecords<String, String> messages) {
        inbox.acceptAll(messages, InstrumentAllocated.class, instruments::note);
    }
}
