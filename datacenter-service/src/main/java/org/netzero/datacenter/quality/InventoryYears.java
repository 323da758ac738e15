package org.netzero.datacenter.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import javax.sql.DataSource;
import org.netzero.platform.database.Statements;

/// The years of which the emissions service has an inventory, and which of them are locked.
@ApplicationScoped
class InventoryYears {

    private final Statements statements;

    InventoryYears(DataSource database) {
        this.statements = new Statements(database, "Years of inventories");
    }

    /// Notes what the emissions service says of a year, unless something newer is known.
    @Transactional
    void note(InventoryYear year) {
        int number = Integer.parseInt(year.period());
        statements.update(
                """
                insert into inventory_year as known (year, status, version) values (?, ?, ?)
                on conflict (year) do update
                set status = excluded.status, version = excluded.version
                where known.version < excluded.version\
                """,
                upsert -> {
                    upsert.setInt(1, number);
                    upsert.setString(2, year.status());
                    upsert.setLong(3, year.version());
                });
    }

    /// The years whose figures are stored and do not change; a restated one is locked again.
    Set<Integer> locked() {
        return Set.copyOf(
                statements.query(
                        "select year from inventory_year where status in ('LOCKED', 'RESTATED')",
                        none -> {},
                        row -> row.getInt(1)));
    }
}
