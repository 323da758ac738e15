package org.netzero.datacenter.facility;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.netzero.platform.messaging.Inbox;

/// Hears of sites.
@ApplicationScoped
class SiteEvents {

    private final Inbox inbox;
    private final Sites sites;

    SiteEvents(Inbox inbox, Sites sites) {
        this.inbox = inbox;
        this.sites = sites;
    }

    @Incoming("energy-site")
    @RunOnVirtualThread
    void hear(ConsumerRecord<String, String> message) {
        inbox.accept(message, SiteRegistered.class, sites::note);
    }
}
