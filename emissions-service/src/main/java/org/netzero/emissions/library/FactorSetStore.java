package org.netzero.emissions.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
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
import org.netzero.emissions.factor.PriceBasis;
import org.netzero.emissions.factor.Purpose;
import org.netzero.emissions.quality.HalfWidth;
import org.netzero.platform.database.Statements;
import org.netzero.platform.messaging.DatabaseFailure;
import org.netzero.quantities.GwpSet;
import org.netzero.quantities.Intensity;
import org.netzero.quantities.Unit;

/// Factor sets in the database, written and read as a whole: plain JDBC batches.
@ApplicationScoped
class FactorSetStore {

    private final DataSource database;
    private final ObjectMapper json;

    FactorSetStore(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /// How a set stands.
    enum Status {
        /// Part of the product.
        SHIPPED,
        /// The company's own, not counted yet.
        DRAFT,
        /// The company's own, counted since the day of its adoption.
        ADOPTED
    }

    /// A set without its factors.
    ///
    /// @param factors how many it has
    record StoredSet(
            String version,
            Status status,
            String title,
            String publisher,
            String licence,
            int factors,
            Instant created,
            Optional<String> createdBy,
            Optional<Instant> adopted,
            Optional<String> adoptedBy,
            LoadReport report) {}

    /// The versions of shipped sets and the hashes of their contents.
    Map<String, String> shipped() {
        return inDatabase(connection -> {
            var contents = new HashMap<String, String>();
            query(
                    connection,
                    "select version, content_sha256 from factor_set where status = ?",
                    Status.SHIPPED.name(),
                    row -> contents.put(row.getString(1), row.getString(2)));
            return contents;
        });
    }

    /// Takes the set's version, or finds it taken. Runs in the caller's transaction.
    ///
    /// @return the content hash under which the version is stored by somebody else; empty if it is
    ///   ours to fill
    Optional<String> claim(FactorSet set) {
        return inDatabase(connection -> {
            try (var insert =
                    connection.prepareStatement(
                            """
                            insert into factor_set (version, content_sha256, title, publisher, licence, report)
                            values (?, ?, ?, ?, ?, ?) on conflict do nothing\
                            """)) {
                bind(
                        insert,
                        set.version(),
                        set.contentSha256(),
                        set.title(),
                        set.publisher(),
                        set.licence(),
                        text(set.report()));
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
            insertFactors(connection, set.version(), set.factors());
            insertProperties(connection, set);
            return set;
        });
    }

    /// Stores more factors of a set. Runs in the caller's transaction.
    void add(String version, List<EmissionFactor> factors) {
        inDatabase(connection -> {
            insertFactors(connection, version, factors);
            return factors;
        });
    }

    /// Whether the shipped sets were stored by a service that read the ranges of their sources.
    boolean hasRanges() {
        return inDatabase(connection ->
                query(
                                connection,
                                """
                                select exists (select 1 from emission_factor f join factor_set s on s.version = f.set_version
                                    where s.status = ? and f.uncertainty is not null)\
                                """,
                                Status.SHIPPED.name(),
                                row -> row.getBoolean(1))
                        .getFirst());
    }

    /// Adds the ranges of a set to its factors that were stored without. Runs in the caller's
    /// transaction.
    void addRanges(FactorSet set) {
        inDatabase(connection -> {
            try (var update =
                    connection.prepareStatement(
                            "update emission_factor set uncertainty = ? where set_version = ? and factor_id = ? and uncertainty is null")) {
                for (EmissionFactor factor : set.factors()) {
                    if (factor.uncertainty().isPresent()) {
                        add(update, factor.uncertainty().get().share(), set.version(), factor.id());
                    }
                }
                return update.executeBatch();
            }
        });
    }

    private static void insertFactors(
            Connection connection, String version, List<EmissionFactor> all) throws SQLException {
        try (var factors =
                        connection.prepareStatement(
                                "insert into emission_factor values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                var gases =
                        connection.prepareStatement(
                                "insert into factor_gas values (?, ?, ?, ?, ?, ?, ?)")) {
            for (EmissionFactor factor : all) {
                Optional<PriceBasis> prices = factor.priceBasis();
                add(
                        factors,
                        version,
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
                        factor.source().notes(),
                        prices.map(PriceBasis::currency).orElse(null),
                        prices.map(PriceBasis::year).orElse(null),
                        prices.map(basis -> basis.kind().name()).orElse(null),
                        factor.supersedes().orElse(null),
                        factor.uncertainty().map(HalfWidth::share).orElse(null));
                for (GasIntensity gas : factor.gases()) {
                    add(
                            gases,
                            version,
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
            var sources = new HashMap<FactorSource, FactorSource>();
            List<EmissionFactor> factors =
                    query(
                            connection,
                            "select * from emission_factor where set_version = ? order by factor_id",
                            version,
                            row ->
                                    factor(
                                            row,
                                            gases.getOrDefault(
                                                    row.getString("factor_id"), List.of()),
                                            sources));
            return query(
                            connection,
                            "select * from factor_set where version = ?",
                            version,
                            row -> set(connection, row, factors))
                    .getFirst();
        });
    }

    private FactorSet set(Connection connection, ResultSet row, List<EmissionFactor> factors)
            throws SQLException {
        String version = row.getString("version");
        return new FactorSet(
                version,
                row.getString("content_sha256"),
                row.getString("title"),
                row.getString("publisher"),
                row.getString("licence"),
                factors,
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
                        version),
                report(row.getString("report")));
    }

    /// How sets stand, shipped ones and own ones, in the order of their versions.
    List<StoredSet> sets() {
        return inDatabase(connection ->
                query(
                        connection,
                        """
                        select s.*, (select count(*) from emission_factor f where f.set_version = s.version) as factors
                        from factor_set s where s.status = any (string_to_array(?, ' ')) order by s.version\
                        """,
                        "SHIPPED DRAFT ADOPTED",
                        this::stored));
    }

    /// Runs in the caller's transaction, and keeps others from changing the set meanwhile.
    Optional<StoredSet> lock(String version) {
        return inDatabase(connection ->
                query(
                                connection,
                                """
                                select s.*, (select count(*) from emission_factor f where f.set_version = s.version) as factors
                                from factor_set s where s.version = ? for update\
                                """,
                                version,
                                this::stored)
                        .stream()
                        .findFirst());
    }

    private StoredSet stored(ResultSet row) throws SQLException {
        return new StoredSet(
                row.getString("version"),
                Status.valueOf(row.getString("status")),
                row.getString("title"),
                row.getString("publisher"),
                row.getString("licence"),
                row.getInt("factors"),
                row.getObject("loaded_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("created_by")),
                Optional.ofNullable(row.getObject("adopted_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getString("adopted_by")),
                report(row.getString("report")));
    }

    /// Lets one transaction at a time draft factors, so that an id is taken once.
    void lockDrafts() {
        inDatabase(connection ->
                query(
                        connection,
                        "select pg_advisory_xact_lock(hashtext(?))::text",
                        "factor drafts",
                        row -> row.getString(1)));
    }

    /// Opens a draft unless the version is taken. Runs in the caller's transaction.
    void openDraft(String version, String title, String createdBy) {
        update(
                "insert into factor_set (version, content_sha256, title, status, created_by) values (?, '', ?, 'DRAFT', ?) on conflict do nothing",
                version,
                title,
                createdBy);
    }

    /// Makes a draft count: its factors are known from the day on. Runs in the caller's
    /// transaction.
    void adopt(String version, LocalDate today, Instant now, String adoptedBy) {
        update(
                "update emission_factor set published = greatest(published, ?) where set_version = ?",
                today,
                version);
        update(
                "update factor_set set status = 'ADOPTED', adopted_at = ?, adopted_by = ? where version = ?",
                OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                adoptedBy,
                version);
    }

    /// Removes a draft. Runs in the caller's transaction.
    void discard(String version) {
        update("delete from factor_gas where set_version = ?", version);
        update("delete from emission_factor where set_version = ?", version);
        update("delete from factor_set where version = ?", version);
    }

    /// The versions of adopted sets in the order of their adoption.
    List<String> adopted() {
        return inDatabase(connection ->
                query(
                        connection,
                        "select version from factor_set where status = ? order by adopted_at, version",
                        Status.ADOPTED.name(),
                        row -> row.getString(1)));
    }

    /// Which set each of the ids is in, of those that are in one.
    Map<String, String> setsOf(Collection<String> ids) {
        return inDatabase(connection -> {
            var found = new HashMap<String, String>();
            try (var select =
                    connection.prepareStatement(
                            "select factor_id, set_version from emission_factor where factor_id = any (?)")) {
                select.setArray(1, connection.createArrayOf("text", ids.toArray()));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.put(row.getString(1), row.getString(2));
                    }
                }
            }
            return found;
        });
    }

    /// A factor that supersedes another.
    ///
    /// @param set the version of the set it is in
    record Correction(String corrected, String factorId, String set, Status status) {}

    /// What supersedes any of the ids, in drafts too.
    List<Correction> correctionsOf(Collection<String> ids) {
        return inDatabase(connection -> {
            try (var select =
                    connection.prepareStatement(
                            """
                            select f.supersedes, f.factor_id, s.version, s.status
                            from emission_factor f join factor_set s on s.version = f.set_version
                            where f.supersedes = any (?) order by f.factor_id\
                            """)) {
                select.setArray(1, connection.createArrayOf("text", ids.toArray()));
                return Statements.rows(
                        select,
                        row ->
                                new Correction(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        Status.valueOf(row.getString(4))));
            }
        });
    }

    private void update(String sql, @Nullable Object... values) {
        inDatabase(connection -> {
            try (var update = connection.prepareStatement(sql)) {
                bind(update, values);
                return update.executeUpdate();
            }
        });
    }

    private String text(LoadReport report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("No JSON of " + report, unwritable);
        }
    }

    private LoadReport report(String text) {
        try {
            return json.readValue(text, LoadReport.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("No load report: " + text, unreadable);
        }
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

    private static EmissionFactor factor(
            ResultSet row, List<GasIntensity> gases, Map<FactorSource, FactorSource> sources)
            throws SQLException {
        FactorSource source = source(row);
        @Nullable String currency = row.getString("price_currency");
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
                sources.computeIfAbsent(source, key -> key),
                currency == null
                        ? Optional.empty()
                        : Optional.of(
                                new PriceBasis(
                                        currency,
                                        row.getInt("price_year"),
                                        PriceBasis.Kind.valueOf(row.getString("price_kind")))),
                Optional.ofNullable(row.getBigDecimal("uncertainty")).map(HalfWidth::new),
                Optional.ofNullable(row.getString("supersedes")));
    }

    private static FactorSource source(ResultSet row) throws SQLException {
        return new FactorSource(
                row.getString("publisher"),
                row.getString("source"),
                row.getObject("published", LocalDate.class),
                row.getString("licence"),
                row.getString("confidence"),
                row.getString("notes"));
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
            Connection connection, String sql, String version, Statements.Row<T> read)
            throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, version);
            return Statements.rows(select, read);
        }
    }

    private <T> T inDatabase(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.in(connection);
        } catch (SQLException failed) {
            throw new DatabaseFailure("The factor set", failed);
        }
    }

    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }
}
