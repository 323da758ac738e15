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
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

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
    private final int keptDays;

    Inbox(
            DataSource database,
            ObjectMapper json,
            @ConfigProperty(name = "netzero.inbox.kept-days") int keptDays) {
        this.database = database;
        this.json = json;
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
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                QuarkusTransaction.requiringNew()
                        .run(() -> {
                            if (isNew(message.topic(), event.id())) {
                                effect.accept(event.data());
                            }
                        });
                return;
            } catch (RuntimeException failed) {
                if (!mayPass(failed)) {
                    throw new PoisonMessage(String.valueOf(failed.getMessage()), failed);
                }
                LOG.warnf(
                        "%s waits %s for the database: %s",
                        message.topic(), pause, failed.getMessage());
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
                return isOfTheMoment(String.valueOf(sql.getSQLState()));
            }
        }
        return failed instanceof PersistenceException
                || failed.getClass().getName().startsWith("io.quarkus.narayana");
    }

    /// Connections lost (08), resources short (53), intervention (57), serialisation and deadlock
    /// (40); anything else stays wrong.
    private static boolean isOfTheMoment(String sqlState) {
        return sqlState.equals("null")
                || sqlState.startsWith("08")
                || sqlState.startsWith("53")
                || sqlState.startsWith("57")
                || sqlState.startsWith("40");
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
