package org.netzero.platform.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// A consumer as the services have them, which can be broken and mended.
@ApplicationScoped
class Notices {

    record Notice(String text) {}

    private final Inbox inbox;
    private final AtomicBoolean broken = new AtomicBoolean();
    private final List<String> taken = new CopyOnWriteArrayList<>();

    Notices(Inbox inbox) {
        this.inbox = inbox;
    }

    @Incoming("test-notice")
    @Blocking
    void notice(ConsumerRecord<String, String> message) {
        inbox.accept(message, Notice.class, this::take);
    }

    private void take(Notice notice) {
        if (broken.get()) {
            throw new IllegalArgumentException("'%s' is not understood".formatted(notice.text()));
        }
        taken.add(notice.text());
    }

    void breakDown() {
        broken.set(true);
    }

    void mend() {
        broken.set(false);
    }

    List<String> taken() {
        return taken;
    }
}
