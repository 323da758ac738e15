package org.netzero.energy.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.netzero.energy.balance.Span;
import org.netzero.energy.claim.Attributes;
import org.netzero.energy.claim.Instrument;
import org.netzero.energy.claim.InstrumentKind;
import org.netzero.energy.claim.Market;
import org.netzero.energy.claim.Technology;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.imports.ConcurrentIntake;
import org.netzero.platform.imports.Intake.Insertion;
import org.netzero.platform.imports.Intake.Stored;
import org.netzero.platform.json.Decimals;
import org.netzero.platform.messaging.DatabaseFailure;

/// The instruments as they were registered, read and written a batch at a time.
@ApplicationScoped
class InstrumentTable {

    private static final String COLUMNS =
            """
            instrument_id, kind, market, technology, plant, commissioned, vintage_start, vintage_end, quantity, unit,
            tracking_system, price, currency, evidence, renewable, kg_co2e_per_kwh, attributes, certificate_id,
            carbon_credit_issued, expires_on, status, supersedes, generation_meters
            """;

    private static final String INSERT =
            """
            insert into instrument (%s, revision, energy_kwh, stored_by)
            select instrument_id, kind, market, technology, plant, commissioned::date, vintage_start::date,
                vintage_end::date, quantity::numeric, unit, tracking_system, price::numeric, currency, evidence,
                renewable::boolean, kg_co2e_per_kwh::numeric, attributes, certificate_id, carbon_credit_issued::boolean,
                expires_on::date, status, supersedes, generation_meters, revision::int, energy_kwh::numeric, ?
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                as new (%s, revision, energy_kwh)
            on conflict (instrument_id, revision) do nothing
            """
                    .formatted(COLUMNS, COLUMNS);

    private static final String SUPERSEDE =
            """
            update instrument old set superseded_by = new.sequence
            from unnest(?, ?, ?, ?) as pair (old_id, old_revision, new_id, new_revision)
            join instrument new on new.instrument_id = pair.new_id and new.revision = pair.new_revision::int
            where old.instrument_id = pair.old_id and old.revision = pair.old_revision::int
            """;

    private final DataSource database;

    InstrumentTable(DataSource database) {
        this.database = database;
    }

    /// Every revision of these ids, the oldest first.
    List<Stored<RegisteredInstrument>> named(Collection<String> instrumentIds) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "select "
                                        + COLUMNS
                                        + ", revision, superseded_by is not null from instrument where instrument_id = any (?) order by instrument_id, revision")) {
            select.setArray(1, SqlArray.of(connection, instrumentIds, id -> id));
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Stored<RegisteredInstrument>>();
                while (row.next()) {
                    RegisteredInstrument instrument = instrumentOf(row);
                    found.add(
                            new Stored<>(
                                    instrument.instrumentId(),
                                    row.getInt(24),
                                    row.getBoolean(25),
                                    instrument));
                }
                return found;
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Instruments", failed);
        }
    }

    /// The instrument of this id that stands.
    Optional<RegisteredInstrument> standing(String instrumentId) {
        return named(List.of(instrumentId)).stream()
                .filter(stored -> !stored.superseded())
                .map(Stored::content)
                .findFirst();
    }

    /// The contracts that stand and name one of these certificates as theirs.
    List<RegisteredInstrument> contractsOf(Collection<String> certificateIds) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "select "
                                        + COLUMNS
                                        + " from instrument where certificate_id = any (?) and superseded_by is null")) {
            select.setArray(1, SqlArray.of(connection, certificateIds, id -> id));
            try (var row = select.executeQuery()) {
                var found = new ArrayList<RegisteredInstrument>();
                while (row.next()) {
                    found.add(instrumentOf(row));
                }
                return found;
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Contracts of certificates", failed);
        }
    }

    /// Stores instruments and marks those they correct.
    ///
    /// @throws ConcurrentIntake when somebody else stored one of the ids at this moment
    void insert(
            List<Insertion<RegisteredInstrument, RegisteredInstrument>> unordered, String caller) {
        List<Insertion<RegisteredInstrument, RegisteredInstrument>> rows =
                unordered.stream()
                        .sorted(
                                Comparator.comparing(
                                                (Insertion<
                                                                        RegisteredInstrument,
                                                                        RegisteredInstrument>
                                                                row) -> row.record().instrumentId())
                                        .thenComparingInt(Insertion::revision))
                        .toList();
        List<Insertion<RegisteredInstrument, RegisteredInstrument>> corrections =
                rows.stream().filter(row -> row.corrected().isPresent()).toList();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(INSERT);
                var supersede = connection.prepareStatement(SUPERSEDE)) {
            bind(insert, connection, rows, caller);
            if (insert.executeUpdate() < rows.size()) {
                throw new ConcurrentIntake();
            }
            List<Stored<RegisteredInstrument>> corrected =
                    corrections.stream().map(c -> c.corrected().orElseThrow()).toList();
            supersede.setArray(1, SqlArray.of(connection, corrected, Stored::id));
            supersede.setArray(2, SqlArray.of(connection, corrected, Stored::revision));
            supersede.setArray(
                    3, SqlArray.of(connection, corrections, c -> c.record().instrumentId()));
            supersede.setArray(4, SqlArray.of(connection, corrections, Insertion::revision));
            supersede.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseFailure("Instruments", failed);
        }
    }

    private static void bind(
            PreparedStatement insert,
            Connection connection,
            List<Insertion<RegisteredInstrument, RegisteredInstrument>> rows,
            String caller)
            throws SQLException {
        List<RegisteredInstrument> of = rows.stream().map(Insertion::record).toList();
        List<Instrument> facts = of.stream().map(RegisteredInstrument::facts).toList();
        insert.setString(1, caller);
        insert.setArray(2, SqlArray.of(connection, of, RegisteredInstrument::instrumentId));
        insert.setArray(3, SqlArray.of(connection, facts, Instrument::kind));
        insert.setArray(4, SqlArray.of(connection, facts, Instrument::market));
        insert.setArray(5, SqlArray.of(connection, facts, Instrument::technology));
        insert.setArray(6, SqlArray.of(connection, of, i -> i.plant().orElse(null)));
        insert.setArray(7, SqlArray.of(connection, facts, f -> f.commissioned().orElse(null)));
        insert.setArray(8, SqlArray.of(connection, facts, f -> f.vintage().start()));
        insert.setArray(9, SqlArray.of(connection, facts, f -> f.vintage().end()));
        insert.setArray(10, SqlArray.of(connection, of, i -> i.quantity().value()));
        insert.setArray(11, SqlArray.of(connection, of, i -> i.quantity().unit()));
        insert.setArray(12, SqlArray.of(connection, facts, f -> f.trackingSystem().orElse(null)));
        insert.setArray(13, SqlArray.of(connection, of, i -> i.price().orElse(null)));
        insert.setArray(14, SqlArray.of(connection, of, i -> i.currency().orElse(null)));
        insert.setArray(15, SqlArray.of(connection, of, i -> i.evidence().orElse(null)));
        insert.setArray(16, SqlArray.of(connection, facts, f -> f.statedRenewable().orElse(null)));
        insert.setArray(
                17, SqlArray.of(connection, facts, f -> f.statedKgCo2ePerKwh().orElse(null)));
        insert.setArray(18, SqlArray.of(connection, facts, f -> f.attributes().orElse(null)));
        insert.setArray(19, SqlArray.of(connection, facts, f -> f.certificateId().orElse(null)));
        insert.setArray(
                20, SqlArray.of(connection, facts, f -> f.carbonCreditIssued().orElse(null)));
        insert.setArray(21, SqlArray.of(connection, facts, f -> f.expiresOn().orElse(null)));
        insert.setArray(22, SqlArray.of(connection, of, RegisteredInstrument::acquired));
        insert.setArray(23, SqlArray.of(connection, of, i -> i.supersedes().orElse(null)));
        insert.setArray(
                24, SqlArray.of(connection, of, i -> GenerationMeters.text(i.generationMeters())));
        insert.setArray(25, SqlArray.of(connection, rows, Insertion::revision));
        insert.setArray(26, SqlArray.of(connection, of, i -> i.quantity().energyKwh()));
    }

    /// Which instruments are wanted; what is empty does not restrict.
    record Filter(
            Optional<String> market,
            Optional<InstrumentKind> kind,
            Optional<InstrumentStatus> status) {}

    /// An instrument that stands, and what became of its energy.
    ///
    /// @param sequence its place in the list
    /// @param poolId what it shares its energy with: the same of a contract and its certificate
    record Listed(
            long sequence, RegisteredInstrument instrument, Position position, String poolId) {}

    /// The instruments that stand, in the order they were registered.
    List<Listed> after(long sequence, int count, Filter filter) {
        return listed(
                """
                and sequence > ? and (?::text is null or market = ?) and (?::text is null or kind = ?)
                and (?::text is null or %s = ?) order by sequence limit ?
                """
                        .formatted(Position.STATUS_SQL),
                (select, connection) -> {
                    select.setLong(1, sequence);
                    select.setString(2, filter.market().orElse(null));
                    select.setString(3, filter.market().orElse(null));
                    select.setString(4, filter.kind().map(Enum::name).orElse(null));
                    select.setString(5, filter.kind().map(Enum::name).orElse(null));
                    select.setString(6, filter.status().map(Enum::name).orElse(null));
                    select.setString(7, filter.status().map(Enum::name).orElse(null));
                    select.setInt(8, count);
                });
    }

    /// All that stand, in the order they were registered.
    List<Listed> all() {
        return listed("order by sequence", (select, connection) -> {});
    }

    /// Whether an instrument, or one that shares its claim, names the meters of its generation.
    boolean isMetered(String instrumentId) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select 1 from claim_pool_member own join claim_pool_member member using (pool_id)
                                join instrument on instrument.instrument_id = member.instrument_id
                                where own.instrument_id = ? and superseded_by is null and generation_meters is not null
                                """)) {
            select.setString(1, instrumentId);
            try (var row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Meters of instruments", failed);
        }
    }

    /// Those that name the meters of their generation, and those that share a claim with one.
    List<Listed> sharingWithMetered() {
        return listed(
                """
                and pool_id in (select member.pool_id from claim_pool_member member join instrument named using (instrument_id)
                    where named.superseded_by is null and named.generation_meters is not null)
                order by sequence
                """,
                (select, connection) -> {});
    }

    /// The instrument of this id that stands, with what became of its energy.
    Optional<Listed> one(String instrumentId) {
        return listed(
                        "and instrument_id = ?",
                        (select, connection) -> select.setString(1, instrumentId))
                .stream()
                .findFirst();
    }

    private List<Listed> listed(String condition, Binding binding) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "select "
                                        + COLUMNS
                                        + ", sequence, "
                                        + Position.COLUMNS
                                        + ", pool.pool_id from instrument join claim_pool_member using (instrument_id) join claim_pool pool using (pool_id) where superseded_by is null "
                                        + condition)) {
            binding.bind(select, connection);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Listed>();
                while (row.next()) {
                    found.add(
                            new Listed(
                                    row.getLong(24),
                                    instrumentOf(row),
                                    Position.of(row, 25),
                                    row.getString(31)));
                }
                return found;
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Instruments", failed);
        }
    }

    private static RegisteredInstrument instrumentOf(ResultSet row) throws SQLException {
        return new RegisteredInstrument(
                row.getString(1),
                new Instrument(
                        InstrumentKind.valueOf(row.getString(2)),
                        new Market(row.getString(3)),
                        Technology.valueOf(row.getString(4)),
                        date(row, 6),
                        new Span(
                                row.getObject(7, LocalDate.class),
                                row.getObject(8, LocalDate.class)),
                        text(row, 11),
                        flag(row, 15),
                        Optional.ofNullable(row.getBigDecimal(16)).map(Decimals::canonical),
                        text(row, 17).map(Attributes::valueOf),
                        text(row, 18),
                        flag(row, 19),
                        date(row, 20)),
                new StatedEnergy(
                        Objects.requireNonNull(row.getBigDecimal(9)),
                        Objects.requireNonNull(row.getString(10))),
                text(row, 5),
                Optional.ofNullable(row.getBigDecimal(12)),
                text(row, 13),
                text(row, 14),
                RegisteredInstrument.Acquired.valueOf(row.getString(21)),
                GenerationMeters.of(row.getString(23)),
                text(row, 22));
    }

    private static Optional<String> text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static Optional<LocalDate> date(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    private static Optional<Boolean> flag(ResultSet row, int column) throws SQLException {
        @Nullable Boolean flag = row.getObject(column, Boolean.class);
        return Optional.ofNullable(flag);
    }
}
