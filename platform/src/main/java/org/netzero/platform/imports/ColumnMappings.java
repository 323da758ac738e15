package org.netzero.platform.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.netzero.platform.database.Statements;
import org.netzero.platform.database.TurnTaking;
import org.netzero.platform.input.Fields;
import org.netzero.platform.messaging.DatabaseFailure;
import org.netzero.platform.problem.InvalidInput;

/// The mappings of columns that were stated, by kind of import and name. A mapping that is stated
/// anew is a revision of its own; the last one counts for files that come from then on.
@ApplicationScoped
public class ColumnMappings {

    private final DataSource database;
    private final Statements statements;
    private final ObjectMapper json;
    private final Clock clock;
    private final int maxMappings;
    private final int maxRevisions;

    /// @param maxMappings how many of a kind are kept
    /// @param maxRevisions how many times one may be stated
    ColumnMappings(
            DataSource database,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "netzero.imports.max-mappings") int maxMappings,
            @ConfigProperty(name = "netzero.imports.max-mapping-revisions") int maxRevisions) {
        this.database = database;
        this.statements = new Statements(database, "The mappings");
        this.json = json;
        this.clock = clock;
        this.maxMappings = maxMappings;
        this.maxRevisions = maxRevisions;
    }

    /// A mapping on file.
    ///
    /// @param revision 1, and one more for each time it was stated anew
    public record Named(
            String name, int revision, Instant statedAt, String statedBy, StatedMapping mapping) {}

    /// @throws InvalidInput naming everything that is wrong with the name or the mapping
    /// @throws TooManyMappings when as many are on file as are kept
    public Named put(ImportKind kind, String name, StatedMapping stated, String statedBy) {
        var fields = new Fields(Map.of("name", name));
        fields.id("name");
        fields.refuseIfInvalid();
        ColumnMapping.of(stated, kind);
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    takeTurn(kind);
                    List<Named> all = list(kind);
                    Optional<Named> last = named(all, name);
                    if (last.filter(known -> known.mapping().equals(stated)).isPresent()) {
                        return last.get();
                    }
                    checkRoom(kind, name, all.size(), last);
                    var next =
                            new Named(
                                    name,
                                    last.map(Named::revision).orElse(0) + 1,
                                    clock.instant(),
                                    statedBy,
                                    stated);
                    insert(kind, next);
                    return next;
                });
    }

    private void takeTurn(ImportKind kind) {
        try (var connection = database.getConnection()) {
            TurnTaking.take(connection, "column_mapping " + kind.name());
        } catch (SQLException failed) {
            throw new DatabaseFailure("The mapping", failed);
        }
    }

    private void checkRoom(ImportKind kind, String name, int all, Optional<Named> last) {
        if (last.isEmpty() && all >= maxMappings) {
            throw TooManyMappings.ofKind(kind, maxMappings);
        }
        if (last.filter(known -> known.revision() >= maxRevisions).isPresent()) {
            throw TooManyMappings.ofName(name, maxRevisions);
        }
    }

    private void insert(ImportKind kind, Named mapping) {
        statements.update(
                "insert into column_mapping (kind, name, revision, content, stated_at, stated_by) values (?, ?, ?, ?, ?, ?)",
                insert -> {
                    insert.setString(1, kind.name());
                    insert.setString(2, mapping.name());
                    insert.setInt(3, mapping.revision());
                    insert.setString(4, text(mapping.mapping()));
                    insert.setTimestamp(5, Timestamp.from(mapping.statedAt()));
                    insert.setString(6, mapping.statedBy());
                });
    }

    public Optional<Named> find(ImportKind kind, String name) {
        return named(list(kind), name);
    }

    private static Optional<Named> named(List<Named> all, String name) {
        return all.stream().filter(mapping -> mapping.name().equals(name)).findFirst();
    }

    /// @throws InvalidInput when there is none of this name
    public Named mustFind(ImportKind kind, String name) {
        return find(kind, name)
                .orElseThrow(() ->
                        new InvalidInput(
                                "mapping",
                                "UNKNOWN_MAPPING",
                                "there is no mapping '%s'; state it with PUT /api/imports/%s/mappings/%s"
                                        .formatted(name, kind.name(), name)));
    }

    /// In the order of their names.
    public List<Named> list(ImportKind kind) {
        return statements.query(
                """
                select distinct on (name) name, revision, stated_at, stated_by, content
                from column_mapping where kind = ? order by name, revision desc
                """,
                select -> select.setString(1, kind.name()),
                row ->
                        new Named(
                                row.getString(1),
                                row.getInt(2),
                                row.getTimestamp(3).toInstant(),
                                row.getString(4),
                                stated(row.getString(5))));
    }

    String text(StatedMapping mapping) {
        try {
            return json.writeValueAsString(mapping);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A mapping is texts only", impossible);
        }
    }

    StatedMapping stated(String text) {
        try {
            return json.readValue(text, StatedMapping.class);
        } catch (JsonProcessingException otherVersion) {
            throw new IllegalStateException("A stored mapping cannot be read", otherVersion);
        }
    }
}
