package org.netzero.energy.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.netzero.energy.balance.Series;
import org.netzero.energy.claim.HourlyEvidence;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.messaging.DatabaseFailure;

/// What hours say of allocations, and which sites' allocations are to be compared anew.
@ApplicationScoped
class HourlyEvidenceTable {

    private static final String METERS =
            "string_to_array(generation_meters, ';') && array(select meter_id from meter where site_id = ? and carrier = ? and source = ?)";

    private final DataSource database;

    HourlyEvidenceTable(DataSource database) {
        this.database = database;
    }

    /// Empty when hours were not compared yet.
    Optional<HourlyEvidence> of(UUID allocationId) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "select generated_kwh, matched_kwh, reason, impossible from instrument_allocation_hours where allocation_id = ?")) {
            select.setObject(1, allocationId);
            try (var row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                String reason = row.getString(3);
                if (reason == null) {
                    return Optional.of(
                            new HourlyEvidence.Compared(
                                    Objects.requireNonNull(row.getBigDecimal(1)),
                                    Objects.requireNonNull(row.getBigDecimal(2))));
                }
                return Optional.of(
                        row.getBoolean(4)
                                ? new HourlyEvidence.Impossible(reason)
                                : new HourlyEvidence.NotKnown(reason));
            }
        } catch (SQLException failed) {
            throw new DatabaseFailure("Hours of allocations", failed);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void put(UUID allocationId, HourlyEvidence evidence) {
        execute(
                """
                insert into instrument_allocation_hours (allocation_id, generated_kwh, matched_kwh, reason, impossible)
                values (?, ?, ?, ?, ?) on conflict (allocation_id) do update set generated_kwh = excluded.generated_kwh,
                    matched_kwh = excluded.matched_kwh, reason = excluded.reason, impossible = excluded.impossible
                """,
                insert -> {
                    insert.setObject(1, allocationId);
                    switch (evidence) {
                        case HourlyEvidence.Compared compared -> {
                            insert.setBigDecimal(2, compared.generatedKwh());
                            insert.setBigDecimal(3, compared.matchedKwh());
                            insert.setString(4, null);
                            insert.setBoolean(5, false);
                        }
                        case HourlyEvidence.NotKnown(String reason) ->
                                bindReason(insert, reason, false);
                        case HourlyEvidence.Impossible(String reason) ->
                                bindReason(insert, reason, true);
                    }
                });
    }

    private static void bindReason(PreparedStatement insert, String reason, boolean impossible)
            throws SQLException {
        insert.setBigDecimal(2, null);
        insert.setBigDecimal(3, null);
        insert.setString(4, reason);
        insert.setBoolean(5, impossible);
    }

    /// Allocations of a site changed, or of instruments at any site.
    @Transactional(Transactional.TxType.MANDATORY)
    void changed(Collection<String> siteIds) {
        execute(
                "insert into hourly_claim_change (site_id) select * from unnest(?::text[])",
                insert ->
                        insert.setArray(1, SqlArray.of(insert.getConnection(), siteIds, id -> id)));
    }

    /// The load of a site changed, or the generation of plants.
    @Transactional(Transactional.TxType.MANDATORY)
    void changed(Series series) {
        execute(
                """
                insert into hourly_claim_change (site_id)
                select distinct allocation.site_id from instrument_allocation allocation
                join instrument using (instrument_id)
                where allocation.status <> 'WITHDRAWN' and superseded_by is null and generation_meters is not null
                    and (allocation.site_id = ? or %s)
                """
                        .formatted(METERS),
                insert -> {
                    insert.setString(1, series.siteId());
                    insert.setString(2, series.siteId());
                    insert.setString(3, series.carrier().name());
                    insert.setString(4, series.source().name());
                });
    }

    /// The time of claims went by.
    ///
    /// @param from the first day on which one ended
    /// @param to the last one
    @Transactional(Transactional.TxType.MANDATORY)
    void ended(LocalDate from, LocalDate to) {
        execute(
                """
                insert into hourly_claim_change (site_id)
                select distinct site_id from instrument_allocation join instrument_allocation_hours using (allocation_id)
                join instrument using (instrument_id)
                where instrument_allocation.status <> 'WITHDRAWN' and superseded_by is null
                    and least(period_end, vintage_end) between ? and ?
                """,
                insert -> {
                    insert.setObject(1, from);
                    insert.setObject(2, to);
                });
    }

    /// A site that waits, and up to where its changes are answered by looking now.
    record Waiting(String siteId, long upTo) {}

    List<Waiting> waiting() {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "select site_id, max(sequence) from hourly_claim_change group by 1 order by 1");
                var row = select.executeQuery()) {
            var found = new ArrayList<Waiting>();
            while (row.next()) {
                found.add(new Waiting(row.getString(1), row.getLong(2)));
            }
            return found;
        } catch (SQLException failed) {
            throw new DatabaseFailure("Sites with changed hours", failed);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void answered(Waiting waiting) {
        execute(
                "delete from hourly_claim_change where site_id = ? and sequence <= ?",
                delete -> {
                    delete.setString(1, waiting.siteId());
                    delete.setLong(2, waiting.upTo());
                });
    }

    private void execute(String sql, Filling filling) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            filling.fill(statement);
            statement.execute();
        } catch (SQLException failed) {
            throw new DatabaseFailure("Hours of allocations", failed);
        }
    }

    @FunctionalInterface
    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }
}
