package org.netzero.emissions.library;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.netzero.emissions.factor.Density;
import org.netzero.emissions.factor.EmissionFactor;
import org.netzero.emissions.factor.FactorSource;
import org.netzero.emissions.factor.GasIntensity;
import org.netzero.emissions.factor.Potentials;
import org.netzero.emissions.factor.Purpose;
import org.netzero.platform.messaging.DatabaseFailure;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Intensity;
import org.netzero.quantities.Unit;

/// Factor sets in the database, written and read as a whole: plain JDBC batches.
@ApplicationScoped
class FactorSetStore {

    private final DataSource database;

    FactorSetStore(DataSource database) {
        this.database = database;
    }

    /// Takes the set's version, or finds it taken. Runs in the caller's transaction.
    ///
    /// @return the content hash under which the version is stored by somebody else; empty if it is
    ///   ours to fill
    Optional<String> claim(FactorSet set) {
        return inDatabase(connection -> {
            try (var insert =
                    connection.prepareStatement(
                            "insert into factor_set (version, content_sha256) values (?, ?) on conflict do nothing")) {
                bind(insert, set.version(), set.contentSha256());
                if (insert.executeUpdate() == 1) {
                    return Optional.empty();
                }
            }
            return Optional.of(
                    query(
                                    connection,
                                    "select content_sha256 from factor_set where version = ?",
                                    set.version(),
                                    row -> row.getString(1))
                            .getFirst());
        });
    }

    /// Stores what the set holds. Runs in the caller's transaction.
    void fill(FactorSet set) {
        inDatabase(connection -> {
            insertFactors(connection, set);
            insertProperties(connection, set);
            return set;
        });
    }

    private static void insertFactors(Connection connection, FactorSet set) throws SQLException {
        try (var factors =
                        connection.prepareStatement(
                                "insert into emission_factor values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                var gases =
                        connection.prepareStatement(
                                "insert into factor_gas values (?, ?, ?, ?, ?, ?, ?)")) {
            for (EmissionFactor factor : set.factors()) {
                add(
                        factors,
                        set.version(),
                        factor.id(),
                        factor.activity(),
                        factor.name(),
                        factor.purpose().name(),
                        factor.region(),
                        factor.validFrom(),
                        factor.validTo().orElse(null),
                        factor.source().publisher(),
                        factor.source().document(),
                        factor.source().published(),
                        factor.source().licence(),
                        factor.source().confidence(),
                        factor.source().notes());
                for (GasIntensity gas : factor.gases()) {
                    add(
                            gases,
                            set.version(),
                            factor.id(),
                            gas.gas(),
                            gas.gwpSet().map(Enum::name).orElse(null),
                            gas.intensity().value(),
                            gas.intensity().unit().symbol(),
                            gas.intensity().per().symbol());
                }
            }
            factors.executeBatch();
            gases.executeBatch();
        }
    }

    private static void insertProperties(Connection connection, FactorSet set) throws SQLException {
        try (var potentials =
                        connection.prepareStatement(
                                "insert into global_warming_potential values (?, ?, ?, ?, ?)");
                var densities =
                        connection.prepareStatement(
                                "insert into density values (?, ?, ?, ?, ?, ?, ?, ?)");
                var regions =
                        connection.prepareStatement("insert into grid_region values (?, ?, ?)");
                var names =
                        connection.prepareStatement("insert into activity_name values (?, ?, ?)")) {
            for (Potentials.Potential p : set.potentials()) {
                add(potentials, set.version(), p.gas(), p.set().name(), p.value(), p.source());
            }
            for (Density density : set.densities()) {
                add(
                        densities,
                        set.version(),
                        density.id(),
                        density.activity(),
                        density.intensity().value(),
                        density.intensity().unit().symbol(),
                        density.intensity().per().symbol(),
                        density.provenance(),
                        density.source());
            }
            for (var region : set.gridRegionOfProvince().entrySet()) {
                add(regions, set.version(), region.getKey(), region.getValue());
            }
            for (var name : set.activityOfAlias().entrySet()) {
                add(names, set.version(), name.getKey(), name.getValue());
            }
            potentials.executeBatch();
            densities.executeBatch();
            regions.executeBatch();
            names.executeBatch();
        }
    }

    /// The set as it is stored under a version.
    FactorSet read(String version) {
        return inDatabase(connection -> {
            Map<String, List<GasIntensity>> gases = gases(connection, version);
            return new FactorSet(
                    version,
                    query(
                                    connection,
                                    "select content_sha256 from factor_set where version = ?",
                                    version,
                                    row -> row.getString(1))
                            .getFirst(),
                    query(
                            connection,
                            "select * from emission_factor where set_version = ?",
                            version,
                            row ->
                                    factor(
                                            row,
                                            gases.getOrDefault(
                                                    row.getString("factor_id"), List.of()))),
                    query(
                            connection,
                            "select * from global_warming_potential where set_version = ?",
                            version,
                            FactorSetStore::potential),
                    query(
                            connection,
                            "select * from density where set_version = ?",
                            version,
                            FactorSetStore::density),
                    pairs(
                            connection,
                            "select province, region from grid_region where set_version = ?",
                            version),
                    pairs(
                            connection,
                            "select alias, activity from activity_name where set_version = ?",
                            version));
        });
    }

    private static Map<String, List<GasIntensity>> gases(Connection connection, String version)
            throws SQLException {
        var gases = new HashMap<String, List<GasIntensity>>();
        query(
                connection,
                "select * from factor_gas where set_version = ? order by factor_id, gas",
                version,
                row ->
                        gases.computeIfAbsent(row.getString("factor_id"), id -> new ArrayList<>())
                                .add(
                                        new GasIntensity(
                                                row.getString("gas"),
                                                Optional.ofNullable(row.getString("gwp_set"))
                                                        .map(GwpSet::valueOf),
                                                intensity(row))));
        return gases;
    }

    private static EmissionFactor factor(ResultSet row, List<GasIntensity> gases)
            throws SQLException {
        return new EmissionFactor(
                row.getString("factor_id"),
                row.getString("set_version"),
                row.getString("activity"),
                row.getString("name"),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("region"),
                row.getObject("valid_from", LocalDate.class),
                Optional.ofNullable(row.getObject("valid_to", LocalDate.class)),
                gases,
                new FactorSource(
                        row.getString("publisher"),
                        row.getString("source"),
                        row.getObject("published", LocalDate.class),
                        row.getString("licence"),
                        row.getString("confidence"),
                        row.getString("notes")));
    }

    private static Potentials.Potential potential(ResultSet row) throws SQLException {
        return new Potentials.Potential(
                row.getString("gas"),
                GwpSet.valueOf(row.getString("gwp_set")),
                row.getBigDecimal("value"),
                row.getString("source"));
    }

    private static Density density(ResultSet row) throws SQLException {
        return new Density(
                row.getString("density_id"),
                row.getString("activity"),
                intensity(row),
                row.getString("provenance"),
                row.getString("source"));
    }

    private static Intensity intensity(ResultSet row) throws SQLException {
        return new Intensity(
                row.getBigDecimal("value"),
                Unit.parse(row.getString("unit")),
                Unit.parse(row.getString("per")));
    }

    private static Map<String, String> pairs(Connection connection, String sql, String version)
            throws SQLException {
        var pairs = new HashMap<String, String>();
        query(connection, sql, version, row -> pairs.put(row.getString(1), row.getString(2)));
        return pairs;
    }

    private static void add(PreparedStatement insert, @Nullable Object... values)
            throws SQLException {
        bind(insert, values);
        insert.addBatch();
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static <T extends @Nullable Object> List<T> query(
            Connection connection, String sql, String version, Row<T> read) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, version);
            try (ResultSet row = select.executeQuery()) {
                var found = new ArrayList<T>();
                while (row.next()) {
                    found.add(read.of(row));
                }
                return found;
            }
        }
    }

    private <T> T inDatabase(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.in(connection);
        } catch (SQLException failed) {
            throw new DatabaseFailure("The factor set", failed);
        }
    }

    private interface Row<T extends @Nullable Object> {
        T of(ResultSet row) throws SQLException;
    }

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }
}
