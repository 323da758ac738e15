package org.netzero.datacenter.telemetry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.netzero.datacenter.facility.MeasuringPoints;
import org.netzero.datacenter.facility.PointsChanged;
import org.netzero.platform.database.Statements;
import org.netzero.platform.problem.InvalidInput;

/// All mapping rules. Every series that is seen for the first time asks them, so they are held in
/// memory until points or rules change.
@ApplicationScoped
class MappingRules {

    /// Each of them is tried on every new series.
    static final int MOST_RULES = 1_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> TAGS = new TypeReference<>() {};

    private static final String SELECT =
            """
            select rule_id, position, client, datacenter_id, measurement, field, tags, point, unit, live
            from mapping_rule
            """;

    private final Statements statements;
    private final MeasuringPoints points;
    private volatile @Nullable List<MappingRule> held;

    MappingRules(DataSource database, MeasuringPoints points) {
        this.statements = new Statements(database, "Mapping rules");
        this.points = points;
    }

    /// Stores a rule, in place of what was known by its id.
    ///
    /// @throws InvalidInput when there are too many
    void put(MappingRule rule) {
        points.change(() -> {
            if (stored(rule.ruleId()).isEmpty() && all().size() >= MOST_RULES) {
                throw new InvalidInput(
                        "id",
                        "TOO_MANY",
                        "there are %d rules already; one rule may be for many series"
                                .formatted(MOST_RULES));
            }
            statements.update(
                    """
                    insert into mapping_rule values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (rule_id) do update
                    set position = excluded.position, client = excluded.client,
                        datacenter_id = excluded.datacenter_id,
                        measurement = excluded.measurement, field = excluded.field,
                        tags = excluded.tags, point = excluded.point, unit = excluded.unit,
                        live = excluded.live
                    """,
                    insert -> {
                        insert.setString(1, rule.ruleId());
                        insert.setInt(2, rule.order());
                        insert.setString(3, rule.client().orElse(null));
                        insert.setString(4, rule.datacenterId().orElse(null));
                        insert.setString(5, rule.measurement().orElse(null));
                        insert.setString(6, rule.field().orElse(null));
                        insert.setString(7, text(rule));
                        insert.setString(8, rule.point().text());
                        insert.setString(9, rule.unit().orElse(null));
                        insert.setBoolean(10, rule.live());
                    });
        });
    }

    /// @throws UnknownRule when there is none
    void delete(String ruleId) {
        points.change(() -> {
            int deleted =
                    statements.update(
                            "delete from mapping_rule where rule_id = ?",
                            delete -> delete.setString(1, ruleId));
            if (deleted == 0) {
                throw new UnknownRule(ruleId);
            }
        });
    }

    /// @throws UnknownRule when there is none
    MappingRule get(String ruleId) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> stored(ruleId))
                .orElseThrow(() -> new UnknownRule(ruleId));
    }

    private Optional<MappingRule> stored(String ruleId) {
        return statements
                .query(
                        SELECT + "where rule_id = ?",
                        select -> select.setString(1, ruleId),
                        MappingRules::rule)
                .stream()
                .findFirst();
    }

    /// In the order in which they are asked.
    List<MappingRule> all() {
        return QuarkusTransaction.joiningExisting()
                .call(() ->
                        statements.query(
                                SELECT + "order by position, rule_id",
                                select -> {},
                                MappingRules::rule));
    }

    /// The names of a series by the rules that are for it, the first one that counts before the
    /// others.
    List<PointName> namesOf(SeriesName series, Sender sender) {
        return held().stream().flatMap(rule -> rule.nameOf(series, sender).stream()).toList();
    }

    /// Whether a rule is for this client alone.
    boolean nameClient(String client) {
        return held().stream().anyMatch(rule -> rule.client().filter(client::equals).isPresent());
    }

    private List<MappingRule> held() {
        List<MappingRule> known = held;
        return known == null ? hold() : known;
    }

    /// What is loaded while rules change is let go of behind it.
    private synchronized List<MappingRule> hold() {
        List<MappingRule> known = all();
        held = known;
        return known;
    }

    synchronized void forget(@Observes PointsChanged changed) {
        held = null;
    }

    private static MappingRule rule(ResultSet row) throws SQLException {
        return new MappingRule(
                row.getString(1),
                row.getInt(2),
                Optional.ofNullable(row.getString(3)),
                Optional.ofNullable(row.getString(4)),
                Optional.ofNullable(row.getString(5)),
                Optional.ofNullable(row.getString(6)),
                tags(row.getString(7)),
                PointTemplate.of(row.getString(8)).orElseThrow(),
                Optional.ofNullable(row.getString(9)),
                row.getBoolean(10));
    }

    private static SortedMap<String, String> tags(String text) {
        try {
            return JSON.readValue(text, TAGS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Tags of a mapping rule: " + text, broken);
        }
    }

    private static String text(MappingRule rule) {
        try {
            return JSON.writeValueAsString(rule.tags());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Tags of a mapping rule", impossible);
        }
    }
}
