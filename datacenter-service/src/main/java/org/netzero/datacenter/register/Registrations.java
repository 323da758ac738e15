package org.netzero.datacenter.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.netzero.platform.database.Statements;

/// Everything registered of facilities. What was registered is never overwritten: other content
/// adds a revision, the same content adds none.
@ApplicationScoped
public class Registrations {

    private final Statements statements;
    private final ObjectMapper json;
    private final Clock clock;

    Registrations(DataSource database, ObjectMapper json, Clock clock) {
        this.statements = new Statements(database, "Registrations");
        this.json = json;
        this.clock = clock;
    }

    /// What can be registered.
    public enum Kind {
        HEAT_RECOVERY,
        TRI_GENERATION,
        FREE_COOLING,
        BASELINE
    }

    /// Something registered.
    ///
    /// @param name empty where a facility has one of the kind
    /// @param content as it was written
    public record Registered<T>(String name, int revision, T content) {}

    /// @param content what a client wrote, found right
    @Transactional
    public <T extends Record> Registered<T> put(
            String datacenterId, Kind kind, String name, T content) {
        statements.query(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                query -> query.setString(1, "registration/" + datacenterId + "/" + kind),
                row -> true);
        @SuppressWarnings("unchecked") // the class of a T
        Class<T> type = (Class<T>) content.getClass();
        Optional<Registered<T>> known = find(datacenterId, kind, name, type);
        if (known.isPresent() && known.get().content().equals(content)) {
            return known.get();
        }
        int revision = known.map(Registered::revision).orElse(0) + 1;
        statements.update(
                "insert into registration values (?, ?, ?, ?, ?, ?)",
                insert -> {
                    insert.setString(1, datacenterId);
                    insert.setString(2, kind.name());
                    insert.setString(3, name);
                    insert.setInt(4, revision);
                    insert.setString(5, write(content));
                    insert.setTimestamp(6, Timestamp.from(clock.instant()));
                });
        return new Registered<>(name, revision, content);
    }

    /// The last revision.
    @Transactional
    public <T> Optional<Registered<T>> find(
            String datacenterId, Kind kind, String name, Class<T> type) {
        return statements
                .query(
                        """
                        select name, revision, content from registration
                        where datacenter_id = ? and kind = ? and name = ?
                        order by revision desc limit 1\
                        """,
                        query -> {
                            query.setString(1, datacenterId);
                            query.setString(2, kind.name());
                            query.setString(3, name);
                        },
                        row ->
                                new Registered<>(
                                        row.getString(1),
                                        row.getInt(2),
                                        read(row.getString(3), type)))
                .stream()
                .findFirst();
    }

    /// The last revision of a kind of which a facility has one, by the ids of the facilities.
    @Transactional
    public <T> Map<String, T> ofAll(Kind kind, Class<T> type) {
        var all = new HashMap<String, T>();
        statements.query(
                """
                select distinct on (datacenter_id) datacenter_id, content from registration
                where kind = ? order by datacenter_id, revision desc\
                """,
                query -> query.setString(1, kind.name()),
                row -> all.put(row.getString(1), read(row.getString(2), type)));
        return all;
    }

    /// The last revision of each name, in the order of the names.
    @Transactional
    public <T> List<Registered<T>> all(String datacenterId, Kind kind, Class<T> type) {
        return statements.query(
                """
                select distinct on (name) name, revision, content from registration
                where datacenter_id = ? and kind = ?
                order by name, revision desc\
                """,
                query -> {
                    query.setString(1, datacenterId);
                    query.setString(2, kind.name());
                },
                row ->
                        new Registered<>(
                                row.getString(1), row.getInt(2), read(row.getString(3), type)));
    }

    private String write(Record content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A record of texts is always JSON", impossible);
        }
    }

    private <T> T read(String content, Class<T> type) {
        try {
            return json.readValue(content, type);
        } catch (JsonProcessingException changed) {
            throw new IllegalStateException(
                    "A registration cannot be read any more: " + content, changed);
        }
    }
}
