package org.netzero.energy.meter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportKind;
import org.netzero.platform.imports.Origin;
import org.netzero.platform.imports.Reversal;

/// The import of meters. A file never replaces one.
@ApplicationScoped
class MeterImport implements ImportKind {

    private final Meters meters;

    MeterImport(Meters meters) {
        this.meters = meters;
    }

    @Override
    public String name() {
        return "meters";
    }

    @Override
    public Columns columns() {
        return MeterView.COLUMNS;
    }

    @Override
    public Set<String> decimals() {
        return Set.of();
    }

    @Override
    public Set<String> dates() {
        return Set.of("inServiceFrom", "inServiceTo");
    }

    @Override
    public Import<Meter> reading(Origin origin) {
        return new Import<>(columns(), MeterFields::read, meters::add);
    }

    @Override
    public Reversal reversal() {
        return new Reversal.Refused(
                "a meter is changed one by one, with PUT /api/energy/meters/{meterId}");
    }
}
