package org.netzero.energy.grid;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.netzero.platform.database.SqlArray;
import org.netzero.platform.database.Statements;

/// The parts of the grid that are known: those of sites, as grid zone, province or country, those
/// with hours on file, and every country (ISO 3166-1).
@ApplicationScoped
public class GridZones {

    private static final Set<String> COUNTRIES =
            Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private final Statements statements;

    GridZones(DataSource database) {
        this.statements = new Statements(database, "Zones of the grid");
    }

    /// Those of some that are not known.
    public Set<String> unknown(Collection<String> zones) {
        var asked = new TreeSet<>(zones);
        asked.removeAll(COUNTRIES);
        if (asked.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(
                statements.query(
                        """
                        select asked.zone from unnest(?::text[]) as asked (zone)
                        where not exists (select 1 from grid_hour where grid_hour.zone = asked.zone)
                            and not exists (select 1 from site
                                where asked.zone in (site.grid_zone, site.province, site.country))
                        """,
                        select ->
                                select.setArray(
                                        1,
                                        SqlArray.of(select.getConnection(), asked, zone -> zone)),
                        row -> row.getString(1)));
    }
}
