package org.netzero.energy.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.messaging.DatabaseFailure;
import org.netzero.quantities.Quantity;
import org.netzero.quantities.Unit;

/// The steps of instruments: appended, never changed.
@ApplicationScoped
class StepTable {

    private final DataSource database;

    StepTable(DataSource database) {
        this.database = database;
    }

    /// A step that was taken.
    ///
    /// @param allocationId the allocation it is about
    /// @param energyKwh of how much
    /// @param on the day on which it happened, which may lie before it was told
    /// @param note evidence, or a reason
    record Taken(
            String instrumentId,
            Step step,
            Optional<String> allocationId,
            BigDecimal energyKwh,
            LocalDate on,
            Optional<String> note) {

        Taken {
            energyKwh = new Quantity(energyKwh, Unit.KWH).value();
        }
    }

    /// A step as it stands on file.
    record Filed(long sequence, Taken taken, String storedBy, Instant storedAt) {}

    @Transactional(Transactional.TxType.MANDATORY)
    void add(Collection<Taken> steps, String caller) {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                """
                                insert into instrument_step (instrument_id, step, allocation_id, energy_kwh, on_day, note, stored_by)
                                select id, step, allocation::uuid, energy::numeric, day::date, note, ?
                                from unnest(?, ?, ?, ?, ?, ?) as new (id, step, allocation, energy, day, note)
                                """)) {
            insert.setString(1, caller);
            insert.setArray(2, SqlArray.of(connection, steps, Taken::instrumentId));
            insert.setArray(3, SqlArray.of(connection, steps, Taken::step));
            insert.setArray(
                    4, SqlArray.of(connection, steps, step -> step.allocationId().orElse(null)));
            insert.setArray(
                    5, SqlArray.of(connection, steps, step -> step.energyKwh().toPlainString()));
            insert.setArray(6, SqlArray.of(connection, steps, Taken::on));
            insert.setArray(7, SqlArray.of(connection, steps, step -> step.note().orElse(null)));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new DatabaseFailure("Steps of instruments", failed);
        }
    }

    /// The steps of an instrument, in the order in which they were told.
    List<Filed> after(String instrumentId, long sequence, int count) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                """
                                select sequence, step, allocation_id::text, energy_kwh, on_day, note, stored_by, stored_at
                                from instrument_step where instrument_id = ? and sequence > ? order by sequence limit ?
                                """)) {
            select.setString(1, instrumentId);
            select.setLong(2, sequence);
            select.setInt(3, count);
            try (var row = select.executeQuery()) {
                var found = new ArrayList<Filed>();
                while (row.next()) {
                    found.add(
                            new Filed(
                                    row.getLong(1),
                                    new Taken(
                                            instrumentId,
                                            Step.valueOf(row.getString(2)),
                                            Optional.ofNullable(row.getString(3)),
                                            row.getBigDecimal(4),
                                            row.getObject(5, LocalDate.class),
                                            Optional.ofNullable(row.getString(6))),
                                    row.getString(7),
                                    row.getObject(8, OffsetDateTime.class).toInstant()));
                }
                return found;
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Steps of instruments", failed);
        }
    }
}
