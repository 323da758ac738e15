package org.netzero.platform.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Events that wait in the database for Kafka. An event is stored in the transaction of the change
/// it tells of, so there is never one without the other; [OutboxRelay] sends it on.
@ApplicationScoped
public class Outbox {

    private final DataSource database;
    private final ObjectMapper json;
    private final Clock clock;
    private final String service;

    Outbox(
            DataSource database,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.service = service;
    }

    /// Stores a fact in the running transaction. Topics are compacted and their events carry
    /// absolute values, so of several facts about one key that wait together only the last one is
    /// sent. Who stores facts about one key concurrently must hold a row lock of that key, or their
    /// order is not defined.
    ///
    /// @param topic the stream, `energy.consumption`
    /// @param type the fact, `org.netzero.energy.consumption-totalled.v1`
    /// @param key the business id
    /// @param data what the topic's schema describes
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(String topic, String type, String key, Object data) {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                "insert into outbox (topic, key, event) values (?, ?, ?)")) {
            insert.setString(1, topic);
            insert.setString(2, key);
            insert.setString(3, json.writeValueAsString(Event.of(service, type, key, data, clock)));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseFailure("The event %s of %s".formatted(type, key), failed);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("No JSON of " + data, unwritable);
        }
    }
}
