package org.netzero.datacenter.facility;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.netzero.platform.messaging.Inbox;

/// Hears of sites, one event after the other.
@ApplicationScoped
class SiteEvents {

    private final Inbox inbox;
    private final Sites sites;

    SiteEvents(Inbox inbox, Sites sites) {
        this.inbox = inbox;
        this.sites = sites;
    }

    @Incoming("energy-site")
    @Blocking
    void hear(ConsumerRecord<String, String> message) {
        inbox.accept(message, SiteRegistered.class, sites::note);
    }
}
