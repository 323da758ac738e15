package org.netzero.energy.grid;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.netzero.platform.messaging.Inbox;

/// Hears by which factors electricity is accounted.
@ApplicationScoped
class IntensityEvents {

    private final Inbox inbox;
    private final AnnualIntensities intensities;

    IntensityEvents(Inbox inbox, AnnualIntensities intensities) {
        this.inbox = inbox;
        this.intensities = intensities;
    }

    @Incoming("emissions-intensity")
    @Blocking
    void hear(ConsumerRecords<String, String> messages) {
        inbox.acceptAll(messages, IntensityAdopted.class, intensities::note);
    }
}
