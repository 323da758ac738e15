package org.netzero.platform.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Sends what waits in the outbox to Kafka, in order per key, and removes it once Kafka has it.
/// When the process dies in between, the same events are sent again under the same ids and the
/// consumers' [Inbox] drops them. One instance of a service relays at a time.
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /// Events taken in one go.
    private static final int BATCH_EVENTS = 1_000;

    /// Any number does: it names the lock that makes one instance the relay.
    private static final long RELAY_LOCK = 0x6e65_747a_6572_6fL;

    private final DataSource database;
    private final Producers producers;
    private @Nullable Producer<String, String> producer;

    OutboxRelay(DataSource database, Producers producers) {
        this.database = database;
        this.producers = producers;
    }

    /// Once a second, which is also how often at most a key is told of.
    @Scheduled(
            every = "{netzero.outbox.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void relay() {
        try {
            while (QuarkusTransaction.requiringNew().call(this::relayBatch) == BATCH_EVENTS) {
                LOG.debug("the outbox holds more than one batch");
            }
        } catch (RuntimeException failed) {
            LOG.warnf("The outbox waits: %s", failed.getMessage());
            LOG.debug("The outbox waits", failed);
        }
    }

    private int relayBatch() throws SQLException {
        try (var connection = database.getConnection()) {
            if (!isRelay(connection)) {
                return 0;
            }
            List<Waiting> waiting = waiting(connection);
            if (waiting.isEmpty()) {
                return 0;
            }
            send(lastPerKey(waiting));
            try (var delete =
                    connection.prepareStatement("delete from outbox where position = any (?)")) {
                delete.setArray(
                        1,
                        connection.createArrayOf(
                                "bigint", waiting.stream().map(Waiting::position).toArray()));
                delete.executeUpdate();
            }
            return waiting.size();
        }
    }

    private static boolean isRelay(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, RELAY_LOCK);
            try (var answer = lock.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static List<Waiting> waiting(Connection connection) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        "select position, topic, key, event from outbox order by position limit ?")) {
            select.setInt(1, BATCH_EVENTS);
            try (var row = select.executeQuery()) {
                var waiting = new ArrayList<Waiting>();
                while (row.next()) {
                    waiting.add(
                            new Waiting(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4)));
                }
                return waiting;
            }
        }
    }

    private static Iterable<Waiting> lastPerKey(List<Waiting> waiting) {
        var last = new LinkedHashMap<List<String>, Waiting>();
        waiting.forEach(event -> last.put(List.of(event.topic(), event.key()), event));
        return last.values();
    }

    private void send(Iterable<Waiting> events) {
        var sent = new ArrayList<Future<RecordMetadata>>();
        for (Waiting event : events) {
            sent.add(
                    producer()
                            .send(new ProducerRecord<>(event.topic(), event.key(), event.event())));
        }
        producer().flush();
        for (Future<RecordMetadata> future : sent) {
            try {
                future.get();
            } catch (ExecutionException failed) {
                throw new IllegalStateException(
                        "Kafka did not take an event: " + failed.getMessage(), failed);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Stopped while sending", stopping);
            }
        }
    }

    private synchronized Producer<String, String> producer() {
        if (producer == null) {
            producer = producers.open();
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(5));
        }
    }

    private record Waiting(long position, String topic, String key, String event) {}
}
