package org.netzero.energy.instrument;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.netzero.energy.balance.ClaimEffect;
import org.netzero.energy.balance.Span;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.messaging.DatabaseFailure;

/// The allocations, and what was last told of each.
@ApplicationScoped
class AllocationTable {

    private static final String SELECT =
            """
            select sequence, allocation_id, instrument_id, allocation.site_id, period_start, period_end, quantity, unit,
                effect, status, retired_on, retirement_evidence, told
            from instrument_allocation allocation
            """;

    private final DataSource database;
    private final ObjectMapper json;

    AllocationTable(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void insert(Allocation.Order order, String caller) {
        execute(
                """
                insert into instrument_allocation (allocation_id, instrument_id, site_id, period_start, period_end, quantity,
                    unit, energy_kwh, effect, status, stored_by)
                values (?, ?, ?, ?::date, ?::date, ?, ?, ?, ?, 'PROVISIONAL', ?)
                """,
                (insert, connection) -> {
                    insert.setObject(1, order.allocationId());
                    insert.setString(2, order.instrumentId());
                    insert.setString(3, order.siteId());
                    insert.setString(4, order.period().start().toString());
                    insert.setString(5, order.period().end().toString());
                    insert.setBigDecimal(6, order.quantity().value());
                    insert.setString(7, order.quantity().unit());
                    insert.setBigDecimal(8, order.energyKwh());
                    insert.setString(9, order.effect().name());
                    insert.setString(10, caller);
                });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void retire(UUID allocationId, LocalDate on, Optional<String> evidence) {
        execute(
                "update instrument_allocation set status = 'RETIRED', retired_on = ?::date, retirement_evidence = ? where allocation_id = ?",
                (update, connection) -> {
                    update.setString(1, on.toString());
                    update.setString(2, evidence.orElse(null));
                    update.setObject(3, allocationId);
                });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void withdraw(Collection<UUID> allocationIds) {
        execute(
                "update instrument_allocation set status = 'WITHDRAWN' where allocation_id = any (?::uuid[])",
                (update, connection) ->
                        update.setArray(1, SqlArray.of(connection, allocationIds, id -> id)));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void tell(InstrumentAllocated told) {
        execute(
                "update instrument_allocation set version = ?, told = ? where allocation_id = ?",
                (update, connection) -> {
                    update.setLong(1, told.version());
                    update.setString(2, written(told));
                    update.setObject(3, told.allocationId());
                });
    }

    Optional<Allocation> one(UUID allocationId) {
        return query(
                        "where allocation_id = ?",
                        (select, connection) -> select.setObject(1, allocationId))
                .stream()
                .findFirst();
    }

    /// Everything allocated of these instruments, withdrawn or not.
    List<Allocation> of(Collection<String> instrumentIds) {
        return query(
                "where instrument_id = any (?) order by sequence",
                (select, connection) ->
                        select.setArray(1, SqlArray.of(connection, instrumentIds, id -> id)));
    }

    /// The instruments with anything allocated to a site.
    List<String> instrumentsOf(String siteId) {
        return query(
                        "where allocation.site_id = ? and status <> 'WITHDRAWN'",
                        (select, connection) -> select.setString(1, siteId))
                .stream()
                .map(allocation -> allocation.order().instrumentId())
                .distinct()
                .sorted()
                .toList();
    }

    List<Allocation> after(String instrumentId, long sequence, int count) {
        return query(
                "where instrument_id = ? and sequence > ? order by sequence limit ?",
                (select, connection) -> {
                    select.setString(1, instrumentId);
                    select.setLong(2, sequence);
                    select.setInt(3, count);
                });
    }

    /// What stands of a site, or of all, and overlaps a period.
    List<Allocation> standing(Span period, Optional<String> siteId) {
        return query(
                """
                where period_start < ?::date and period_end > ?::date and status <> 'WITHDRAWN'
                    and (?::text is null or allocation.site_id = ?)
                order by sequence
                """,
                (select, connection) -> {
                    select.setString(1, period.end().toString());
                    select.setString(2, period.start().toString());
                    select.setString(3, siteId.orElse(null));
                    select.setString(4, siteId.orElse(null));
                });
    }

    /// Holds a site and the group until the transaction ends, so that what is claimed of their
    /// consumption is claimed by one at a time.
    @Transactional(Transactional.TxType.MANDATORY)
    void holdConsumption(String siteId) {
        execute(
                "select 1 from site where site_id = ? or kind = 'GROUP' order by site_id for no key update",
                (select, connection) -> select.setString(1, siteId));
    }

    private List<Allocation> query(String condition, Binding binding) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT + condition)) {
            binding.bind(select, connection);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Allocation>();
                while (row.next()) {
                    found.add(allocationOf(row));
                }
                return found;
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Allocations of instruments", failed);
        }
    }

    private Allocation allocationOf(ResultSet row) throws SQLException {
        return new Allocation(
                row.getLong(1),
                new Allocation.Order(
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        new Span(
                                row.getObject(5, LocalDate.class),
                                row.getObject(6, LocalDate.class)),
                        new StatedEnergy(
                                Objects.requireNonNull(row.getBigDecimal(7)), row.getString(8)),
                        ClaimEffect.valueOf(row.getString(9))),
                AllocationStatus.valueOf(row.getString(10)),
                Optional.ofNullable(row.getObject(11, LocalDate.class)),
                Optional.ofNullable(row.getString(12)),
                Optional.of(row.getString(13)).filter(told -> !told.isEmpty()).map(this::read));
    }

    private InstrumentAllocated read(String told) {
        try {
            return json.readValue(told, InstrumentAllocated.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("What was told cannot be read", unreadable);
        }
    }

    private String written(InstrumentAllocated told) {
        try {
            return json.writeValueAsString(told);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("No JSON of " + told, unwritable);
        }
    }

    private void execute(String sql, Binding binding) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            binding.bind(statement, connection);
            statement.execute();
        } catch (SQLException failed) {
            throw new DatabaseFailure("Allocations of instruments", failed);
        }
    }
}
