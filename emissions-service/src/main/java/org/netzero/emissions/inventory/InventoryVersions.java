package org.netzero.emissions.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.netzero.emissions.calculation.EmissionResult;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.platform.messaging.DatabaseFailure;

/// Versions of inventories: written once, read for ever.
@ApplicationScoped
class InventoryVersions {

    private static final int BATCH = 1_000;

    private static final String COLUMNS =
            "year, version, reason, acknowledged, content, figures_sha256, content_sha256, made_at, made_by";

    private final DataSource database;
    private final ObjectMapper json;

    InventoryVersions(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /// What is stored with a version beside the inventory itself.
    record Circumstances(
            Optional<String> reason, List<String> acknowledged, Instant at, String by) {}

    /// Stores an inventory as the version its view names.
    @Transactional(Transactional.TxType.MANDATORY)
    public void store(InventoryView view, Inventory inventory, Circumstances circumstances) {
        int year = inventory.year();
        int version = view.storedVersion();
        String content = text(view);
        MessageDigest digest = FigureDigest.sha256();
        digest.update(FigureDigest.bytes(content));
        List<EmissionResult> every = inventory.everyResult().toList();
        List<String> results = new ArrayList<>();
        for (EmissionResult result : every) {
            String text = text(ResultContent.of(result));
            digest.update(FigureDigest.bytes("\n" + text));
            results.add(text);
        }
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                "insert into inventory_version (year, version, reason, acknowledged, content,"
                                        + " figures_sha256, content_sha256, made_at, made_by, status, gwp_set)"
                                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                var insertResult =
                        connection.prepareStatement(
                                "insert into inventory_version_result (year, version, position, result_id, beside, content)"
                                        + " values (?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, year);
            insert.setInt(2, version);
            insert.setString(3, circumstances.reason().orElse(null));
            insert.setString(4, String.join(",", circumstances.acknowledged()));
            insert.setString(5, content);
            insert.setString(6, FigureDigest.of(inventory));
            insert.setString(7, HexFormat.of().formatHex(digest.digest()));
            insert.setTimestamp(8, Timestamp.from(circumstances.at()));
            insert.setString(9, circumstances.by());
            insert.setString(10, view.status().name());
            insert.setString(11, inventory.gwpSet().name());
            insert.executeUpdate();
            for (int i = 0; i < results.size(); i++) {
                insertResult.setInt(1, year);
                insertResult.setInt(2, version);
                insertResult.setInt(3, i);
                insertResult.setString(4, every.get(i).id().toString());
                insertResult.setBoolean(5, i >= inventory.results().size());
                insertResult.setString(6, results.get(i));
                insertResult.addBatch();
                if ((i + 1) % BATCH == 0) {
                    insertResult.executeBatch();
                }
            }
            insertResult.executeBatch();
        } catch (SQLException failed) {
            throw new DatabaseFailure(
                    "Version %d of the inventory of %d".formatted(version, year), failed);
        }
    }

    /// Every version of a year, the first one first.
    @Transactional
    public List<StoredInventory> all(int year) {
        return query(
                "select " + COLUMNS + " from inventory_version where year = ? order by version",
                statement -> statement.setInt(1, year),
                this::stored);
    }

    @Transactional
    public Optional<StoredInventory> find(int year, int version) {
        return query(
                        "select "
                                + COLUMNS
                                + " from inventory_version where year = ? and version = ?",
                        statement -> {
                            statement.setInt(1, year);
                            statement.setInt(2, version);
                        },
                        this::stored)
                .stream()
                .findFirst();
    }

    @Transactional
    public Optional<StoredInventory> latest(int year) {
        return latestBefore(year, Instant.parse("9999-01-01T00:00:00Z"));
    }

    /// The latest version that was stored before a moment.
    @Transactional
    public Optional<StoredInventory> latestBefore(int year, Instant moment) {
        return query(
                        "select "
                                + COLUMNS
                                + " from inventory_version where year = ? and made_at < ? order by version desc limit 1",
                        statement -> {
                            statement.setInt(1, year);
                            statement.setTimestamp(2, Timestamp.from(moment));
                        },
                        this::stored)
                .stream()
                .findFirst();
    }

    /// The results of a version, in the order of the inventory.
    @Transactional
    public List<ResultContent> results(int year, int version) {
        return query(
                "select content from inventory_version_result where year = ? and version = ? and not beside order by position",
                statement -> {
                    statement.setInt(1, year);
                    statement.setInt(2, version);
                },
                row -> read(row.getString(1), ResultContent.class));
    }

    @Transactional
    public Optional<ResultContent> result(int year, int version, String id) {
        return query(
                        "select content from inventory_version_result where year = ? and version = ? and result_id = ?",
                        statement -> {
                            statement.setInt(1, year);
                            statement.setInt(2, version);
                            statement.setString(3, id);
                        },
                        row -> read(row.getString(1), ResultContent.class))
                .stream()
                .findFirst();
    }

    @FunctionalInterface
    private interface Binding {
        void to(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Binding binding, Row<T> row) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.to(statement);
            var rows = new ArrayList<T>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(row.read(found));
                }
            }
            return rows;
        } catch (SQLException failed) {
            throw new DatabaseFailure("Versions of an inventory", failed);
        }
    }

    private StoredInventory stored(ResultSet row) throws SQLException {
        String content = row.getString("content");
        String acknowledged = row.getString("acknowledged");
        return new StoredInventory(
                row.getInt("year"),
                row.getInt("version"),
                Optional.ofNullable(row.getString("reason")),
                acknowledged.isEmpty() ? List.of() : List.of(acknowledged.split(",", -1)),
                content,
                read(content, InventoryView.class),
                row.getString("figures_sha256"),
                row.getString("content_sha256"),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by"));
    }

    private String text(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("No JSON of " + content, unwritable);
        }
    }

    /// What a later release no longer knows is passed over: the stored text keeps it.
    private <T> T read(String content, Class<T> type) {
        try {
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(content);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A stored inventory is unreadable", unreadable);
        }
    }
}
