package org.netzero.emissions.inventory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.netzero.emissions.calculation.EmissionResult;
import org.netzero.emissions.calculation.Inventory;
import org.netzero.emissions.calculation.InventoryLine;
import org.netzero.platform.database.CopyRows;
import org.netzero.platform.database.Statements;
import org.netzero.platform.digest.Sha256;
import org.netzero.platform.messaging.DatabaseFailure;

/// Versions of inventories: written once, read for ever.
@ApplicationScoped
class InventoryVersions {

    private static final int BATCH = 1_000;

    private static final String COLUMNS =
            "year, version, reason, acknowledged, content, figures_sha256, content_sha256, made_at, made_by";

    private final DataSource database;
    private final Statements statements;
    private final ObjectMapper json;

    InventoryVersions(DataSource database, ObjectMapper json) {
        this.database = database;
        this.statements = new Statements(database, "Versions of an inventory");
        this.json = json;
    }

    /// What is stored with a version beside the inventory itself.
    record Circumstances(
            Optional<String> reason, List<String> acknowledged, Instant at, String by) {}

    /// Hands on results, one after the other.
    @FunctionalInterface
    interface Source {
        void to(Consumer<EmissionResult> reader);
    }

    /// Stores an inventory as the version its view names.
    ///
    /// @param results those inside the inventory with the way to each, in its order
    /// @param beside those beside its scopes
    /// @throws RecordGone when the results are not those the inventory is the sum of
    @Transactional(Transactional.TxType.MANDATORY)
    public void store(
            InventoryView view,
            Inventory inventory,
            Source results,
            List<EmissionResult> beside,
            Circumstances circumstances) {
        int year = inventory.year();
        int version = view.storedVersion();
        String content = text(view);
        try (var connection = database.getConnection()) {
            var rows = new ResultRows(connection, year, version, content);
            results.to(result -> rows.add(result, false));
            if (!rows.sumTo(inventory)) {
                throw new RecordGone("A record");
            }
            beside.forEach(result -> rows.add(result, true));
            String contentSha256 = rows.end();
            insert(view, inventory, content, contentSha256, circumstances, connection);
        } catch (SQLException failed) {
            throw new DatabaseFailure(
                    "Version %d of the inventory of %d".formatted(version, year), failed);
        }
    }

    /// The results of a version on their way into the table, and the digest of all its content.
    private final class ResultRows {

        private final Connection connection;
        private final int year;
        private final int version;
        private final Sha256 digest;
        private CopyRows batch = new CopyRows();
        private int position;
        private BigDecimal kilograms = BigDecimal.ZERO;

        ResultRows(Connection connection, int year, int version, String inventory) {
            this.connection = connection;
            this.year = year;
            this.version = version;
            this.digest = Sha256.of(inventory);
        }

        /// Whether an inventory is the sum of the results so far.
        boolean sumTo(Inventory inventory) {
            BigDecimal whole =
                    inventory
                            .lines()
                            .map(line -> line.emission().kilograms())
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            return position == inventory.lines().mapToLong(InventoryLine::results).sum()
                    && whole.compareTo(kilograms) == 0;
        }

        void add(EmissionResult result, boolean beside) {
            kilograms = kilograms.add(result.emission().kilograms());
            String text = text(ResultContent.of(result));
            digest.add("\n" + text);
            batch.add(year)
                    .add(version)
                    .add(position)
                    .add(result.id())
                    .add(beside)
                    .add(text)
                    .endRow();
            position++;
            if (position % BATCH == 0) {
                write();
            }
        }

        private void write() {
            try {
                batch.into(
                        connection,
                        "inventory_version_result (year, version, position, result_id, beside, content)");
            } catch (SQLException failed) {
                throw new DatabaseFailure("Results of a version", failed);
            }
            batch = new CopyRows();
        }

        String end() {
            write();
            return digest.hex();
        }
    }

    private static void insert(
            InventoryView view,
            Inventory inventory,
            String content,
            String contentSha256,
            Circumstances circumstances,
            Connection connection)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        "insert into inventory_version (year, version, reason, acknowledged, content,"
                                + " figures_sha256, content_sha256, made_at, made_by, status, gwp_set)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, inventory.year());
            insert.setInt(2, view.storedVersion());
            insert.setString(3, circumstances.reason().orElse(null));
            insert.setString(4, String.join(",", circumstances.acknowledged()));
            insert.setString(5, content);
            insert.setString(6, FigureDigest.of(inventory));
            insert.setString(7, contentSha256);
            insert.setTimestamp(8, Timestamp.from(circumstances.at()));
            insert.setString(9, circumstances.by());
            insert.setString(10, view.status().name());
            insert.setString(11, inventory.gwpSet().name());
            insert.executeUpdate();
        }
    }

    /// Every version of a year, the first one first.
    @Transactional
    public List<StoredInventory> all(int year) {
        return statements.query(
                "select " + COLUMNS + " from inventory_version where year = ? order by version",
                statement -> statement.setInt(1, year),
                this::stored);
    }

    @Transactional
    public Optional<StoredInventory> find(int year, int version) {
        return statements
                .query(
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
        return statements
                .query(
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

    /// How many results a version has.
    @Transactional
    public long size(int year, int version) {
        return statements
                .query(
                        "select coalesce(max(position) + 1, 0) from inventory_version_result where year = ? and version = ?",
                        statement -> {
                            statement.setInt(1, year);
                            statement.setInt(2, version);
                        },
                        row -> row.getLong(1))
                .getFirst();
    }

    /// Results of a version, in the order of the inventory.
    ///
    /// @param after id of the result before the first one wanted; empty for the first
    /// @return at most so many; empty where the version has no result of the id
    @Transactional
    public Optional<List<ResultContent>> results(
            int year, int version, Optional<String> after, int count) {
        Optional<Integer> position =
                after.isEmpty()
                        ? Optional.of(-1)
                        : statements
                                .query(
                                        "select position from inventory_version_result where year = ? and version = ? and result_id = ?",
                                        statement -> {
                                            statement.setInt(1, year);
                                            statement.setInt(2, version);
                                            statement.setString(3, after.get());
                                        },
                                        row -> row.getInt(1))
                                .stream()
                                .findFirst();
        return position.map(last ->
                statements.query(
                        "select content from inventory_version_result where year = ? and version = ?"
                                + " and not beside and position > ? order by position limit ?",
                        statement -> {
                            statement.setInt(1, year);
                            statement.setInt(2, version);
                            statement.setInt(3, last);
                            statement.setInt(4, count);
                        },
                        row -> read(row.getString(1), ResultContent.class)));
    }

    @Transactional
    public Optional<ResultContent> result(int year, int version, String id) {
        return statements
                .query(
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
