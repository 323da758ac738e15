package org.netzero.energy.interval;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.netzero.platform.messaging.Inbox;

/// Hears what the data centres measured.
@ApplicationScoped
class EnergyIntervalConsumer {

    private final Inbox inbox;
    private final FacilityIntervals intervals;

    EnergyIntervalConsumer(Inbox inbox, FacilityIntervals intervals) {
        this.inbox = inbox;
        this.intervals = intervals;
    }

    @Incoming("energy-interval")
    @Blocking
    void hear(ConsumerRecords<String, String> messages) {
        inbox.acceptAll(messages, EnergyIntervalMeasured.class, intervals::note);
    }
}
