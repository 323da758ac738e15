package org.netzero.energy.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportKind;
import org.netzero.platform.imports.Origin;
import org.netzero.platform.imports.Reversal;

/// The import of sites. A file never replaces one.
@ApplicationScoped
class SiteImport implements ImportKind {

    /// Each is told as it is stored, so what is held of a batch is looked through as often.
    private static final int BATCH_ROWS = 500;

    private final Sites sites;

    SiteImport(Sites sites) {
        this.sites = sites;
    }

    @Override
    public String name() {
        return "sites";
    }

    @Override
    public Columns columns() {
        return SiteView.COLUMNS;
    }

    @Override
    public Set<String> decimals() {
        return Set.of("floorAreaM2");
    }

    @Override
    public Set<String> dates() {
        return Set.of();
    }

    @Override
    public Import<Site> reading(Origin origin) {
        return new Import<>(columns(), SiteFields::read, sites::add, BATCH_ROWS);
    }

    @Override
    public Reversal reversal() {
        return new Reversal.Refused("a site is changed one by one, with PUT /api/sites/{siteId}");
    }
}
