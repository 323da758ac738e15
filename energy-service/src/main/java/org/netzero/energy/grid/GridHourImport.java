package org.netzero.energy.grid;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import org.netzero.platform.imports.Columns;
import org.netzero.platform.imports.Import;
import org.netzero.platform.imports.ImportKind;
import org.netzero.platform.imports.Origin;
import org.netzero.platform.imports.Reversal;

/// The import of what a kilowatt-hour of a grid zone emits, hour by hour.
@ApplicationScoped
class GridHourImport implements ImportKind {

    private final GridHours hours;
    private final Clock clock;

    GridHourImport(GridHours hours, Clock clock) {
        this.hours = hours;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "grid-hours";
    }

    @Override
    public Columns columns() {
        return GridHourFields.COLUMNS;
    }

    @Override
    public Set<String> decimals() {
        return Set.of("intensity");
    }

    @Override
    public Set<String> dates() {
        return Set.of();
    }

    @Override
    public Import<GridHour> reading(Origin origin) {
        return new Import<>(
                columns(),
                fields -> GridHourFields.read(fields, clock),
                batch -> hours.store(batch, origin.recordedBy()));
    }

    @Override
    public Reversal reversal() {
        return new Reversal.Refused(
                "an hour is corrected by a row whose supersedes names it, such as US-TX/2021-01-01T00:00:00Z");
    }
}
