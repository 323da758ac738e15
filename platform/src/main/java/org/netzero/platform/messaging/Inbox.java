package org.netzero.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.netzero.platform.problem.Outage;

/// Gives every event its effect exactly once: the event's id is stored in the transaction of the
/// effect, and an id that is already there has no effect. A message that cannot be read or is
/// refused is poison and goes to the dead letters; a database that is away is waited for.
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final DataSource database;
    private final ObjectMapper json;
    private final DeadLetters deadLetters;
    private final int keptDays;

    Inbox(
            DataSource database,
            ObjectMapper json,
            DeadLetters deadLetters,
            @ConfigProperty(name = "netzero.inbox.kept-days") int keptDays) {
        this.database = database;
        this.json = json;
        this.deadLetters = deadLetters;
        this.keptDays = keptDays;
    }

    /// Reads a message and gives it its effect, in one transaction, unless it had it before.
    ///
    /// @param message as Kafka holds it: a CloudEvents envelope in JSON
    /// @param dataType this consumer's own record of the fields it uses; fields it does not know
    ///   are passed over
    /// @param effect what the fact changes here; runs inside the transaction
    /// @throws PoisonMessage when the message is unreadable or the effect refuses it
    public <T> void accept(
            ConsumerRecord<String, String> message, Class<T> dataType, Consumer<T> effect) {
        Event<T> event = read(message, dataType);
        inTransaction(
                message.topic(),
                () -> {
                    if (isNew(message.topic(), event.id())) {
                        effect.accept(event.data());
                    }
                });
    }

    /// Gives many messages of one topic their effect in one transaction, leaving out those that had
    /// it before: for facts that come in thousands and whose effect costs less together. A message
    /// that is unreadable goes to the dead letters at once; where the effect refuses, the messages
    /// are tried one by one, so that only the refused ones go there.
    ///
    /// @param effect what the new facts change here, in their order; runs inside the transaction,
    ///   and never with an empty list
    public <T> void acceptAll(
            ConsumerRecords<String, String> messages, Class<T> dataType, Consumer<List<T>> effect) {
        var readable = new ArrayList<Received<T>>();
        for (ConsumerRecord<String, String> message : messages) {
            try {
                readable.add(new Received<>(message, read(message, dataType)));
            } catch (PoisonMessage unreadable) {
                deadLetters.add(message, String.valueOf(unreadable.getMessage()));
            }
        }
        try {
            acceptTogether(readable, effect);
        } catch (PoisonMessage refused) {
            LOG.debug("One of a batch was refused", refused);
            readable.forEach(one -> acceptAlone(one, effect));
        }
    }

    private record Received<T>(ConsumerRecord<String, String> message, Event<T> event) {}

    private <T> void acceptAlone(Received<T> one, Consumer<List<T>> effect) {
        try {
            acceptTogether(List.of(one), effect);
        } catch (PoisonMessage refused) {
            deadLetters.add(one.message(), String.valueOf(refused.getMessage()));
        }
    }

    private <T> void acceptTogether(List<Received<T>> readable, Consumer<List<T>> effect) {
        if (readable.isEmpty()) {
            return;
        }
        inTransaction(
                readable.getFirst().message().topic(),
                () -> {
                    List<T> fresh =
                            readable.stream()
                                    .filter(one -> isNew(one.message().topic(), one.event().id()))
                                    .map(one -> one.event().data())
                                    .toList();
                    if (!fresh.isEmpty()) {
                        effect.accept(fresh);
                    }
                });
    }

    /// Waits for a database that is away.
    ///
    /// @throws PoisonMessage when waiting will not help
    private static void inTransaction(String topic, Runnable effect) {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                QuarkusTransaction.requiringNew().run(effect);
                return;
            } catch (RuntimeException failed) {
                if (!mayPass(failed)) {
                    throw new PoisonMessage(String.valueOf(failed.getMessage()), failed);
                }
                LOG.warnf("%s waits %s for the database: %s", topic, pause, failed.getMessage());
                pause = sleep(pause);
            }
        }
    }

    private <T> Event<T> read(ConsumerRecord<String, String> message, Class<T> dataType) {
        JavaType type = json.getTypeFactory().constructParametricType(Event.class, dataType);
        ObjectReader reader =
                json.readerFor(type).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try {
            Event<T> event = reader.readValue(message.value());
            if (event.id() == null || event.data() == null) {
                throw new IllegalArgumentException("no id or no data");
            }
            return event;
        } catch (JsonProcessingException | IllegalArgumentException unreadable) {
            throw new PoisonMessage(
                    "%s at %d of partition %d is no event of this topic: %s"
                            .formatted(
                                    message.topic(),
                                    message.offset(),
                                    message.partition(),
                                    unreadable.getMessage()),
                    unreadable);
        }
    }

    private boolean isNew(String topic, UUID id) {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                "insert into inbox (topic, event_id) values (?, ?) on conflict do nothing")) {
            insert.setString(1, topic);
            insert.setObject(2, id);
            return insert.executeUpdate() == 1;
        } catch (SQLException failed) {
            throw new DatabaseFailure("The id of event " + id, failed);
        }
    }

    /// Kafka's own position makes repeats rare; ids older than any repeat are let go.
    @Scheduled(every = "24h", delayed = "1m")
    void forgetOldIds() {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    try (var connection = database.getConnection();
                            var delete =
                                    connection.prepareStatement(
                                            "delete from inbox where received_at < now() - make_interval(days => ?)")) {
                        delete.setInt(1, keptDays);
                        delete.executeUpdate();
                    } catch (SQLException failed) {
                        throw new DatabaseFailure("Old event ids", failed);
                    }
                });
    }

    private static boolean mayPass(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Outage.isOutage(sql);
            }
        }
        return failed instanceof PersistenceException
                || failed.getClass().getName().startsWith("io.quarkus.narayana");
    }

    private static Duration sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for the database", stopping);
        }
        Duration longer = pause.multipliedBy(2);
        return longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }
}
