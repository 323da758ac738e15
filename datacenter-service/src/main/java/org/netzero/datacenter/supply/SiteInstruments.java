package org.netzero.datacenter.supply;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.netzero.datacenter.effectiveness.SiteInstrument;
import org.netzero.platform.database.Statements;

/// The certificates and contracts allocated to sites, as far as they stand.
@ApplicationScoped
public class SiteInstruments {

    private final Statements statements;

    SiteInstruments(DataSource database) {
        this.statements = new Statements(database, "Allocated instruments");
    }

    /// Notes what is newer than what is known; runs in the transaction of the caller.
    void note(List<InstrumentAllocated> news) {
        var inOrder =
                new TreeSet<>(
                        Comparator.comparing(InstrumentAllocated::allocationId)
                                .thenComparingLong(InstrumentAllocated::version));
        inOrder.addAll(news);
        inOrder.forEach(this::note);
    }

    private void note(InstrumentAllocated one) {
        statements.update(
                """
                insert into site_instrument as known (allocation_id, instrument_id, site_id, kind, renewable,
                    sells_own_generation, start_on, end_on, energy_kwh, kg_co2e_per_kwh, status, meets_scope2, evidence, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (allocation_id) do update
                set instrument_id = excluded.instrument_id, site_id = excluded.site_id, kind = excluded.kind,
                    renewable = excluded.renewable, sells_own_generation = excluded.sells_own_generation,
                    start_on = excluded.start_on, end_on = excluded.end_on, energy_kwh = excluded.energy_kwh,
                    kg_co2e_per_kwh = excluded.kg_co2e_per_kwh, status = excluded.status,
                    meets_scope2 = excluded.meets_scope2, evidence = excluded.evidence, version = excluded.version
                where known.version < excluded.version
                """,
                insert -> {
                    insert.setObject(1, one.allocationId());
                    insert.setString(2, one.instrumentId());
                    insert.setString(3, one.siteId());
                    insert.setString(4, one.kind());
                    insert.setBoolean(5, one.renewable());
                    insert.setBoolean(
                            6, one.effect() == InstrumentAllocated.Effect.SELLS_OWN_GENERATION);
                    insert.setObject(7, one.start());
                    insert.setObject(8, one.end());
                    insert.setBigDecimal(9, one.energyKwh());
                    insert.setBigDecimal(10, one.kgCo2ePerKwh());
                    insert.setString(11, one.status().name());
                    insert.setBoolean(12, one.meetsScope2());
                    insert.setString(13, one.evidence());
                    insert.setLong(14, one.version());
                });
    }

    /// What stands of some sites and overlaps some days, by site.
    public Map<String, List<SiteInstrument>> between(
            Collection<String> siteIds, LocalDate start, LocalDate end) {
        return statements
                .query(
                        """
                        select allocation_id, instrument_id, site_id, kind, renewable, sells_own_generation, start_on,
                               end_on, energy_kwh, kg_co2e_per_kwh, status = 'RETIRED', meets_scope2, evidence
                        from site_instrument
                        where site_id = any (?) and status <> 'WITHDRAWN' and energy_kwh > 0 and start_on < ? and end_on > ?
                        order by site_id, start_on, allocation_id
                        """,
                        select -> {
                            select.setArray(
                                    1,
                                    select.getConnection()
                                            .createArrayOf("text", siteIds.toArray()));
                            select.setObject(2, end);
                            select.setObject(3, start);
                        },
                        row ->
                                new SiteInstrument(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getBoolean(5),
                                        row.getBoolean(6),
                                        row.getObject(7, LocalDate.class),
                                        row.getObject(8, LocalDate.class),
                                        row.getBigDecimal(9),
                                        row.getBigDecimal(10),
                                        row.getBoolean(11),
                                        row.getBoolean(12),
                                        Optional.ofNullable(row.getString(13))))
                .stream()
                .collect(Collectors.groupingBy(SiteInstrument::siteId));
    }
}
