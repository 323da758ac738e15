package org.netzero.energy.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.netzero.energy.balance.Series;
import org.netzero.energy.claim.HourlyEvidence;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;

/// What hours say of allocations, and which sites' allocations are to be compared anew.
@ApplicationScoped
class HourlyEvidenceTable {

    private static final String METERS =
            "string_to_array(generation_meters, ';') && array(select meter_id from meter where site_id = ? and carrier = ? and source = ?)";

    private final Statements statements;

    HourlyEvidenceTable(DataSource database) {
        this.statements = new Statements(database, "Hours of allocations");
    }

    /// Empty when hours were not compared yet.
    Optional<HourlyEvidence> of(UUID allocationId) {
        return statements
                .query(
                        "select generated_kwh, matched_kwh, reason, impossible from instrument_allocation_hours where allocation_id = ?",
                        select -> select.setObject(1, allocationId),
                        HourlyEvidenceTable::evidence)
                .stream()
                .findFirst();
    }

    private static HourlyEvidence evidence(ResultSet row) throws SQLException {
        String reason = row.getString(3);
        if (reason == null) {
            return new HourlyEvidence.Compared(
                    Objects.requireNonNull(row.getBigDecimal(1)),
                    Objects.requireNonNull(row.getBigDecimal(2)));
        }
        return row.getBoolean(4)
                ? new HourlyEvidence.Impossible(reason)
                : new HourlyEvidence.NotKnown(reason);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void put(UUID allocationId, HourlyEvidence evidence) {
        statements.update(
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
        statements.update(
                "insert into hourly_claim_change (site_id) select * from unnest(?::text[])",
                insert ->
                        insert.setArray(1, SqlArray.of(insert.getConnection(), siteIds, id -> id)));
    }

    /// The load of a site changed, or the generation of plants.
    @Transactional(Transactional.TxType.MANDATORY)
    void changed(Series series) {
        statements.update(
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

    /// The time of claims went by of which it was said that it is not over. The sites whose claims
    /// are on the same plants are compared too: from now on they share the hours.
    ///
    /// @param today a day that is not over
    @Transactional(Transactional.TxType.MANDATORY)
    void ended(LocalDate today) {
        statements.update(
                """
                with ended as (
                    select allocation.site_id, pool.pool_id from instrument_allocation allocation
                    join instrument_allocation_hours hours using (allocation_id)
                    join claim_pool_member pool using (instrument_id)
                    where allocation.status <> 'WITHDRAWN' and hours.reason like ?
                        and least(period_end, (
                            select min(vintage_end) from claim_pool_member member join instrument using (instrument_id)
                            where member.pool_id = pool.pool_id and superseded_by is null)) <= ?
                ), plants as (
                    select array_agg(meter_id) meters from ended join claim_pool_member using (pool_id)
                    join instrument using (instrument_id), unnest(string_to_array(generation_meters, ';')) meter_id
                    where superseded_by is null
                )
                insert into hourly_claim_change (site_id)
                select site_id from ended
                union
                select allocation.site_id from plants, claim_pool_member named
                join instrument using (instrument_id)
                join claim_pool_member member using (pool_id)
                join instrument_allocation allocation on allocation.instrument_id = member.instrument_id
                where superseded_by is null and allocation.status <> 'WITHDRAWN'
                    and string_to_array(generation_meters, ';') && plants.meters
                """,
                insert -> {
                    insert.setString(1, "%" + AllocatedHours.NOT_OVER);
                    insert.setObject(2, today);
                });
    }

    /// A site that waits, and the changes that are answered by looking now. Those told by
    /// transactions that end later are not among them, whatever their numbers.
    record Waiting(String siteId, List<Long> changes) {

        Waiting {
            changes = List.copyOf(changes);
        }
    }

    List<Waiting> waiting() {
        return statements.query(
                "select site_id, array_agg(sequence) from hourly_claim_change group by 1 order by 1",
                select -> {},
                row -> new Waiting(row.getString(1), List.of((Long[]) row.getArray(2).getArray())));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void answered(Waiting waiting) {
        statements.update(
                "delete from hourly_claim_change where sequence = any (?)",
                delete ->
                        delete.setArray(
                                1,
                                delete.getConnection()
                                        .createArrayOf("bigint", waiting.changes().toArray())));
    }
}
