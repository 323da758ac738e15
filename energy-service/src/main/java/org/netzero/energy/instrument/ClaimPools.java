package org.netzero.energy.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.imports.ConcurrentIntake;
import org.netzero.platform.messaging.DatabaseFailure;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// Energy that can be claimed once. Every instrument belongs to a pool, a contract to that of its
/// certificate. Whoever changes what is claimed of a pool holds it until the transaction ends.
@ApplicationScoped
class ClaimPools {

    private static final String OF_MEMBERS =
            "select distinct pool_id from claim_pool_member where instrument_id = any (?)";

    private static final String SUM_UP =
            """
            update claim_pool pool set
                energy_kwh = coalesce((select min(instrument.energy_kwh)
                    from instrument join claim_pool_member using (instrument_id)
                    where pool_id = pool.pool_id and superseded_by is null), 0),
                bought = exists (select 1 from instrument_step join claim_pool_member using (instrument_id)
                    where pool_id = pool.pool_id and step = 'BOUGHT'),
                provisional_kwh = coalesce((select sum(energy_kwh)
                    from instrument_allocation join claim_pool_member using (instrument_id)
                    where pool_id = pool.pool_id and status = 'PROVISIONAL'), 0),
                retired_kwh = coalesce((select sum(energy_kwh)
                    from instrument_allocation join claim_pool_member using (instrument_id)
                    where pool_id = pool.pool_id and status = 'RETIRED'), 0),
                expired_kwh = coalesce((select sum(energy_kwh)
                    from instrument_step join claim_pool_member using (instrument_id)
                    where pool_id = pool.pool_id and step = 'EXPIRED'), 0),
                transferred_kwh = coalesce((select sum(energy_kwh)
                    from instrument_step join claim_pool_member using (instrument_id)
                    where pool_id = pool.pool_id and step = 'TRANSFERRED'), 0)
            where pool_id in (%s)
            """
                    .formatted(OF_MEMBERS);

    private final DataSource database;

    ClaimPools(DataSource database) {
        this.database = database;
    }

    /// Makes a pool for each instrument that has none.
    @Transactional(Transactional.TxType.MANDATORY)
    void make(Collection<String> instrumentIds) {
        var inOrder = new TreeSet<>(instrumentIds);
        update(
                "insert into claim_pool (pool_id) select * from unnest(?::text[]) as new (id) where not exists (select 1 from claim_pool_member where instrument_id = id) order by 1 on conflict do nothing",
                inOrder);
        update(
                "insert into claim_pool_member (instrument_id, pool_id) select id, id from unnest(?::text[]) as new (id) order by 1 on conflict do nothing",
                inOrder);
    }

    /// Holds the pools of instruments until the transaction ends, in the order of their names.
    ///
    /// @throws ConcurrentIntake when one of them was moved to another pool meanwhile
    @Transactional(Transactional.TxType.MANDATORY)
    void hold(Collection<String> instrumentIds) {
        Set<String> held =
                new HashSet<>(
                        names(
                                "select pool_id from claim_pool where pool_id in (%s) order by pool_id for update"
                                        .formatted(OF_MEMBERS),
                                instrumentIds));
        if (!held.containsAll(names(OF_MEMBERS, instrumentIds))) {
            throw new ConcurrentIntake();
        }
    }

    /// Lets contracts claim from the pools of their certificates. All of these are held.
    ///
    /// @param certificates by the id of the contract they belong to
    @Transactional(Transactional.TxType.MANDATORY)
    void join(Map<String, String> certificates) {
        try (var connection = database.getConnection();
                var update =
                        connection.prepareStatement(
                                """
                                update claim_pool_member member set pool_id = other.pool_id
                                from unnest(?, ?) as pair (contract_id, certificate_id)
                                    join claim_pool_member other on other.instrument_id = certificate_id
                                where member.instrument_id = contract_id
                                """)) {
            List<Map.Entry<String, String>> pairs = List.copyOf(certificates.entrySet());
            update.setArray(1, SqlArray.of(connection, pairs, Map.Entry::getKey));
            update.setArray(2, SqlArray.of(connection, pairs, Map.Entry::getValue));
            update.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseFailure("The pool of an instrument", failed);
        }
    }

    /// Works the sums of the instruments' pools out anew. The pools are held.
    @Transactional(Transactional.TxType.MANDATORY)
    void sumUp(Collection<String> instrumentIds) {
        update(SUM_UP, instrumentIds);
    }

    /// What became of the energy of the pool of an instrument.
    Position position(String instrumentId) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "select "
                                        + Position.COLUMNS
                                        + " from claim_pool pool join claim_pool_member using (pool_id) where instrument_id = ?")) {
            select.setString(1, instrumentId);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    throw new UnknownInstrument(instrumentId);
                }
                return Position.of(row, 1);
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("The pool of an instrument", failed);
        }
    }

    /// Pools as they were read at once: who belongs to which, and how much of each is claimed,
    /// expired or handed on, in kWh.
    record Standing(
            Map<String, String> poolOf,
            Map<String, List<String>> members,
            Map<String, BigDecimal> usedKwh) {

        BigDecimal usedKwh(Collection<String> instrumentIds) {
            return pools(instrumentIds)
                    .map(usedKwh::get)
                    .flatMap(Stream::ofNullable)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /// The instruments that share a pool with one of these, themselves among them.
        List<String> sharing(Collection<String> instrumentIds) {
            return pools(instrumentIds)
                    .flatMap(pool -> members.getOrDefault(pool, List.of()).stream())
                    .toList();
        }

        private Stream<String> pools(Collection<String> instrumentIds) {
            return instrumentIds.stream().map(poolOf::get).flatMap(Stream::ofNullable).distinct();
        }
    }

    /// What stands of the pools of these instruments. The pools are held, or it is old at once.
    Standing standing(Collection<String> instrumentIds) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select instrument_id, pool_id, provisional_kwh + retired_kwh + expired_kwh + transferred_kwh
                                from claim_pool_member join claim_pool using (pool_id)
                                where pool_id in (%s)
                                """
                                        .formatted(OF_MEMBERS))) {
            select.setArray(1, SqlArray.of(connection, instrumentIds, id -> id));
            var standing = new Standing(new HashMap<>(), new HashMap<>(), new HashMap<>());
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    String pool = row.getString(2);
                    standing.poolOf.put(row.getString(1), pool);
                    standing.members
                            .computeIfAbsent(pool, id -> new ArrayList<>())
                            .add(row.getString(1));
                    standing.usedKwh.put(
                            pool, new Quantity(row.getBigDecimal(3), Unit.KWH).value());
                }
            }
            return standing;
        } catch (SQLException failed) {
            throw new DatabaseFailure("The pools of instruments", failed);
        }
    }

    /// Those of the instruments whose pools nothing was bought of yet.
    Set<String> notBought(Collection<String> instrumentIds) {
        return new HashSet<>(
                names(
                        "select instrument_id from claim_pool_member join claim_pool using (pool_id) where instrument_id = any (?) and not bought",
                        instrumentIds));
    }

    /// The instruments that share a pool with one of these, themselves among them.
    List<String> sharing(Collection<String> instrumentIds) {
        return names(
                "select instrument_id from claim_pool_member where pool_id in (%s) order by 1"
                        .formatted(OF_MEMBERS),
                instrumentIds);
    }

    private List<String> names(String sql, Collection<String> instrumentIds) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setArray(1, SqlArray.of(connection, instrumentIds, id -> id));
            try (var row = select.executeQuery()) {
                var names = new ArrayList<String>();
                while (row.next()) {
                    names.add(row.getString(1));
                }
                return names;
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("The pools of instruments", failed);
        }
    }

    private void update(String sql, Collection<String> instrumentIds) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.setArray(1, SqlArray.of(connection, instrumentIds, id -> id));
            update.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseFailure("The pools of instruments", failed);
        }
    }
}
